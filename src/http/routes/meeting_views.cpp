// Meetings seen from afar: on a timeline, on a map, as a network.
#include "meeting_filter.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

constexpr std::array<std::string_view, 2> kScales = {"year", "month"};
constexpr std::array<std::string_view, 2> kParties = {"state", "person"};

Result<Answer> timeline(Desk& desk, Question& question) {
  const query::MeetingSlice slice = read_filter(question.parameters);
  const bool by_month = question.parameters.choice("by", kScales) == "month";
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto periods = query::periods(desk.reg, slice, by_month, desk.office.catalogue());
  if (!periods) return periods.error();
  return json_answer([&](Json& json) {
    write_list("periods", *periods, json, [&json](const query::PeriodRow& row) {
      json.begin_object();
      json.member_or_null("period", row.period);
      json.member("meetings", row.meetings);
      json.end_object();
    });
  });
}

Result<Answer> map(Desk& desk, Question& question) {
  const query::MeetingSlice slice = read_filter(question.parameters);
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto places = query::places(desk.reg, slice, desk.office.catalogue());
  if (!places) return places.error();
  return json_answer([&](Json& json) {
    write_list("places", *places, json, [&](const query::PlaceRow& row) {
      json.begin_object();
      write_where(row.place, row.country, desk.office, json);
      json.member("meetings", row.meetings);
      json.member_or_null("first_day", row.first_day);
      json.member_or_null("last_day", row.last_day);
      json.end_object();
    });
  });
}

void write_network(const query::Network& network, Json& json) {
  write_list("nodes", network.nodes, json, [&json](const query::Network::Node& node) {
    json.begin_object();
    json.member("id", node.id);
    json.member("name", node.name);
    json.member_or_null("state", node.state);
    json.member("meetings", node.meetings);
    json.end_object();
  });
  write_list("edges", network.edges, json, [&json](const query::Network::Edge& edge) {
    json.begin_object();
    json.member("a", edge.a);
    json.member("b", edge.b);
    json.member("meetings", edge.meetings);
    json.end_object();
  });
  json.member("more", network.more);
}

Result<Answer> network(Desk& desk, Question& question) {
  const query::MeetingSlice slice = read_filter(question.parameters);
  const bool of_people = question.parameters.choice("of", kParties) == "person";
  const auto most = static_cast<std::size_t>(question.parameters.number("most", 200, 1, 5000));
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  const auto found = query::network(desk.reg, slice, of_people, most, desk.office.catalogue());
  if (!found) return found.error();
  return json_answer([&](Json& json) { write_network(*found, json); });
}

constexpr Route kRoutes[] = {
    {"GET", "timeline", "", Role::reader, timeline},
    {"GET", "map", "", Role::reader, map},
    {"GET", "network", "", Role::reader, network},
};

}  // namespace

extern const Routes kMeetingViews;
const Routes kMeetingViews = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
