#include "error_json.h"

#include "rapporteur/output/printable.h"

namespace rapporteur::output {

void write_error_line(std::string_view name, const Error& error, std::string& out) {
  {
    Json json(out);
    json.begin_object();
    json.key(name);
    json.begin_object();
    json.member("code", to_string(error.code));
    json.member("message", printable(error.message));
    json.member_or_null("where", printable(error.where));
    json.end_object();
    json.end_object();
  }
  out += '\n';
}

}  // namespace rapporteur::output
