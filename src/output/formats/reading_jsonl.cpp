// A reading as one line of JSON, exactly as docs/formats/reading.md has it.
#include "reading_json.h"

namespace rapporteur::output::formats {

namespace {

void write(const record::Reading& reading, const Options& options, std::string& out) {
  {
    Json json(out);
    write_reading(reading, options, json);
  }
  out += '\n';
}

}  // namespace

extern const Format<subject::reading> reading_jsonl;
const Format<subject::reading> reading_jsonl = {
    "jsonl", "one reading a line, as docs/formats/reading.md has it", write};

}  // namespace rapporteur::output::formats
