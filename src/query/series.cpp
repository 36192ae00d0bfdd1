#include "sessions.h"

namespace rapporteur::query {

Result<std::vector<SeriesRow>> list_series(const Register& reg) {
  std::vector<SeriesRow> out;
  Result<void> r = for_each_row(reg, std::string(kSeriesColumns) + " ORDER BY 2, 3, 1", {},
                                [&out](const Cursor& row) { out.push_back(series_of(row)); });
  if (!r) return r.error();
  return out;
}

Result<SeriesPage> show_series(const Register& reg, const std::string& id) {
  const Snapshot snapshot(reg);
  SeriesPage page;
  Result<void> r = for_each_row(reg, std::string(kSeriesColumns) + " WHERE s.id = ?", {id},
                                [&page](const Cursor& row) { page.row = series_of(row); });
  if (!r) return r.error();
  if (page.row.id.empty()) return Error{ErrorCode::not_found, "no such series: " + id, reg.path()};
  Result<std::vector<MeetingRow>> sessions = sessions_of(reg, id, "");
  if (!sessions) return sessions.error();
  page.sessions = std::move(*sessions);
  return page;
}

}  // namespace rapporteur::query
