#include <algorithm>
#include <map>
#include <vector>

#include "rapporteur/base/table.h"
#include "rapporteur/catalogue/fold.h"
#include "sources.h"

namespace rapporteur::pack {

Result<std::string> place_keys(const std::vector<std::string>& blocks) {
  std::map<std::string, std::vector<std::size_t>> rows_of;
  std::size_t first = 0;
  for (const std::string& block : blocks) {
    auto table = Table::view(block);
    if (!table) return table.error();
    const std::size_t name = table->column("name");
    if (name == Table::npos) {
      return Error{ErrorCode::bad_data, "a table of places needs a column \"name\"", ""};
    }
    for (std::size_t row = 0; row < table->rows(); ++row) {
      const auto add = [&](std::string_view text) {
        std::vector<std::size_t>& rows = rows_of[catalogue::fold(text)];
        if (rows.empty() || rows.back() != first + row) rows.push_back(first + row);
      };
      add(table->at(row, name));
      for_each_part(table->at(row, "alternatives"), ';', add);
    }
    first += table->rows();
  }
  rows_of.erase("");
  std::string tsv = "# Made by rapporteur-pack from the tables of places.\nkey\trows\n";
  for (const auto& [key, rows] : rows_of) {
    tsv += key + '\t';
    for (std::size_t i = 0; i < rows.size(); ++i) {
      tsv += (i == 0 ? "" : ";") + std::to_string(rows[i]);
    }
    tsv += '\n';
  }
  return tsv;
}

}  // namespace rapporteur::pack
