#include "rapporteur/base/table.h"

#include <vector>

#include "rapporteur/base/bytes.h"

namespace rapporteur {

// Block: u32 rows, u32 columns, u32 lines[rows], u32 ends[(rows + 1) * columns], bytes of all
// cells. Cell 0..columns-1 is the header; each cell begins where the one before it ends.
namespace {

constexpr std::size_t kHead = 8;

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t cut = line.find(separator);
    out.push_back(line.substr(0, cut));
    if (cut == std::string_view::npos) return out;
    line.remove_prefix(cut + 1);
  }
}

// A sequence whose lead takes the second byte out of 80..BF: overlong, a surrogate, too large.
bool is_forbidden(unsigned char lead, unsigned char second) {
  return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0) ||
         (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90);
}

bool is_utf8(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                                                             : 0;
    if (length == 0 || i + length > bytes.size()) return false;
    for (std::size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0U) != 0x80U) return false;
    }
    if (length > 1 && is_forbidden(lead, static_cast<unsigned char>(bytes[i + 1]))) return false;
    i += length;
  }
  return true;
}

struct Row {
  std::uint32_t line = 0;
  std::vector<std::string_view> cells;
};

std::string encode(const std::vector<Row>& rows, std::size_t columns) {
  std::string block;
  std::string cells;
  put_number(block, static_cast<std::uint32_t>(rows.size() - 1));
  put_number(block, static_cast<std::uint32_t>(columns));
  for (std::size_t i = 1; i < rows.size(); ++i) put_number(block, rows[i].line);
  for (const Row& row : rows) {
    for (std::size_t c = 0; c < columns; ++c) {
      if (c < row.cells.size()) cells += row.cells[c];
      put_number(block, static_cast<std::uint32_t>(cells.size()));
    }
  }
  return block + cells;
}

}  // namespace

Result<std::string> encode_table(std::string_view tsv, const std::string& path) {
  const auto fault = [&](std::string message, std::uint32_t line) {
    return Error{ErrorCode::bad_data, std::move(message), path + ":" + std::to_string(line)};
  };
  std::vector<Row> rows;
  std::uint32_t number = 0;
  while (!tsv.empty()) {
    const std::size_t cut = tsv.find('\n');
    std::string_view line = tsv.substr(0, cut);
    tsv.remove_prefix(cut == std::string_view::npos ? tsv.size() : cut + 1);
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (!is_utf8(line)) return fault("row is not valid UTF-8", number);
    rows.push_back({number, split(line, '\t')});
    const std::size_t cells = rows.back().cells.size();
    if (cells > rows.front().cells.size()) {
      return fault("row has " + std::to_string(cells) + " cells, the header " +
                       std::to_string(rows.front().cells.size()),
                   number);
    }
  }
  if (rows.empty()) return fault("table has no header row", number);
  return encode(rows, rows.front().cells.size());
}

Result<Table> Table::view(std::string_view block) {
  const Error broken{ErrorCode::damaged, "table block is broken", ""};
  if (block.size() < kHead) return broken;
  Table table;
  table.rows_ = get_number<std::uint32_t>(block, 0);
  table.columns_ = get_number<std::uint32_t>(block, 4);
  const std::uint64_t ends = static_cast<std::uint64_t>(table.rows_ + 1) * table.columns_;
  if (table.columns_ == 0 || ends > block.size()) return broken;
  const std::uint64_t cells = kHead + 4 * table.rows_ + 4 * ends;
  if (cells > block.size()) return broken;
  std::uint32_t last = 0;
  for (std::uint64_t i = 0; i < ends; ++i) {
    const auto end = get_number<std::uint32_t>(block, kHead + 4 * table.rows_ + 4 * i);
    if (end < last || cells + end > block.size()) return broken;
    last = end;
  }
  table.block_ = block;
  return table;
}

std::string_view Table::cell(std::size_t index) const {
  const std::size_t ends = kHead + 4 * rows_;
  const std::size_t cells = ends + 4 * (rows_ + 1) * columns_;
  const std::size_t begin =
      index == 0 ? 0 : get_number<std::uint32_t>(block_, ends + 4 * (index - 1));
  const std::size_t end = get_number<std::uint32_t>(block_, ends + 4 * index);
  return block_.substr(cells + begin, end - begin);
}

std::string_view Table::column_name(std::size_t column) const { return cell(column); }

std::size_t Table::column(std::string_view name) const {
  for (std::size_t c = 0; c < columns_; ++c) {
    if (cell(c) == name) return c;
  }
  return npos;
}

std::string_view Table::at(std::size_t row, std::size_t column) const {
  return cell((row + 1) * columns_ + column);
}

std::string_view Table::at(std::size_t row, std::string_view column_name) const {
  const std::size_t c = column(column_name);
  return c == npos ? std::string_view() : at(row, c);
}

std::uint32_t Table::line(std::size_t row) const {
  return get_number<std::uint32_t>(block_, kHead + 4 * row);
}

}  // namespace rapporteur
