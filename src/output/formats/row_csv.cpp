// Rows as CSV (RFC 4180): a line of names first, "\r\n" line ends, quotes doubled. Lists are joined
// by "; ". A value that a spreadsheet would take for a formula keeps its text: pandas, DuckDB and
// sqlite3 read it back unchanged.
#include "cell_text.h"
#include "rapporteur/output/format.h"

namespace rapporteur::output::formats {

namespace {

void put(const std::string& value, std::string& out) {
  if (value.find_first_of(",\"\r\n") == std::string::npos) {
    out += value;
    return;
  }
  out += '"';
  for (const char c : value) {
    out += c;
    if (c == '"') out += '"';
  }
  out += '"';
}

template <class Value>
void line(const Row& row, Value value_of, std::string& out) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (i > 0) out += ',';
    put(value_of(row.cells[i]), out);
  }
  out += "\r\n";
}

void header(const Row& row, const Options&, std::string& out) {
  line(row, [](const Row::Cell& cell) { return cell.name; }, out);
}

void write(const Row& row, const Options&, std::string& out) {
  line(row, [](const Row::Cell& cell) { return cell_text(cell.value); }, out);
}

}  // namespace

extern const Format<subject::row> row_csv;
const Format<subject::row> row_csv = {"csv", "comma-separated values", write, header};

}  // namespace rapporteur::output::formats
