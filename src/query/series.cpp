#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "ask.h"
#include "participants.h"

namespace rapporteur::query {
namespace {

// A series is called what most of its sessions are called.
constexpr const char* kSeries =
    "SELECT s.id, "
    "(SELECT organisation FROM meeting WHERE series_id = s.id AND organisation IS NOT NULL "
    " GROUP BY organisation ORDER BY count(*) DESC, organisation LIMIT 1), "
    "(SELECT organ FROM meeting WHERE series_id = s.id AND organ IS NOT NULL "
    " GROUP BY organ ORDER BY count(*) DESC, organ LIMIT 1), "
    "(SELECT count(*) FROM meeting WHERE series_id = s.id) FROM series AS s";

SeriesRow series_of(const Cursor& row) {
  return {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
          static_cast<std::size_t>(row.integer(3))};
}

bool is_over(const MeetingRow& m) { return m.status == "held"; }
bool is_to_come(const MeetingRow& m) {
  return m.status == "announced" || m.status == "postponed" || m.status == "ongoing";
}

// Where a session stands in time. One without a date stands after the last dated session of a
// lower ordinal; one without either, before all.
std::string time_of(const MeetingRow& m, const std::vector<MeetingRow>& all) {
  if (!m.first_day.empty() || !m.ordinal) return m.first_day;
  std::string out;
  for (const MeetingRow& o : all) {
    if (o.ordinal && *o.ordinal < *m.ordinal) out = std::max(out, o.first_day);
  }
  return out.empty() ? out : out + "+";
}

struct Placed {
  std::string time;
  MeetingRow row;
};

// The latest first.
std::vector<Placed> latest_first(const std::vector<MeetingRow>& sessions) {
  std::vector<Placed> out;
  for (const MeetingRow& m : sessions) out.push_back({time_of(m, sessions), m});
  std::sort(out.begin(), out.end(), [](const Placed& a, const Placed& b) {
    return std::tie(b.time, b.row.ordinal, a.row.id) < std::tie(a.time, a.row.ordinal, b.row.id);
  });
  return out;
}

Result<std::vector<MeetingRow>> sessions_of(const Register& reg, const std::string& series) {
  std::vector<MeetingRow> out;
  Result<void> r =
      for_each_row(reg,
                   std::string("SELECT ") + kMeetingColumns +
                       " FROM meeting AS m WHERE m.series_id = ? "
                       "ORDER BY m.ordinal IS NULL, m.ordinal, m.first_day IS NULL, "
                       "m.first_day, m.id",
                   {series}, [&out](const Cursor& row) { out.push_back(row_of(row)); });
  if (!r) return r.error();
  return out;
}

// All series with a session that is of this body.
Result<std::vector<SeriesRow>> matching(const Register& reg, const std::string& body,
                                        const catalogue::Catalogue* catalogue) {
  MeetingFilter filter;
  filter.body = body;
  Result<std::vector<Condition>> conditions = conditions_of(reg, filter, catalogue);
  if (!conditions) return conditions.error();
  auto [where, parameters] = all_of(*conditions);
  std::vector<SeriesRow> out;
  const std::string sql = std::string(kSeries) +
                          " WHERE s.id = ? OR s.id IN (SELECT m.series_id FROM meeting AS m WHERE "
                          "m.series_id IS NOT NULL AND " +
                          where + ") ORDER BY 2, 3, 1";
  parameters.insert(parameters.begin(), body);
  Result<void> r = for_each_row(reg, sql, parameters,
                                [&out](const Cursor& row) { out.push_back(series_of(row)); });
  if (!r) return r.error();
  return out;
}

// What the sessions had on their agendas: topics, or wordings that have none.
Result<std::vector<Brief::Recurring>> recurring(const Register& reg,
                                                const std::vector<MeetingRow>& sessions) {
  std::map<std::string, std::set<std::string>> in;
  for (const MeetingRow& m : sessions) {
    Result<MeetingPage> page = show_meeting(reg, m.id);
    if (!page) return page.error();
    for (const Item& item : page->agenda) {
      if (item.topics.empty()) in[item.text].insert(m.id);
      for (const std::string& topic : item.topics) in[topic].insert(m.id);
    }
  }
  std::vector<Brief::Recurring> out;
  for (const auto& [item, ids] : in) out.push_back({item, ids.size(), {ids.begin(), ids.end()}});
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.sessions > b.sessions; });
  return out;
}

