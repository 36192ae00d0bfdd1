// Bodies: organisations and organs, with what the tables know of them and who chaired when.
#include "body_address.h"
#include "desk.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/query/subject.h"
#include "rapporteur/service/views.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using catalogue::Catalogue;
using service::Role;

void write_body(const query::BodyRow& row, const Catalogue& catalogue, Json& json) {
  json.begin_object();
  json.member("id", body_id_of(catalogue, row.organisation, row.organ));
  json.member_or_null("organisation", row.organisation);
  json.member_or_null("organ", row.organ);
  json.member("meetings", row.meetings);
  json.member_or_null("first_day", row.first_day);
  json.member_or_null("last_day", row.last_day);
  json.end_object();
}

std::string next_of(const query::BodyRow& last) {
  return cursor_of({last.organisation, last.organ});
}

Result<Answer> list(Desk& desk, Question& question) {
  query::BodySlice slice;
  slice.limit = question.parameters.limit();
  if (const auto cursor = question.parameters.cursor(2)) {
    slice.after = query::BodyRow{(*cursor)[0], (*cursor)[1], 0, "", ""};
  }
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto found = query::slice_bodies(desk.reg, slice);
  if (!found) return found.error();
  return json_answer([&](Json& json) {
    write_list("bodies", found->bodies, json,
               [&](const query::BodyRow& row) { write_body(row, *desk.office.catalogue(), json); });
    json.member_or_null("next", found->more ? next_of(found->bodies.back()) : "");
  });
}

void write_members(const Catalogue& catalogue, catalogue::Index index, Json& json) {
  json.key("members");
  json.begin_array();
  if (index != catalogue::npos) {
    for (const catalogue::Index state : catalogue.members_of(index, "")) {
      json.string(catalogue.states()[state].code);
    }
  }
  json.end_array();
}

void write_catalogue(const Catalogue& catalogue, catalogue::Index index, Json& json) {
  if (index != catalogue::npos) {
    const catalogue::Body& body = catalogue.bodies()[index];
    json.member_or_null("acronym", body.acronym);
    json.member_or_null("type", body.type);
    json.member_or_null("founded", body.founded);
    json.member_or_null("seat", body.seat_city);
  }
  write_members(catalogue, index, json);
}

Result<Answer> one(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const Catalogue& catalogue = *desk.office.catalogue();
  const std::optional<Body> body = body_of(catalogue, question.names[0]);
  const Error unknown{ErrorCode::not_found, "no such body", question.names[0]};
  if (!body) return unknown;
  const auto organs = query::organs_of_body(desk.reg, body->organisation, body->organ);
  if (!organs) return organs.error();
  if (organs->empty() && body->index == catalogue::npos) return unknown;
  const auto chaired = query::presidency(desk.reg, body->organisation, body->organ);
  if (!chaired) return chaired.error();
  const auto series = query::series_of_body(desk.reg, body->organisation, body->organ);
  if (!series) return series.error();
  return json_answer([&](Json& json) {
    json.member("id", question.names[0]);
    json.member_or_null("organisation", body->organisation);
    json.member_or_null("organ", body->organ);
    write_catalogue(catalogue, body->index, json);
    write_list("organs", *organs, json,
               [&](const query::BodyRow& row) { write_body(row, catalogue, json); });
    write_list("series", *series, json, [&json](const query::SeriesRow& row) {
      write_formatted(service::row_of(row), json);
    });
    json.key("presidency");
    write(*chaired, json);
  });
}

constexpr Route kRoutes[] = {
    {"GET", "bodies", "", Role::reader, list},
    {"GET", "bodies/*", "", Role::reader, one},
};

}  // namespace

extern const Routes kBodies;
const Routes kBodies = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
