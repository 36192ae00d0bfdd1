// States: how often each met, and one with its officials and counterparts.
#include <charconv>

#include "desk.h"
#include "rapporteur/catalogue/catalogue.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

constexpr std::size_t kOfficials = 300;

std::string name_of(const std::string& code, const Office& office) {
  const catalogue::Index index = office.catalogue()->find_state(code);
  return index == catalogue::npos ? "" : std::string(office.catalogue()->states()[index].name);
}

void write_state(const query::StateRow& row, const Office& office, Json& json) {
  json.begin_object();
  json.member("code", row.code);
  json.member_or_null("name", name_of(row.code, office));
  json.member("meetings", row.meetings);
  json.member("people", row.people);
  json.end_object();
}

std::string next_of(const query::StateRow& last) {
  return cursor_of({std::to_string(last.meetings), last.code});
}

// Errors: bad_data (a cursor that nobody gave).
Result<void> read_cursor(Parameters& parameters, query::StateSlice& slice) {
  const auto cursor = parameters.cursor(2);
  if (!cursor) return {};
  query::StateRow after{(*cursor)[1]};
  const std::string& meetings = (*cursor)[0];
  const auto read =
      std::from_chars(meetings.data(), meetings.data() + meetings.size(), after.meetings);
  if (read.ec != std::errc()) {
    return Error{ErrorCode::bad_data, "take it from `next` of the answer before", "?cursor"};
  }
  slice.after = std::move(after);
  return {};
}

Result<Answer> list(Desk& desk, Question& question) {
  query::StateSlice slice;
  slice.limit = question.parameters.limit();
  if (Result<void> fine = read_cursor(question.parameters, slice); !fine) return fine.error();
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto found = query::slice_states(desk.reg, slice);
  if (!found) return found.error();
  return json_answer([&](Json& json) {
    write_list("states", found->states, json,
               [&](const query::StateRow& row) { write_state(row, desk.office, json); });
    json.member_or_null("next", found->more ? next_of(found->states.back()) : "");
  });
}

void write_official(const query::StatePage::Official& official, Json& json) {
  json.begin_object();
  json.member("person", official.person.id);
  json.member_or_null("name", official.person.name);
  json.member("office", official.office);
  json.member_or_null("first_report", official.first_report);
  json.member_or_null("last_report", official.last_report);
  json.end_object();
}

// What the tables know of it.
void write_catalogue(const std::string& code, const Office& office, Json& json) {
  const catalogue::Catalogue& catalogue = *office.catalogue();
  const catalogue::Index index = catalogue.find_state(code);
  if (index == catalogue::npos) return;
  const catalogue::State& state = catalogue.states()[index];
  json.member_or_null("official_name", state.official);
  json.member_or_null("capital", state.capital);
  json.key("bodies");
  json.begin_array();
  for (const catalogue::Membership& m : catalogue.memberships()) {
    if (m.state != index || !m.to.empty()) continue;
    const catalogue::Body& body = catalogue.bodies()[m.body];
    json.begin_object();
    json.member("id", body.id);
    json.member("name", body.name);
    json.member_or_null("from", m.from);
    json.end_object();
  }
  json.end_array();
}

Result<Answer> one(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto page = query::show_state(desk.reg, question.names[0], kOfficials);
  if (!page) return page.error();
  return json_answer([&](Json& json) {
    json.key("state");
    write_state(page->row, desk.office, json);
    write_catalogue(page->row.code, desk.office, json);
    write_list("officials", page->officials, json,
               [&](const query::StatePage::Official& o) { write_official(o, json); });
    write_list("met", page->met, json,
               [&](const query::StateRow& row) { write_state(row, desk.office, json); });
  });
}

constexpr Route kRoutes[] = {
    {"GET", "states", "", Role::reader, list},
    {"GET", "states/*", "", Role::reader, one},
};

}  // namespace

extern const Routes kStates;
const Routes kStates = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
