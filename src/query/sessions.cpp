#include "sessions.h"

#include <algorithm>
#include <tuple>

#include "rapporteur/query/derived.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::query {
namespace {

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

// What reports until a day say of a meeting, the latest of them first.
struct Known {
  std::size_t reports = 0;
  bool all = true;  // there is no later report
  std::map<std::string, std::string> values;
};

Result<Known> known_of(const Register& reg, const std::string& id, const std::string& as_of) {
  Known out;
  std::string report;
  Result<void> r = for_each_row(
      reg,
      "SELECT substr(v.published, 1, 10) <= ?2, v.id, CASE WHEN d.verdict = 'reject' THEN NULL "
      "ELSE c.property END, coalesce(d.value, c.value) FROM member AS mm "
      "JOIN object AS o ON o.id = mm.object_id JOIN version AS v ON v.id = o.version_id "
      "LEFT JOIN claim AS c ON c.object_id = o.id AND c.property IN "
      "('status', 'when', 'place', 'country', 'chair', 'ordinal') "
      "LEFT JOIN verdict AS d ON d.claim_id = c.id "
      "WHERE mm.meeting_id = ?1 ORDER BY v.published DESC, v.digest, o.pointer, c.id",
      {id, as_of}, [&](const Cursor& row) {
        if (row.integer(0) == 0) {
          out.all = false;
          return;
        }
        if (report != row.text(1)) ++out.reports;
        report = row.text(1);
        out.values.emplace(row.text(2), row.text(3));
      });
  if (!r) return r.error();
  return out;
}

void put(const std::map<std::string, std::string>& values, MeetingRow& m) {
  const auto value = [&values](const char* property) {
    const auto found = values.find(property);
    return found == values.end() ? std::string() : found->second;
  };
  m.status = value("status");
  m.when = value("when");
  m.place = value("place");
  m.country = value("country");
  m.chair = value("chair");
  m.first_day.clear();
  m.last_day.clear();
  const std::optional<time::Days> days = time::days_of(m.when);
  if (!days) return;
  if (days->first != time::kOpenBegin) m.first_day = time::edtf_of({days->first, days->first});
  if (days->last != time::kOpenEnd) m.last_day = time::edtf_of({days->last, days->last});
}

}  // namespace

std::string known_by(const std::string& as_of) {
  if (as_of.empty()) return "1 = 1";
  return "substr(v.published, 1, 10) <= '" + as_of + "'";
}

Result<bool> put_as_known(const Register& reg, const std::string& as_of, MeetingRow& meeting) {
  if (as_of.empty()) return true;
  const Result<Known> known = known_of(reg, meeting.id, as_of);
  if (!known) return known.error();
  if (known->reports == 0) return false;
  if (known->all) return true;
  meeting.reports = static_cast<int>(known->reports);
  put(known->values, meeting);
  return true;
}

bool is_over(const MeetingRow& m) { return m.status == "held"; }
bool is_to_come(const MeetingRow& m) {
  return m.status == "announced" || m.status == "postponed" || m.status == "ongoing";
}

std::vector<Placed> latest_first(const std::vector<MeetingRow>& sessions) {
  std::vector<Placed> out;
  for (const MeetingRow& m : sessions) out.push_back({time_of(m, sessions), m});
  std::sort(out.begin(), out.end(), [](const Placed& a, const Placed& b) {
    return std::tie(b.time, b.row.ordinal, a.row.id) < std::tie(a.time, a.row.ordinal, b.row.id);
  });
  return out;
}

Result<std::vector<MeetingRow>> sessions_of(const Register& reg, const std::string& series,
                                            const std::string& as_of) {
  std::vector<MeetingRow> out;
  Result<void> r =
      for_each_row(reg,
                   std::string("SELECT ") + kMeetingColumns +
                       " FROM meeting AS m WHERE m.series_id = ? "
                       "ORDER BY m.ordinal IS NULL, m.ordinal, m.first_day IS NULL, "
                       "m.first_day, m.id",
                   {series}, [&out](const Cursor& row) { out.push_back(row_of(row)); });
  if (!r) return r.error();
  if (as_of.empty()) return out;
  std::vector<MeetingRow> known;
  for (MeetingRow& m : out) {
    const Result<bool> is_known = put_as_known(reg, as_of, m);
    if (!is_known) return is_known.error();
    if (*is_known) known.push_back(std::move(m));
  }
  return known;
}

const char* const kSeriesColumns =
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

Result<std::vector<SeriesRow>> series_matching(const Register& reg, const std::string& body,
                                               const catalogue::Catalogue* catalogue) {
  MeetingFilter filter;
  filter.body = body;
  Result<std::vector<Condition>> conditions = conditions_of(reg, filter, catalogue);
  if (!conditions) return conditions.error();
  auto [where, parameters] = all_of(*conditions);
  std::vector<SeriesRow> out;
  const std::string sql = std::string(kSeriesColumns) +
                          " WHERE s.id = ? OR s.id IN (SELECT m.series_id FROM meeting AS m WHERE "
                          "m.series_id IS NOT NULL AND " +
                          where + ") ORDER BY 2, 3, 1";
  parameters.insert(parameters.begin(), body);
  Result<void> r = for_each_row(reg, sql, parameters,
                                [&out](const Cursor& row) { out.push_back(series_of(row)); });
  if (!r) return r.error();
  return out;
}

Result<std::vector<MeetingRow>> sessions_on(const Register& reg, const std::string& series,
                                            const std::string& as_of, const std::string& day) {
  Result<std::vector<MeetingRow>> out = sessions_of(reg, series, as_of);
  if (!out || day.empty()) return out;
  for (MeetingRow& m : *out) {
    if (is_over(m) && m.first_day > day) m.status = "announced";
  }
  return out;
}

Result<std::string> latest_day(const Register& reg) {
  std::string out;
  Result<void> r =
      for_each_row(reg, "SELECT substr(max(published), 1, 10) FROM version WHERE current = 1", {},
                   [&out](const Cursor& row) { out = row.text(0); });
  if (!r) return r.error();
  const std::optional<time::Days> days = time::days_of(out);
  return days && days->last != time::kOpenEnd ? time::edtf_of({days->last, days->last}) : out;
}

Result<std::string> day_to_look_from(const std::string& as_of) {
  const std::optional<time::Days> days = time::days_of(as_of);
  if (!days || days->last == time::kOpenEnd) {
    return Error{ErrorCode::bad_data, "no day: '" + as_of + "'; write 2022-08-19, 2022-08 or 2022",
                 "as-of"};
  }
  return time::edtf_of({days->last, days->last});
}

}  // namespace rapporteur::query
