// Tables: any bytes parse or are refused, cells are those of the text, and a block of any bytes can
// be looked at without leaving it.
#include "rapporteur/base/table.h"

#include <cstdint>
#include <string>
#include <string_view>

#include "check.h"

namespace {

std::size_t bytes_of_cells(const rapporteur::Table& table) {
  std::size_t bytes = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t column = 0; column < table.columns(); ++column) {
      bytes += table.at(row, column).size();
    }
  }
  return bytes;
}

void parse(std::string_view tsv) {
  const rapporteur::Result<std::string> block = rapporteur::encode_table(tsv, "fuzz.tsv");
  if (!block) {
    FUZZ_CHECK(block.error().code == rapporteur::ErrorCode::bad_data);
    FUZZ_CHECK(block.error().where.starts_with("fuzz.tsv:"));
    return;
  }
  const rapporteur::Result<rapporteur::Table> table = rapporteur::Table::view(*block);
  FUZZ_CHECK(table.has_value());
  FUZZ_CHECK(bytes_of_cells(*table) <= tsv.size());
  std::uint32_t last = 0;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    FUZZ_CHECK(table->line(row) > last);
    last = table->line(row);
  }
}

void look_at(std::string_view block) {
  const rapporteur::Result<rapporteur::Table> table = rapporteur::Table::view(block);
  if (!table) return;
  FUZZ_CHECK(bytes_of_cells(*table) <= block.size());
  for (std::size_t column = 0; column < table->columns(); ++column) {
    FUZZ_CHECK(table->column_name(column).size() <= block.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  parse(input);
  look_at(input);
  return 0;
}
