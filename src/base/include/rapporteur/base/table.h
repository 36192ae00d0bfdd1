// Tables that people edit: tab-separated values, with comments, a header row and no quoting.
//
//   # Any number of lines that start with '#': source, licence, what the columns mean.
//   id<TAB>name<TAB>...
//   row
//
// A Table is the parsed form in one relocatable block of bytes: it can be looked at where it
// lies (in a mapped pack) and holds no pointers. docs/formats/pack.md draws it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "rapporteur/base/result.h"

namespace rapporteur {

// A view of a table; lives as long as the bytes that it was made from.
class Table {
 public:
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  Table() = default;

  // Views `block`, as encode() made it. Errors: damaged.
  static Result<Table> view(std::string_view block);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] std::string_view column_name(std::size_t column) const;
  // The column's number, or npos.
  [[nodiscard]] std::size_t column(std::string_view name) const;
  // REQUIRES: row < rows(), column < columns(). Cost: O(1).
  [[nodiscard]] std::string_view at(std::size_t row, std::size_t column) const;
  // As at(), by name; empty if there is no such column.
  [[nodiscard]] std::string_view at(std::size_t row, std::string_view column_name) const;
  // The line of its source file, from 1.
  [[nodiscard]] std::uint32_t line(std::size_t row) const;

 private:
  [[nodiscard]] std::string_view cell(std::size_t index) const;

  std::string_view block_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
};

// Parses TSV into a block that Table::view takes. Short rows are padded with empty cells.
// Errors: bad_data (no header, a row with too many cells, invalid UTF-8), where = "path:line".
Result<std::string> encode_table(std::string_view tsv, const std::string& path);

// Calls f(std::string_view) for each non-empty part of `cell` between `separator`s, trimmed.
template <class F>
void for_each_part(std::string_view cell, char separator, F f) {
  while (!cell.empty()) {
    const std::size_t cut = cell.find(separator);
    std::string_view part = cell.substr(0, cut);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    if (!part.empty()) f(part);
    if (cut == std::string_view::npos) return;
    cell.remove_prefix(cut + 1);
  }
}

}  // namespace rapporteur
