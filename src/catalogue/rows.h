// Walking over the rows of a section: the built-in table, then those laid over it.
#pragma once

#include <string>
#include <string_view>

#include "rapporteur/base/pack.h"

namespace rapporteur::catalogue {

// One row; cells by the name of their column.
class Row {
 public:
  Row(const Table& table, std::size_t row, std::string_view section)
      : table_(table), row_(row), section_(section) {}

  [[nodiscard]] std::string_view operator[](std::string_view column) const {
    return table_.at(row_, column);
  }
  [[nodiscard]] std::size_t number() const { return row_; }
  [[nodiscard]] bool flag(std::string_view column) const { return (*this)[column] == "yes"; }
  // An error that leads to the row: where = "section:line".
  [[nodiscard]] Error error(std::string message) const {
    return {ErrorCode::bad_data, std::move(message),
            std::string(section_) + ":" + std::to_string(table_.line(row_))};
  }

 private:
  const Table& table_;
  std::size_t row_;
  std::string_view section_;
};

// Calls f(const Row&) -> Result<void> for each row until one fails.
// Errors: not_found, damaged; those of f.
template <class F>
Result<void> for_each_row(const Pack& pack, std::string_view section, F f) {
  auto tables = pack.tables(section);
  if (!tables) return tables.error();
  for (const Table& table : *tables) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
      if (auto done = f(Row(table, row, section)); !done) return done;
    }
  }
  return {};
}

}  // namespace rapporteur::catalogue
