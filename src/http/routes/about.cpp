// What this server is, what it holds, what it can be asked, and who asks.
#include "desk.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

constexpr std::string_view kInterface =
#include "openapi.inc"
    ;

Result<Answer> about(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  return json_answer([&](Json& json) {
    json.member("name", "rapporteur");
    json.member("engine", desk.office.reader.engine());
    json.member("interface", "/api/v1/openapi.yaml");
    json.member("open", desk.office.access.is_open());
    json.member("role", service::to_string(question.caller.role));
    json.member_or_null("token", question.caller.token);
  });
}

Result<Answer> size(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto size = query::size_of(desk.reg);
  if (!size) return size.error();
  return json_answer([&](Json& json) {
    const auto count = [&json](std::string_view name, std::int64_t n) { json.member(name, n); };
    count("reports", size->reports);
    count("meetings", size->meetings);
    count("people", size->people);
    count("series", size->series);
    count("claims", size->claims);
    count("conflicts", size->conflicts);
  });
}

Result<Answer> interface(Desk&, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  return answer_of(200, "application/yaml", std::string(kInterface));
}

constexpr Route kRoutes[] = {
    {"GET", "", "", Role::reader, about, false},
    {"GET", "size", "", Role::reader, size},
    {"GET", "openapi.yaml", "", Role::reader, interface},
};

}  // namespace

extern const Routes kAbout;
const Routes kAbout = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
