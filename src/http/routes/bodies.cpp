// Bodies: organisations and organs, with what the tables know of them and who chaired when.
#include <algorithm>

#include "desk.h"
#include "rapporteur/base/secret.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/service/views.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using catalogue::Catalogue;
using service::Role;

constexpr std::string_view kFront = "b-";
constexpr char kBetween = '\x1f';

// A body of the tables goes by its id there ("sco.chs"); any other by its words.
struct Body {
  std::string organisation;
  std::string organ;
  catalogue::Index index = catalogue::npos;
};

catalogue::Index index_of(const Catalogue& catalogue, const std::string& organisation,
                          const std::string& organ) {
  catalogue::Index out = catalogue::npos;
  for (const catalogue::Index i : catalogue.find_bodies_named(organisation)) {
    if (catalogue.bodies()[i].name == organisation) out = i;
  }
  if (organ.empty()) return out;
  if (out != catalogue::npos) {
    const catalogue::Index of_it = catalogue.find_organ(out, organ);
    // A generic wording finds an organ too, whose own name then is another.
    return of_it != catalogue::npos && catalogue.bodies()[of_it].name == organ ? of_it
                                                                               : catalogue::npos;
  }
  for (const catalogue::Index i : catalogue.find_bodies_named(organ)) {
    if (organisation.empty() && catalogue.bodies()[i].name == organ) return i;
  }
  return catalogue::npos;
}

std::string id_of(const Catalogue& catalogue, const std::string& organisation,
                  const std::string& organ) {
  const catalogue::Index index = index_of(catalogue, organisation, organ);
  if (index != catalogue::npos) return std::string(catalogue.bodies()[index].id);
  return std::string(kFront) + to_base64url(organisation + kBetween + organ);
}

std::optional<Body> body_of(const Catalogue& catalogue, const std::string& id) {
  const catalogue::Index index = catalogue.find_body(id);
  if (index != catalogue::npos) {
    const catalogue::Body& body = catalogue.bodies()[index];
    if (body.parent == catalogue::npos) {
      const bool is_series = body.kind == catalogue::BodyKind::series;
      return Body{is_series ? "" : std::string(body.name), is_series ? std::string(body.name) : "",
                  index};
    }
    return Body{std::string(catalogue.bodies()[body.parent].name), std::string(body.name), index};
  }
  if (!id.starts_with(kFront)) return std::nullopt;
  const auto words = from_base64url(std::string_view(id).substr(kFront.size()));
  const std::size_t cut = words ? words->find(kBetween) : std::string::npos;
  if (cut == std::string::npos) return std::nullopt;
  return Body{words->substr(0, cut), words->substr(cut + 1), catalogue::npos};
}

void write_body(const query::BodyRow& row, const Catalogue& catalogue, Json& json) {
  json.begin_object();
  json.member("id", id_of(catalogue, row.organisation, row.organ));
  json.member_or_null("organisation", row.organisation);
  json.member_or_null("organ", row.organ);
  json.key("meetings");
  json.integer(row.meetings);
  json.member_or_null("first_day", row.first_day);
  json.member_or_null("last_day", row.last_day);
  json.end_object();
}

Result<Answer> list(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto bodies = query::list_bodies(desk.reg);
  if (!bodies) return bodies.error();
  return json_answer([&](Json& json) {
    write_list("bodies", *bodies, json,
               [&](const query::BodyRow& row) { write_body(row, *desk.office.catalogue(), json); });
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

// The body's own row and those of its organs.
std::vector<query::BodyRow> rows_of(const std::vector<query::BodyRow>& all, const Body& body) {
  std::vector<query::BodyRow> out;
  for (const query::BodyRow& row : all) {
    const bool is_of_it =
        body.organisation == row.organisation && (body.organ.empty() || body.organ == row.organ);
    const bool is_named_so = body.organisation.empty() && body.organ == row.organ;
    if (is_of_it || is_named_so) out.push_back(row);
  }
  return out;
}

Result<Answer> one(Desk& desk, Question& question) {
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const Catalogue& catalogue = *desk.office.catalogue();
  const std::optional<Body> body = body_of(catalogue, question.names[0]);
  const auto all = query::list_bodies(desk.reg);
  if (!all) return all.error();
  const std::vector<query::BodyRow> rows =
      body ? rows_of(*all, *body) : std::vector<query::BodyRow>();
  if (!body || (rows.empty() && body->index == catalogue::npos)) {
    return Error{ErrorCode::not_found, "no such body", question.names[0]};
  }
  const auto chaired = query::presidency(desk.reg, body->organisation, body->organ);
  if (!chaired) return chaired.error();
  const auto series = query::list_series(desk.reg);
  if (!series) return series.error();
  return json_answer([&](Json& json) {
    json.member("id", question.names[0]);
    json.member_or_null("organisation", body->organisation);
    json.member_or_null("organ", body->organ);
    write_catalogue(catalogue, body->index, json);
    write_list("organs", rows, json,
               [&](const query::BodyRow& row) { write_body(row, catalogue, json); });
    json.key("series");
    json.begin_array();
    for (const query::SeriesRow& row : *series) {
      const bool is_of_it = row.organisation == body->organisation &&
                            (body->organ.empty() || row.organ == body->organ);
      if (is_of_it) write_formatted(service::row_of(row), json);
    }
    json.end_array();
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