Result<std::vector<ParticipantRow>> who_came(const Register& reg,
                                             const std::vector<MeetingRow>& sessions) {
  std::vector<ClaimRow> all;
  for (const MeetingRow& m : sessions) {
    Result<std::vector<ClaimRow>> claims =
        load_claims(reg,
                    "o.list = 'participants' AND o.parent_id IN "
                    "(SELECT object_id FROM member WHERE meeting_id = ?)",
                    {m.id});
    if (!claims) return claims.error();
    std::move(claims->begin(), claims->end(), std::back_inserter(all));
  }
  return participants_of(reg, all);
}

Result<Brief> brief_of(const Register& reg, const SeriesRow& series, std::size_t sessions) {
  Brief out;
  out.series = series;
  Result<std::vector<MeetingRow>> all = sessions_of(reg, series.id);
  if (!all) return all.error();
  std::string last_time;
  const std::vector<Placed> placed = latest_first(*all);
  for (const Placed& p : placed) {
    if (!is_over(p.row) || out.last.size() >= sessions) continue;
    if (out.last.empty()) last_time = p.time;
    out.last.push_back(p.row);
  }
  for (const Placed& p : placed) {
    if (is_to_come(p.row) && p.time >= last_time) out.next.push_back(p.row);
  }
  std::reverse(out.next.begin(), out.next.end());
  Result<std::vector<ParticipantRow>> came = who_came(reg, out.last);
  if (!came) return came.error();
  out.came = std::move(*came);
  Result<std::vector<Brief::Recurring>> agenda = recurring(reg, out.last);
  if (!agenda) return agenda.error();
  out.agenda = std::move(*agenda);
  if (out.last.empty()) return out;
  Result<MeetingPage> page = show_meeting(reg, out.last.front().id);
  if (!page) return page.error();
  out.outcomes = std::move(page->outcomes);
  return out;
}

}  // namespace

Result<std::vector<SeriesRow>> list_series(const Register& reg) {
  std::vector<SeriesRow> out;
  Result<void> r = for_each_row(reg, std::string(kSeries) + " ORDER BY 2, 3, 1", {},
                                [&out](const Cursor& row) { out.push_back(series_of(row)); });
  if (!r) return r.error();
  return out;
}

Result<SeriesPage> show_series(const Register& reg, const std::string& id) {
  const Snapshot snapshot(reg);
  SeriesPage page;
  Result<void> r = for_each_row(reg, std::string(kSeries) + " WHERE s.id = ?", {id},
                                [&page](const Cursor& row) { page.row = series_of(row); });
  if (!r) return r.error();
  if (page.row.id.empty()) return Error{ErrorCode::not_found, "no such series: " + id, reg.path()};
  Result<std::vector<MeetingRow>> sessions = sessions_of(reg, id);
  if (!sessions) return sessions.error();
  page.sessions = std::move(*sessions);
  return page;
}

Result<std::vector<Brief>> brief(const Register& reg, const std::string& body, std::size_t sessions,
                                 const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  Result<std::vector<SeriesRow>> series = matching(reg, body, catalogue);
  if (!series) return series.error();
  if (series->empty()) {
    return Error{ErrorCode::not_found, "no series of meetings of '" + body + "'", reg.path()};
  }
  std::vector<Brief> out;
  for (const SeriesRow& s : *series) {
    Result<Brief> b = brief_of(reg, s, sessions);
    if (!b) return b.error();
    out.push_back(std::move(*b));
  }
  return out;
}

}  // namespace rapporteur::query
