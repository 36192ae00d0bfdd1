#include "browse/browse.h"
#include "sessions.h"

namespace rapporteur::query {

Result<SeriesSlices> slice_series(const Register& reg, const SeriesSlice& slice) {
  std::string sql = "WITH q(id, organisation, organ, sessions) AS (" + std::string(kSeriesColumns) +
                    ") SELECT q.id, q.organisation, q.organ, q.sessions FROM q";
  std::vector<Value> parameters;
  if (slice.after) {
    sql += " WHERE (coalesce(q.organisation, ''), coalesce(q.organ, ''), q.id) > (?, ?, ?)";
    parameters = {slice.after->organisation, slice.after->organ, slice.after->id};
  }
  parameters.emplace_back(asked_for(slice.limit));
  SeriesSlices out;
  Result<void> r = for_each_row(
      reg, sql + " ORDER BY coalesce(q.organisation, ''), coalesce(q.organ, ''), q.id LIMIT ?",
      parameters, [&out](const Cursor& row) { out.series.push_back(series_of(row)); });
  if (!r) return r.error();
  out.more = cut_to(slice.limit, out.series);
  return out;
}

}  // namespace rapporteur::query
