// Rows as a Markdown table.
#include "cell_text.h"
#include "rapporteur/output/format.h"

namespace rapporteur::output::formats {

namespace {

void put(std::string_view value, std::string& out) {
  out += "| ";
  for (const char c : value) {
    if (c == '|' || c == '\\') out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  out += ' ';
}

void header(const Row& row, const Options&, std::string& out) {
  for (const Row::Cell& cell : row.cells) put(cell.name, out);
  out += "|\n";
  for (std::size_t i = 0; i < row.cells.size(); ++i) out += "| --- ";
  out += "|\n";
}

void write(const Row& row, const Options&, std::string& out) {
  for (const Row::Cell& cell : row.cells) put(cell_text(cell.value), out);
  out += "|\n";
}

}  // namespace

extern const Format<subject::row> row_markdown;
const Format<subject::row> row_markdown = {"markdown", "a table", write, header};

}  // namespace rapporteur::output::formats
