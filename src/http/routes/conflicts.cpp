// Conflicts: where reports contradict each other.
#include "desk.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

void write_conflict(const query::Conflict& conflict, Spans& spans, Json& json) {
  json.begin_object();
  json.member("entity", conflict.entity);
  json.member_or_null("name", conflict.name);
  json.member("property", conflict.property);
  write_list("values", conflict.values, json,
             [&](const query::FactValue& value) { write(value, spans, json); });
  json.end_object();
}

Result<Answer> list(Desk& desk, Question& question) {
  query::ConflictSlice slice;
  Parameters& parameters = question.parameters;
  Spans spans(desk.reg, parameters.unit());
  slice.property = parameters.text("property");
  slice.limit = static_cast<std::size_t>(parameters.number("limit", 50, 1, 200));
  if (const auto cursor = parameters.cursor(2)) slice.after = {(*cursor)[0], (*cursor)[1]};
  if (Result<void> fine = parameters.check(); !fine) return fine.error();
  const auto found = query::slice_conflicts(desk.reg, slice);
  if (!found) return found.error();
  return json_answer([&](Json& json) {
    json.member("unit", spans.unit_name());
    write_list("conflicts", found->conflicts, json,
               [&](const query::Conflict& conflict) { write_conflict(conflict, spans, json); });
    std::string next;
    if (found->more) {
      const query::Conflict& last = found->conflicts.back();
      next = cursor_of({last.entity, slice.property == "attendance" ? last.name : last.property});
    }
    json.member_or_null("next", next);
  });
}

constexpr Route kRoutes[] = {
    {"GET", "conflicts", "", Role::reader, list},
};

}  // namespace

extern const Routes kConflicts;
const Routes kConflicts = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
