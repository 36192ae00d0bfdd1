// Meetings: lists, facets and one with all that is known of it.
#include "meeting_filter.h"
#include "write.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

Result<Answer> list(Desk& desk, Question& question) {
  query::MeetingSlice slice = read_filter(question.parameters);
  read_place_in_list(question.parameters, true, slice);
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  return list_answer(desk, question, slice);
}

Result<Answer> upcoming(Desk& desk, Question& question) {
  query::MeetingSlice slice = read_filter(question.parameters);
  read_place_in_list(question.parameters, false, slice);
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  slice.to_come = true;
  if (slice.filter.from.empty()) slice.filter.from = desk.office.options.today();
  return list_answer(desk, question, slice);
}

Result<Answer> facets(Desk& desk, Question& question) {
  static const std::vector<std::string_view> kNames(query::facet_names().begin(),
                                                    query::facet_names().end());
  const query::MeetingSlice slice = read_filter(question.parameters);
  std::vector<std::string> names = question.parameters.choices("facets", kNames);
  const auto most = static_cast<std::size_t>(question.parameters.number("most", 20, 1, 300));
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  if (names.empty()) names = query::facet_names();
  Result<std::vector<query::Facet>> found =
      query::facets(desk.reg, slice, names, most, desk.office.catalogue());
  if (!found) return found.error();
  return json_answer([&](Json& json) {
    json.key("facets");
    json.begin_object();
    for (const query::Facet& facet : *found) {
      write_list(facet.name, facet.values, json, [&json](const query::Facet::Value& value) {
        json.begin_object();
        json.member("value", value.value);
        json.member("meetings", value.meetings);
        json.end_object();
      });
    }
    json.end_object();
  });
}

void write_links(const std::vector<query::LinkRow>& links, Spans& spans, Json& json) {
  write_list("links", links, json, [&](const query::LinkRow& link) {
    json.begin_object();
    json.member("relation", link.relation);
    json.key("to");
    write(link.to, json);
    write(link.sources, spans, json);
    json.end_object();
  });
}

void write_history(const std::vector<query::Stage>& history, Spans& spans, Json& json) {
  write_list("history", history, json, [&](const query::Stage& stage) {
    json.begin_object();
    json.member_or_null("published", stage.published);
    json.member_or_null("status", stage.status);
    json.member_or_null("when", stage.when);
    json.member_or_null("place", stage.place);
    write(stage.sources, spans, json);
    json.end_object();
  });
}

void write_merges(const std::vector<query::MergeRow>& merges, Json& json) {
  write_list("merges", merges, json, [&json](const query::MergeRow& merge) {
    json.begin_object();
    json.member("a", merge.a);
    json.member("b", merge.b);
    json.member("rule", merge.rule);
    json.member("score", merge.score);
    json.end_object();
  });
}

Answer page_answer(const query::MeetingPage& page, Spans& spans) {
  return json_answer([&](Json& json) {
    json.key("meeting");
    write(page.row, json);
    json.member("unit", spans.unit_name());
    write_list("facts", page.facts, json, [&](const query::Fact& fact) {
      json.begin_object();
      json.member("property", fact.property);
      write_list("values", fact.values, json,
                 [&](const query::FactValue& value) { write(value, spans, json); });
      json.end_object();
    });
    write_list("participants", page.participants, json,
               [&](const query::ParticipantRow& p) { write(p, spans, json); });
    write_history(page.history, spans, json);
    const auto write_item = [&](const query::Item& item) { write(item, spans, json); };
    write_list("agenda", page.agenda, json, write_item);
    write_list("outcomes", page.outcomes, json, write_item);
    write_list("instruments", page.instruments, json, write_item);
    write_links(page.links, spans, json);
    write_merges(page.merges, json);
    write_corrections(page.corrections, json);
    json.key("also");
    write(page.also, json);
  });
}

Result<Answer> one(Desk& desk, Question& question) {
  Spans spans(desk.reg, question.parameters.unit());
  if (Result<void> fine = question.parameters.check(); !fine) return fine.error();
  Result<query::MeetingPage> page = query::show_meeting(desk.reg, question.names[0]);
  if (!page) return page.error();
  return page_answer(*page, spans);
}

constexpr Route kRoutes[] = {
    {"GET", "meetings", "csv ics", Role::reader, list},
    {"GET", "meetings/facets", "", Role::reader, facets},
    {"GET", "meetings/*", "", Role::reader, one},
    {"GET", "upcoming", "csv ics", Role::reader, upcoming},
};

}  // namespace

extern const Routes kMeetings;
const Routes kMeetings = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
