// Data packs: any bytes open or are refused, and what opens can be looked at, section by section.
#include "rapporteur/base/pack.h"

#include <cstdint>
#include <string>
#include <vector>

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace rapporteur;
  const Result<Pack> pack =
      Pack::from_bytes(std::string(reinterpret_cast<const char*>(data), size));
  if (!pack) {
    FUZZ_CHECK(pack.error().code == ErrorCode::damaged ||
               pack.error().code == ErrorCode::unsupported);
    return 0;
  }
  const bool whole = pack->verify().has_value();
  FUZZ_CHECK(pack->fingerprint().size() == 12);
  std::map<std::string, std::string> sections;
  for (const std::string& name : pack->names()) {
    const Result<std::string_view> section = pack->section(name);
    FUZZ_CHECK(section.has_value() && section->size() <= size);
    sections[name] = *section;
    const Result<std::vector<Table>> tables = pack->tables(name);
    if (!tables) continue;
    const Table& table = tables->front();
    for (std::size_t row = 0; row < table.rows(); ++row) {
      FUZZ_CHECK(table.at(row, table.columns() - 1).size() <= section->size());
    }
  }
  if (whole) {
    const Result<Pack> again = Pack::from_bytes(encode_pack(sections));
    FUZZ_CHECK(again.has_value() && again->fingerprint() == pack->fingerprint());
  }
  return 0;
}
