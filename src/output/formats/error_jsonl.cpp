// An error record: {"error": {"code", "message", "where"}}.
#include "json.h"
#include "rapporteur/output/format.h"
#include "rapporteur/output/printable.h"

namespace rapporteur::output::formats {

namespace {

void write(const Error& error, const Options&, std::string& out) {
  {
    Json json(out);
    json.begin_object();
    json.key("error");
    json.begin_object();
    json.member("code", to_string(error.code));
    json.member("message", printable(error.message));
    json.member_or_null("where", printable(error.where));
    json.end_object();
    json.end_object();
  }
  out += '\n';
}

}  // namespace

extern const Format<subject::error> error_jsonl;
const Format<subject::error> error_jsonl = {"jsonl", "one error a line", nothing, write, nothing};

}  // namespace rapporteur::output::formats
