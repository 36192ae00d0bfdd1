// A body's presidency by year, from who chaired its sessions.
#include <algorithm>
#include <set>

#include "rapporteur/query/derived.h"
#include "rapporteur/query/words.h"
#include "sessions.h"

namespace rapporteur::query {
namespace {

bool is_state(const std::string& chair) {
  return chair.size() == 2 && chair[0] >= 'A' && chair[0] <= 'Z' && chair[1] >= 'A' &&
         chair[1] <= 'Z';
}

struct Side {
  std::set<std::string> meetings;
  std::vector<std::string> sessions;  // as people call them
  std::vector<Source> sources;
};

struct Year {
  std::map<std::string, Side> sides;  // by state
};

Result<std::vector<MeetingRow>> meetings_of(const Register& reg, const std::string& organisation,
                                            const std::string& series, const std::string& as_of) {
  if (!series.empty()) return sessions_of(reg, series, as_of);
  std::vector<MeetingRow> out;
  Result<void> r =
      for_each_row(reg,
                   std::string("SELECT ") + kMeetingColumns +
                       " FROM meeting AS m WHERE m.organisation = ? "
                       "AND m.series_id IS NOT NULL ORDER BY m.first_day, m.id",
                   {organisation}, [&out](const Cursor& row) { out.push_back(row_of(row)); });
  if (!r) return r.error();
  std::vector<MeetingRow> known;
  for (MeetingRow& m : out) {
    const Result<bool> is_known = put_as_known(reg, as_of, m);
    if (!is_known) return is_known.error();
    if (*is_known) known.push_back(std::move(m));
  }
  return known;
}

Result<void> add_chairs(const Register& reg, const MeetingRow& m, const std::string& as_of,
                        std::map<std::string, Year>& years) {
  Result<std::vector<ClaimRow>> claims =
      load_claims(reg,
                  "c.property = 'chair' AND o.id IN "
                  "(SELECT object_id FROM member WHERE meeting_id = ?) AND " +
                      known_by(as_of),
                  {m.id});
  if (!claims) return claims.error();
  for (ClaimRow& c : *claims) {
    if (!is_state(c.source.value)) continue;
    Side& side = years[m.first_day.substr(0, 4)].sides[c.source.value];
    if (side.meetings.insert(m.id).second) side.sessions.push_back(session_words(m));
    side.sources.push_back(std::move(c.source));
  }
  return {};
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
    out += words[i];
  }
  return out;
}

Presidency presidency_of(const std::string& year, Year& sides,
                         const catalogue::Catalogue* catalogue) {
  auto best = sides.sides.begin();
  for (auto it = sides.sides.begin(); it != sides.sides.end(); ++it) {
    const auto weight = [](const Side& s) {
      return std::pair(s.meetings.size(), s.sources.size());
    };
    if (weight(it->second) > weight(best->second)) best = it;
  }
  Presidency out;
  out.year = year;
  out.state = best->first;
  const std::size_t reports = best->second.sources.size();
  out.because = count_words(reports) + (reports == 1 ? " report has" : " reports have") + " " +
                state_words(out.state, catalogue) + " in the chair of the " +
                listed(best->second.sessions);
  out.sources = std::move(best->second.sources);
  for (auto& [state, side] : sides.sides) {
    if (state == out.state) continue;
    out.others.push_back(state);
    out.because +=
        "; " + state_words(state, catalogue) + " in that of the " + listed(side.sessions);
    std::move(side.sources.begin(), side.sources.end(), std::back_inserter(out.against));
  }
  return out;
}

}  // namespace

Result<std::vector<Presidency>> presidencies(const Register& reg, const std::string& organisation,
                                             const std::string& series, const std::string& as_of,
                                             const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  Result<std::vector<MeetingRow>> meetings = meetings_of(reg, organisation, series, as_of);
  if (!meetings) return meetings.error();
  std::map<std::string, Year> years;
  for (const MeetingRow& m : *meetings) {
    // A coarse date may be that of another year's presidency.
    if (m.first_day.empty() || m.first_day.substr(0, 4) != m.last_day.substr(0, 4)) continue;
    if (Result<void> r = add_chairs(reg, m, as_of, years); !r) return r.error();
  }
  std::vector<Presidency> out;
  for (auto& [year, sides] : years) out.push_back(presidency_of(year, sides, catalogue));
  return out;
}

}  // namespace rapporteur::query
