// Rows for people: what is known of each on one line, the columns apart by two spaces.
#include "cell_text.h"
#include "rapporteur/output/format.h"
#include "rapporteur/output/printable.h"

namespace rapporteur::output::formats {

namespace {

void write(const Row& row, const Options&, std::string& out) {
  bool first = true;
  for (const Row::Cell& cell : row.cells) {
    const std::string value = printable(cell_text(cell.value));
    if (value.empty()) continue;
    if (!first) out += "  ";
    out += value;
    first = false;
  }
  out += '\n';
}

}  // namespace

extern const Format<subject::row> row_text;
const Format<subject::row> row_text = {"text", "one line for people", write};

}  // namespace rapporteur::output::formats
