// A row as one JSON object a line.
#include <type_traits>

#include "rapporteur/output/format.h"
#include "rapporteur/output/json.h"

namespace rapporteur::output::formats {

namespace {

void put(std::nullptr_t, Json& json) { json.null(); }
void put(bool value, Json& json) { json.boolean(value); }
void put(std::int64_t value, Json& json) { json.integer(value); }
void put(double value, Json& json) { json.number(value); }
void put(const std::string& value, Json& json) { json.string(value); }
void put(const std::vector<std::string>& values, Json& json) {
  json.begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

void write(const Row& row, const Options&, std::string& out) {
  {
    Json json(out);
    json.begin_object();
    for (const Row::Cell& cell : row.cells) {
      json.key(cell.name);
      std::visit([&](const auto& value) { put(value, json); }, cell.value);
    }
    json.end_object();
  }
  out += '\n';
}

}  // namespace

extern const Format<subject::row> row_jsonl;
const Format<subject::row> row_jsonl = {"jsonl", "one object a line", write};

}  // namespace rapporteur::output::formats
