#include <algorithm>
#include <set>

#include "newcomers.h"
#include "participants.h"
#include "promises.h"
#include "rapporteur/query/derived.h"
#include "sessions.h"

namespace rapporteur::query {
namespace {

// What the sessions had on their agendas: topics, or wordings that have none.
std::vector<Brief::Recurring> recurring(const std::vector<MeetingPage>& sessions) {
  std::map<std::string, std::set<std::string>> in;
  for (const MeetingPage& page : sessions) {
    for (const Item& item : page.agenda) {
      if (item.topics.empty()) in[item.text].insert(page.row.id);
      for (const std::string& topic : item.topics) in[topic].insert(page.row.id);
    }
  }
  std::vector<Brief::Recurring> out;
  for (const auto& [item, ids] : in) out.push_back({item, ids.size(), {ids.begin(), ids.end()}});
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.sessions > b.sessions; });
  return out;
}

bool came_to(const ParticipantRow& row, const MeetingPage& page) {
  return std::any_of(page.participants.begin(), page.participants.end(), [&row](const auto& p) {
    return p.attendance == "attended" &&
           (p.person.empty() ? row.person.empty() && p.state == row.state &&
                                   p.organisation == row.organisation && p.offices == row.offices
                             : p.person == row.person);
  });
}

Result<std::vector<Brief::Came>> who_came(const Register& reg,
                                          const std::vector<MeetingPage>& sessions,
                                          const std::string& as_of) {
  std::vector<ClaimRow> all;
  for (const MeetingPage& page : sessions) {
    Result<std::vector<ClaimRow>> claims =
        load_claims(reg,
                    "o.list = 'participants' AND o.parent_id IN "
                    "(SELECT object_id FROM member WHERE meeting_id = ?) AND " +
                        known_by(as_of),
                    {page.row.id});
    if (!claims) return claims.error();
    std::move(claims->begin(), claims->end(), std::back_inserter(all));
  }
  Result<std::vector<ParticipantRow>> rows = participants_of(reg, all);
  if (!rows) return rows.error();
  std::vector<Brief::Came> out;
  for (ParticipantRow& row : *rows) {
    Brief::Came came{std::move(row), {}};
    for (const MeetingPage& page : sessions) {
      if (came_to(came.who, page)) came.sessions.push_back(page.row.id);
    }
    out.push_back(std::move(came));
  }
  return out;
}

Result<std::vector<MeetingPage>> pages_of(const Register& reg, const std::vector<MeetingRow>& rows,
                                          const std::string& as_of) {
  std::vector<MeetingPage> out;
  for (const MeetingRow& row : rows) {
    Result<MeetingPage> page = page_as_known(reg, row.id, as_of);
    if (!page) return page.error();
    page->row = row;
    out.push_back(std::move(*page));
  }
  return out;
}

// The sessions that the brief is about: the last held and those to come after them.
Result<void> choose_sessions(const Register& reg, std::size_t sessions, const std::string& as_of,
                             Brief& out) {
  std::string last_time;
  std::vector<MeetingRow> last;
  std::vector<MeetingRow> next;
  const std::vector<Placed> placed = latest_first(out.all);
  for (const Placed& p : placed) {
    if (!is_over(p.row) || last.size() >= sessions) continue;
    if (last.empty()) last_time = p.time;
    last.push_back(p.row);
  }
  for (const Placed& p : placed) {
    if (is_to_come(p.row) && p.time >= last_time) next.push_back(p.row);
  }
  std::reverse(next.begin(), next.end());
  Result<std::vector<MeetingPage>> last_pages = pages_of(reg, last, as_of);
  if (!last_pages) return last_pages.error();
  Result<std::vector<MeetingPage>> next_pages = pages_of(reg, next, as_of);
  if (!next_pages) return next_pages.error();
  out.last = std::move(*last_pages);
  out.next = std::move(*next_pages);
  return {};
}

Result<std::size_t> reports_of(const Register& reg, const std::string& series,
                               const std::string& as_of) {
  std::size_t n = 0;
  Result<void> r = for_each_row(
      reg,
      "SELECT count(DISTINCT v.report_id) FROM meeting AS m JOIN member AS mm "
      "ON mm.meeting_id = m.id JOIN object AS o ON o.id = mm.object_id "
      "JOIN version AS v ON v.id = o.version_id WHERE m.series_id = ? AND " +
          known_by(as_of),
      {series}, [&n](const Cursor& row) { n = static_cast<std::size_t>(row.integer(0)); });
  if (!r) return r.error();
  return n;
}

Result<void> add_missing(const Register& reg, const std::string& as_of,
                         const catalogue::Catalogue* catalogue, Brief& out) {
  for (const MeetingPage& page : out.last) {
    Result<Missing> missing = missing_members(reg, page.row, as_of, catalogue);
    if (!missing) return missing.error();
    out.missing.push_back(std::move(*missing));
  }
  return {};
}

// Takes over a value or the error of a question.
template <class T>
Result<void> take(Result<T> answer, T& out) {
  if (!answer) return answer.error();
  out = *std::move(answer);
  return {};
}

Result<Brief> brief_of(const Register& reg, const SeriesRow& series, std::size_t sessions,
                       const std::string& as_of, const catalogue::Catalogue* catalogue,
                       const FollowUps& table) {
  Brief out;
  out.series = series;
  Result<void> r = take(as_of.empty() ? latest_day(reg) : Result<std::string>(as_of), out.as_of);
  if (r) r = take(sessions_on(reg, series.id, as_of, out.as_of), out.all);
  if (r) r = take(reports_of(reg, series.id, as_of), out.reports);
  if (r) r = choose_sessions(reg, sessions, as_of, out);
  if (r) r = take(next_due(reg, series.id, as_of), out.due);
  if (r) r = add_missing(reg, as_of, catalogue, out);
  if (r) r = take(who_came(reg, out.last, as_of), out.came);
  if (r) r = take(newcomers_of(reg, out, as_of, catalogue), out.new_in_office);
  if (r) r = take(promises_of(reg, out.series, out.last, as_of, table), out.promises);
  if (r) r = take(presidencies(reg, "", series.id, as_of, catalogue), out.presidency);
  if (!r) return r.error();
  out.series.sessions = out.all.size();
  out.agenda = recurring(out.last);
  return out;
}

}  // namespace

Result<std::vector<Brief>> brief(const Register& reg, const std::string& body, std::size_t sessions,
                                 const catalogue::Catalogue* catalogue, const std::string& as_of,
                                 const FollowUps& table) {
  const Snapshot snapshot(reg);
  std::string day;
  if (!as_of.empty()) {
    Result<std::string> to = day_to_look_from(as_of);
    if (!to) return to.error();
    day = std::move(*to);
  }
  Result<std::vector<SeriesRow>> series = series_matching(reg, body, catalogue);
  if (!series) return series.error();
  if (series->empty()) {
    return Error{ErrorCode::not_found, "no series of meetings of '" + body + "'", reg.path()};
  }
  std::vector<Brief> out;
  for (const SeriesRow& s : *series) {
    Result<Brief> b = brief_of(reg, s, sessions, day, catalogue, table);
    if (!b) return b.error();
    out.push_back(std::move(*b));
  }
  return out;
}

}  // namespace rapporteur::query
