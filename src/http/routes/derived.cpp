// What follows from the reports on a meeting, a series, a body, a person and a state.
#include <algorithm>

#include "as_of.h"
#include "body_address.h"
#include "rapporteur/query/subject.h"
#include "rapporteur/service/views.h"
#include "write_derived.h"

namespace rapporteur::http::routes {

namespace {

using service::Role;

constexpr std::int64_t kMostSessions = 20;

Result<Answer> of_meeting(Desk& desk, Question& question) {
  Spans spans(desk.reg, question.parameters.unit());
  const Result<AsOf> day = as_of(desk, question.parameters);
  if (!day) return day.error();
  const auto page = query::show_meeting(desk.reg, question.names[0]);
  if (!page) return page.error();
  std::vector<query::Missing> missing;
  if (page->row.status == "held") {
    auto found = query::missing_members(desk.reg, page->row, day->asked, desk.office.catalogue());
    if (!found) return found.error();
    missing.push_back(*std::move(found));
  }
  const auto promises = query::promises_of(desk.reg, *page, day->asked, desk.office.follow_ups);
  if (!promises) return promises.error();
  return json_answer([&](Json& json) {
    json.member_or_null("as_of", day->day);
    json.member("unit", spans.unit_name());
    json.key("missing");
    missing.empty() ? json.null() : write(missing.front(), spans, json);
    write_list("promises", *promises, json,
               [&](const query::Promise& one) { write(one, spans, json); });
  });
}

void write_came(const std::vector<query::Brief::Came>& came, Spans& spans, Json& json) {
  write_list("came", came, json, [&](const query::Brief::Came& one) {
    json.begin_object();
    json.key("who");
    write(one.who, spans, json);
    json.key("sessions");
    write(one.sessions, json);
    json.end_object();
  });
}

void write_recurring(const std::vector<query::Brief::Recurring>& agenda, Json& json) {
  write_list("agenda", agenda, json, [&](const query::Brief::Recurring& one) {
    json.begin_object();
    json.member("item", one.item);
    json.key("sessions");
    write(one.in, json);
    json.end_object();
  });
}

void write_presidency(const std::vector<query::Presidency>& presidency, Spans& spans, Json& json) {
  write_list("presidency", presidency, json,
             [&](const query::Presidency& one) { write(one, spans, json); });
}

Result<Answer> of_series(Desk& desk, Question& question) {
  Spans spans(desk.reg, question.parameters.unit());
  const auto sessions =
      static_cast<std::size_t>(question.parameters.number("sessions", 3, 1, kMostSessions));
  const Result<AsOf> day = as_of(desk, question.parameters);
  if (!day) return day.error();
  // Only an id names a series here, no words.
  if (const auto series = query::show_series(desk.reg, question.names[0]); !series) {
    return series.error();
  }
  const catalogue::Catalogue* catalogue = desk.office.catalogue();
  const auto briefs = query::brief(desk.reg, question.names[0], sessions, catalogue, day->asked,
                                   desk.office.follow_ups);
  if (!briefs) return briefs.error();
  const query::Brief& brief = briefs->front();
  return json_answer([&](Json& json) {
    json.member_or_null("as_of", day->day);
    json.member("unit", spans.unit_name());
    json.member("reports", brief.reports);
    json.key("due");
    write(brief.due, spans, json);
    write_presidency(brief.presidency, spans, json);
    write_list("missing", brief.missing, json,
               [&](const query::Missing& one) { write(one, spans, json); });
    write_came(brief.came, spans, json);
    write_list("new_in_office", brief.new_in_office, json,
               [&](const query::Newcomer& one) { write(one, catalogue, spans, json); });
    write_recurring(brief.agenda, json);
    write_list("promises", brief.promises, json,
               [&](const query::Promise& one) { write(one, spans, json); });
  });
}

struct DueSeries {
  query::SeriesRow series;
  query::Due due;
};

Result<std::vector<DueSeries>> due_of(Desk& desk, const Body& body, const std::string& day) {
  const auto all = query::series_of_body(desk.reg, body.organisation, body.organ);
  if (!all) return all.error();
  std::vector<DueSeries> out;
  for (const query::SeriesRow& series : *all) {
    Result<query::Due> due = query::next_due(desk.reg, series.id, day);
    if (!due) return due.error();
    out.push_back({series, *std::move(due)});
  }
  return out;
}

// Of an organ: of its series, which as a rule is one.
Result<std::vector<query::Presidency>> presidency_of(Desk& desk, const Body& body,
                                                     const std::vector<DueSeries>& series,
                                                     const std::string& day) {
  const catalogue::Catalogue* catalogue = desk.office.catalogue();
  if (body.organ.empty()) {
    return query::presidencies(desk.reg, body.organisation, "", day, catalogue);
  }
  std::vector<query::Presidency> out;
  for (const DueSeries& one : series) {
    auto some = query::presidencies(desk.reg, "", one.series.id, day, catalogue);
    if (!some) return some;
    std::move(some->begin(), some->end(), std::back_inserter(out));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.year < b.year; });
  return out;
}

// {"as_of", "unit", ..., "offices"}
template <class Fill>
Result<Answer> with_offices(Desk& desk, const AsOf& day, const query::TenureFilter& filter,
                            Spans& spans, Fill fill) {
  const auto tenures = query::tenures(desk.reg, filter, desk.office.catalogue());
  if (!tenures) return tenures.error();
  return json_answer([&](Json& json) {
    json.member_or_null("as_of", day.day);
    json.member("unit", spans.unit_name());
    fill(json);
    write_list("offices", *tenures, json,
               [&](const query::Tenure& one) { write(one, desk.office.catalogue(), spans, json); });
  });
}

Result<Answer> of_body(Desk& desk, Question& question) {
  Spans spans(desk.reg, question.parameters.unit());
  const Result<AsOf> day = as_of(desk, question.parameters);
  if (!day) return day.error();
  const std::optional<Body> body = body_of(*desk.office.catalogue(), question.names[0]);
  if (!body) return Error{ErrorCode::not_found, "no such body", question.names[0]};
  const auto due = due_of(desk, *body, day->asked);
  if (!due) return due.error();
  const auto presidency = presidency_of(desk, *body, *due, day->asked);
  if (!presidency) return presidency.error();
  query::TenureFilter filter;
  filter.organisation = body->organisation;
  filter.as_of = day->asked;
  return with_offices(desk, *day, filter, spans, [&](Json& json) {
    write_presidency(*presidency, spans, json);
    write_list("due", *due, json, [&](const DueSeries& one) {
      json.begin_object();
      json.key("series");
      write_formatted(service::row_of(one.series), json);
      json.key("due");
      write(one.due, spans, json);
      json.end_object();
    });
  });
}

Result<Answer> of_person(Desk& desk, Question& question) {
  Spans spans(desk.reg, question.parameters.unit());
  const Result<AsOf> day = as_of(desk, question.parameters);
  if (!day) return day.error();
  const auto person = query::find_person(desk.reg, question.names[0]);
  if (!person) return person.error();
  query::TenureFilter filter;
  filter.person = person->id;
  filter.as_of = day->asked;
  return with_offices(desk, *day, filter, spans, [](Json&) {});
}

Result<Answer> of_state(Desk& desk, Question& question) {
  Spans spans(desk.reg, question.parameters.unit());
  const Result<AsOf> day = as_of(desk, question.parameters);
  if (!day) return day.error();
  query::TenureFilter filter;
  filter.state = question.names[0];
  filter.as_of = day->asked;
  return with_offices(desk, *day, filter, spans, [](Json&) {});
}

constexpr Route kRoutes[] = {
    {"GET", "meetings/*/derived", "", Role::reader, of_meeting},
    {"GET", "series/*/derived", "", Role::reader, of_series},
    {"GET", "bodies/*/derived", "", Role::reader, of_body},
    {"GET", "people/*/derived", "", Role::reader, of_person},
    {"GET", "states/*/derived", "", Role::reader, of_state},
};

}  // namespace

extern const Routes kDerived;
const Routes kDerived = routes_in(kRoutes);

}  // namespace rapporteur::http::routes
