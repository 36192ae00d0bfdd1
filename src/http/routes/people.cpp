// People: found by name, and one with offices, meetings and counterparts.
#include "desk.h"
#include "office_address.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

constexpr std::size_t kCounterparts = 100;

Result<Answer> list(Desk& desk, Question& question) {
  query::PersonSlice slice;
  Parameters& parameters = question.parameters;
  slice.name = parameters.text("q");
  slice.state = parameters.text("state");
  slice.limit = parameters.limit();
  if (const auto cursor = parameters.cursor(2)) slice.after = {(*cursor)[0], (*cursor)[1]};
  if (Result<void> fine = parameters.check(); !fine) return fine.error();
  const auto found = query::slice_people(desk.reg, slice);
  if (!found) return found.error();
  return json_answer([&](Json& json) {
    write_list("people", found->people, json,
               [&json](const query::PersonRow& person) { write(person, json); });
    json.member_or_null(
        "next", found->more ? cursor_of({found->people.back().name, found->people.back().id}) : "");
  });
}

void write_held(const query::PersonPage::Held& held, const query::OfficeKey& key, Spans& spans,
                Json& json) {
  json.begin_object();
  json.member("office", held.office);
  json.member("office_id", office_id_of(key));
  json.member_or_null("state", held.state);
  json.member_or_null("organisation", held.organisation);
  json.member_or_null("first_report", held.first_report);
  json.member_or_null("last_report", held.last_report);
  json.member("support", held.support);
  write(held.sources, spans, json);
  json.end_object();
}

Result<Answer> one(Desk& desk, Question& question) {
  Spans spans(desk.reg, question.parameters.unit());
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto page = query::show_person(desk.reg, question.names[0]);
  if (!page) return page.error();
  const auto person = query::find_person(desk.reg, page->id);
  if (!person) return person.error();
  const auto met = query::counterparts(desk.reg, page->id, kCounterparts);
  if (!met) return met.error();
  return json_answer([&](Json& json) {
    json.member("id", page->id);
    json.member_or_null("name", page->name);
    json.member_or_null("state", person->state);
    json.member_or_null("organisation", person->organisation);
    json.member("unit", spans.unit_name());
    json.key("names");
    write(page->names, json);
    write_list("offices", page->offices, json, [&](const query::PersonPage::Held& held) {
      const auto key = query::office_key_of(person->state, person->organisation, held.office,
                                            desk.office.catalogue());
      write_held(held, key, spans, json);
    });
    json.key("meetings");
    write(page->meetings, json);
    write_corrections(page->corrections, json);
    write_list("counterparts", *met, json,
               [&json](const query::PersonRow& other) { write(other, json); });
  });
}

constexpr Route kRoutes[] = {
    {"GET", "people", "", Role::reader, list},
    {"GET", "people/*", "", Role::reader, one},
};

}  // namespace

extern const Routes kPeople;
const Routes kPeople = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
