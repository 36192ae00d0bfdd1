#include "rapporteur/service/rule_book.h"

#include <algorithm>

namespace rapporteur::service {

Result<RuleBook> RuleBook::load(const Pack& pack) {
  const Result<std::vector<Table>> tables = pack.tables("rules");
  if (!tables) return tables.error();
  RuleBook out;
  for (const Table& table : *tables) {
    for (std::size_t i = 0; i < table.rows(); ++i) {
      out.rules_.push_back({table.at(i, "rule"), table.at(i, "means"), table.at(i, "tables")});
    }
  }
  std::sort(out.rules_.begin(), out.rules_.end(),
            [](const Rule& a, const Rule& b) { return a.name < b.name; });
  return out;
}

const Rule* RuleBook::find(std::string_view name) const {
  const auto it = std::lower_bound(
      rules_.begin(), rules_.end(), name,
      [](const Rule& rule, std::string_view wanted) { return rule.name < wanted; });
  return it != rules_.end() && it->name == name ? &*it : nullptr;
}

}  // namespace rapporteur::service
