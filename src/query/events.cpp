#include "rapporteur/query/events.h"

#include <algorithm>
#include <set>

#include "ask.h"
#include "participants.h"
#include "rapporteur/catalogue/fold.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::query {
namespace {

// "2018-05-21" and intervals of such days; nothing approximate.
bool is_exact(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  const auto is_day = [](std::string_view part) {
    return part.size() == 10 && part.find_first_not_of("-0123456789") == std::string_view::npos;
  };
  if (slash == std::string_view::npos) return is_day(edtf);
  return is_day(edtf.substr(0, slash)) && is_day(edtf.substr(slash + 1));
}

void set_days(Event& event) {
  const bool moved = event.row.status == "postponed" && !event.rescheduled_to.empty();
  event.when = moved ? event.rescheduled_to : event.row.when;
  event.exact = is_exact(event.when);
  const std::optional<time::Days> days = time::days_of(event.when);
  if (!days || days->first == time::kOpenBegin || days->last == time::kOpenEnd) return;
  event.first_day = time::edtf_of({days->first, days->first});
  event.last_day = time::edtf_of({days->last, days->last});
  event.days = std::int64_t{days->last} - days->first + 1;
}

constexpr const char* kAgenda =
    "SELECT c.value FROM member AS mm "
    "JOIN object AS o ON o.parent_id = mm.object_id AND o.list = 'agenda' "
    "JOIN standing_claim AS c ON c.object_id = o.id AND c.property = 'text' "
    "JOIN version AS v ON v.id = o.version_id JOIN report AS r ON r.id = v.report_id "
    "WHERE mm.meeting_id = ? ORDER BY r.key, o.id";

Result<void> add_agenda(const Register& reg, Event& event) {
  std::set<std::string> seen;
  return for_each_row(reg, kAgenda, {event.row.id}, [&](const Cursor& row) {
    if (seen.insert(catalogue::fold(row.text(0))).second) event.agenda.emplace_back(row.text(0));
  });
}

Result<void> add_people(const Register& reg, Event& event) {
  const MeetingRow& m = event.row;
  if (!m.name.empty() || !m.organisation.empty() || !m.organ.empty()) return {};
  Result<std::vector<ClaimRow>> claims =
      load_claims(reg,
                  "o.list = 'participants' AND o.parent_id IN "
                  "(SELECT object_id FROM member WHERE meeting_id = ?)",
                  {m.id});
  if (!claims) return claims.error();
  Result<std::vector<ParticipantRow>> people = participants_of(reg, *claims);
  if (!people) return people.error();
  for (ParticipantRow& p : *people) {
    if (p.attendance == "absent") continue;
    p.sources.clear();
    event.people.push_back(std::move(p));
  }
  return {};
}

// All members, those that state none of the four properties with a NULL for one.
constexpr const char* kHistory =
    "SELECT coalesce(nullif(v.modified, ''), nullif(v.published, ''), v.dateline_date) AS day, "
    "c.property, c.value, r.key FROM member AS mm JOIN object AS o ON o.id = mm.object_id "
    "JOIN version AS v ON v.id = o.version_id JOIN report AS r ON r.id = v.report_id "
    "LEFT JOIN claim AS c ON c.object_id = o.id "
    "AND c.property IN ('when', 'rescheduled_to', 'place', 'status') "
    "WHERE mm.meeting_id = ? ORDER BY c.property, day, r.key, o.id, c.id";

// What people have said of the meeting's reports: a correction is a revision, and so is taking it
// back.
constexpr const char* kCorrections =
    "WITH own AS (SELECT r.key FROM member AS mm JOIN object AS o ON o.id = mm.object_id "
    " JOIN version AS v ON v.id = o.version_id JOIN report AS r ON r.id = v.report_id "
    " WHERE mm.meeting_id = ?) "
    "SELECT count(*) + count(undone), max(coalesce(undone, made)) FROM correction "
    "WHERE report IN (SELECT key FROM own) OR id IN (SELECT correction_id FROM correction_member "
    " WHERE report IN (SELECT key FROM own))";

Result<void> add_corrections(const Register& reg, Event& event, std::string& latest) {
  return for_each_row(reg, kCorrections, {event.row.id}, [&](const Cursor& row) {
    event.revisions += static_cast<int>(row.integer(0));
    latest = std::max(latest, std::string(row.text(1)));
  });
}

// One property after another, so that a change is a value unlike the one before.
Result<void> add_history(const Register& reg, Event& event) {
  std::string property;
  std::string value;
  std::string latest;
  std::set<std::string> reports;
  Result<void> r = for_each_row(reg, kHistory, {event.row.id}, [&](const Cursor& row) {
    reports.emplace(row.text(3));
    if (row.text(0).empty()) return;
    latest = std::max(latest, std::string(row.text(0)));
    if (row.is_null(1)) return;
    if (property == row.text(1) && value != row.text(2)) ++event.revisions;
    property = row.text(1);
    value = row.text(2);
  });
  if (!r) return r;
  event.reports.assign(reports.begin(), reports.end());
  if (r = add_corrections(reg, event, latest); !r) return r;
  const std::optional<time::Days> days = time::days_of(latest.substr(0, latest.find('T')));
  if (days && days->first != time::kOpenBegin) {
    event.latest_report = time::edtf_of({days->first, days->first});
  }
  return {};
}

Event event_of(const Cursor& row) {
  Event out;
  out.row = row_of(row);
  int column = kMeetingColumnCount;
  for (std::string* text :
       {&out.venue, &out.mode, &out.chair_person, &out.rescheduled_to, &out.host}) {
    *text = row.text(column++);
  }
  set_days(out);
  return out;
}

}  // namespace

Result<void> for_each_event(const Register& reg, const MeetingFilter& filter,
                            const catalogue::Catalogue* catalogue,
                            const std::function<bool(const Event&)>& sink) {
  const Snapshot snapshot(reg);
  Result<std::vector<Condition>> conditions = conditions_of(reg, filter, catalogue);
  if (!conditions) return conditions.error();
  auto [where, parameters] = all_of(*conditions);
  const std::int64_t limit = filter.limit == 0 ? kNoLimit : static_cast<std::int64_t>(filter.limit);
  parameters.emplace_back(limit);
  Result<Cursor> rows = reg.ask(
      std::string("SELECT ") + kMeetingColumns +
          ", m.venue, m.mode, m.chair_person, m.rescheduled_to, m.host FROM meeting AS m WHERE " +
          where + " ORDER BY m.first_day IS NULL, m.first_day, m.id LIMIT ?",
      parameters);
  if (!rows) return rows.error();
  while (true) {
    Result<bool> more = rows->next();
    if (!more) return more.error();
    if (!*more) return {};
    Event event = event_of(*rows);
    Result<void> r = add_agenda(reg, event);
    if (r) r = add_people(reg, event);
    if (r) r = add_history(reg, event);
    if (!r) return r;
    if (!sink(event)) return {};
  }
}

}  // namespace rapporteur::query
