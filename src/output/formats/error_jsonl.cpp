// An error record: {"error": {"code", "message", "where"}}.
#include "error_json.h"
#include "rapporteur/output/format.h"

namespace rapporteur::output::formats {

namespace {

void write(const Error& error, const Options&, std::string& out) {
  write_error_line("error", error, out);
}

}  // namespace

extern const Format<subject::error> error_jsonl;
const Format<subject::error> error_jsonl = {"jsonl", "one error a line", write};

}  // namespace rapporteur::output::formats
