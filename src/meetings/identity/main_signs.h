// Signs that a report is about a meeting: where it names it, what it tells of it, when it is held.
//
// data/main_signs.tsv weighs them; script/train-main learns the weights from annotated reports.
#pragma once

#include <string>
#include <vector>

#include "draft.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"

namespace rapporteur::meetings {

// Immutable once loaded, so shareable between threads.
class MainSigns {
 public:
  // Errors: not_found; bad_data (a row that names no sign or has no weight, a sign without a row;
  // where = section:line).
  static Result<MainSigns> load(const Pack& pack);

  // The names of the signs that each draft bears, in the order of the drafts.
  // REQUIRES: participants, content and links are known.
  [[nodiscard]] static std::vector<std::vector<std::string>> of(const Context& context,
                                                                const Drafts& drafts);

  // The logarithm of the odds that the report is about it, for each draft. REQUIRES: as above.
  [[nodiscard]] std::vector<float> weigh(const Context& context, const Drafts& drafts) const;

 private:
  std::vector<float> weights_;  // in the order of the signs
  float always_ = 0;            // of any meeting
};

}  // namespace rapporteur::meetings
