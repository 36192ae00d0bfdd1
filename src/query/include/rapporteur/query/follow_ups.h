// Words that tell what became of something agreed (data/follow_up.tsv).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"

namespace rapporteur::query {

enum class Fate { not_done, to_come, repeated, done, mentioned };

// Immutable once loaded, so shareable between threads; owns what it needs of the pack.
class FollowUps {
 public:
  // Knows no words: every sentence mentions, every act promises.
  FollowUps() = default;
  // Errors: not_found, damaged (the table); bad_data (a kind or meaning that there is none).
  static Result<FollowUps> load(const Pack& pack);

  // Whether an outcome of this speech act promises anything.
  [[nodiscard]] bool promises(std::string_view act) const { return !acts_.contains(act); }
  // Whether a word, folded, says nothing about what was agreed.
  [[nodiscard]] bool is_empty(std::string_view word) const { return empty_.contains(word); }
  // What a sentence says of its subject, and by which words; the first fate of the enum that fits.
  // `words`: folded, each between two spaces (" the station was opened ").
  [[nodiscard]] std::pair<Fate, std::string> fate_of(std::string_view words) const;

 private:
  std::set<std::string, std::less<>> acts_, empty_;
  std::vector<std::pair<Fate, std::string>> cues_;  // in the order of Fate
};

}  // namespace rapporteur::query
