// States: how often each met, and one with its officials and counterparts.
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

Result<Answer> list(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto states = query::list_states(desk.reg);
  if (!states) return states.error();
  return json_answer([&](Json& json) {
    write_list("states", *states, json,
               [&](const query::StateRow& row) { write_state(row, desk.office, json); });
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
