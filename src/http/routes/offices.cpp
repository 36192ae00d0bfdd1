// Offices: who held one, as of the dates of the reports that say so.
#include "desk.h"
#include "office_address.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

// The office of those words, of a state or an organisation.
Result<Answer> find(Desk& desk, Question& question) {
  const std::string state = question.parameters.text("state");
  const std::string organisation = question.parameters.text("organisation");
  const std::string office = question.parameters.text("office");
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  if (office.empty()) return Error{ErrorCode::bad_data, "name the office", "?office"};
  const query::OfficeKey key =
      query::office_key_of(state, organisation, office, desk.office.catalogue());
  return json_answer([&](Json& json) {
    json.member("id", office_id_of(key));
    json.member_or_null("state", key.state);
    json.member_or_null("organisation", key.organisation);
    json.member("office", key.office);
  });
}

Result<Answer> one(Desk& desk, Question& question) {
  Spans spans(desk.reg, question.parameters.unit());
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const std::optional<query::OfficeKey> key = office_key_of(question.names[0]);
  if (!key) return Error{ErrorCode::not_found, "no such office", question.names[0]};
  const auto page = query::show_office(desk.reg, *key, desk.office.catalogue());
  if (!page) return page.error();
  return json_answer([&](Json& json) {
    json.member("id", question.names[0]);
    json.member_or_null("state", key->state);
    json.member_or_null("organisation", key->organisation);
    json.member("office", key->office);
    json.member("unit", spans.unit_name());
    json.key("wordings");
    write(page->wordings, json);
    write_list("holders", page->holders, json, [&](const query::OfficePage::Holder& holder) {
      json.begin_object();
      json.member("person", holder.person.id);
      json.member_or_null("name", holder.person.name);
      json.member_or_null("first_report", holder.first_report);
      json.member_or_null("last_report", holder.last_report);
      json.member("support", holder.support);
      write(holder.sources, spans, json);
      json.end_object();
    });
  });
}

constexpr Route kRoutes[] = {
    {"GET", "offices", "", Role::reader, find},
    {"GET", "offices/*", "", Role::reader, one},
};

}  // namespace

extern const Routes kOffices;
const Routes kOffices = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
