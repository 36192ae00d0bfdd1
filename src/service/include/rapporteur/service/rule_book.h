// What the rules mean that set facts (data/rules.tsv), for those who ask why.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/base/table.h"

namespace rapporteur::service {

struct Rule {
  std::string_view name;    // as record::Fact::rule
  std::string_view means;   // what it takes for a fact, in a few words
  std::string_view tables;  // below data/, separated by spaces; may be empty
};

// Immutable once loaded, so shareable between threads.
class RuleBook {
 public:
  // REQUIRES: `pack` outlives *this. Errors: not_found, damaged (the table).
  static Result<RuleBook> load(const Pack& pack);
  // The rule of that name, or null. Cost: O(log rules).
  [[nodiscard]] const Rule* find(std::string_view name) const;

 private:
  std::vector<Rule> rules_;  // sorted by name
};

}  // namespace rapporteur::service
