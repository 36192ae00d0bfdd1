#include "browse/browse.h"
#include "participants.h"

namespace rapporteur::query {

Result<SeriesMatrix> series_matrix(const Register& reg, const std::string& id) {
  const Snapshot snapshot(reg);
  Result<SeriesPage> series = show_series(reg, id);
  if (!series) return series.error();
  SeriesMatrix out;
  out.series = *std::move(series);
  std::map<std::string, std::vector<SeriesMatrix::Cell>> lines;
  for (const MeetingRow& session : out.series.sessions) {
    Result<std::vector<ClaimRow>> claims =
        load_claims(reg,
                    "o.list = 'participants' AND o.parent_id IN "
                    "(SELECT object_id FROM member WHERE meeting_id = ?)",
                    {session.id});
    if (!claims) return claims.error();
    Result<std::vector<ParticipantRow>> people = participants_of(reg, *claims);
    if (!people) return people.error();
    for (ParticipantRow& p : *people) {
      std::vector<SeriesMatrix::Cell>& cells = lines[p.state.empty() ? p.organisation : p.state];
      if (cells.empty() || cells.back().session != session.id) cells.push_back({session.id, {}});
      p.sources.clear();  // the page of the session has them
      cells.back().people.push_back(std::move(p));
    }
  }
  for (auto& [party, cells] : lines) out.lines.push_back({party, std::move(cells)});
  return out;
}

}  // namespace rapporteur::query
