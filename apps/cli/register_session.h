// A register that a command asks or changes, with the tables that it needs for that.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "options.h"
#include "rapporteur/service/rules.h"
#include "rapporteur/store/register.h"

namespace rapporteur::cli {

// The options of every command on a register.
struct RegisterOptions {
  RegisterOption file;
  DataOptions data;
  TalkOptions talk;
  void declare(Arguments& arguments);
};

// An open register.
struct Opened {
  store::Register reg;
  std::unique_ptr<Pack> pack;             // null where none was found
  std::unique_ptr<service::Rules> rules;  // the same

  // What lets "SCO" find the Shanghai Cooperation Organization; may be null.
  [[nodiscard]] const catalogue::Catalogue* catalogue() const {
    return rules == nullptr ? nullptr : &rules->catalogue();
  }
};

// For questions. A data pack is used if one is found; without one acronyms and other names of
// bodies are not known, which a note says. Errors: those of Register::open, Pack::open,
// Rules::load.
Result<Opened> open_for_questions(const RegisterOptions& options, Session& session);

// For changes: a data pack must be there. Errors: as above; not_found (no pack).
Result<Opened> open_for_changes(const RegisterOptions& options, store::Access access,
                                Session& session);

// Says why a list is empty: which filter, taken away, would let something through.
void explain_emptiness(const std::string& what, const std::vector<std::string>& emptied_by,
                       Session& session);

}  // namespace rapporteur::cli
