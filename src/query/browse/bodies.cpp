#include "browse/browse.h"

namespace rapporteur::query {

namespace {

constexpr const char* kBodies =
    "SELECT m.organisation, m.organ, count(*), min(m.first_day), max(m.last_day) FROM meeting AS m "
    "WHERE ";

Result<std::vector<BodyRow>> ask_bodies(const Register& reg, const std::string& sql,
                                        const std::vector<Value>& parameters) {
  std::vector<BodyRow> out;
  Result<void> r = for_each_row(reg, sql, parameters, [&out](const Cursor& row) {
    out.push_back({std::string(row.text(0)), std::string(row.text(1)), row.integer(2),
                   std::string(row.text(3)), std::string(row.text(4))});
  });
  if (!r) return r.error();
  return out;
}

}  // namespace

Result<BodySlices> slice_bodies(const Register& reg, const BodySlice& slice) {
  std::string sql = "WITH b(organisation, organ, meetings, first_day, last_day) AS (" +
                    std::string(kBodies) +
                    "m.organisation IS NOT NULL OR m.organ IS NOT NULL GROUP BY 1, 2) "
                    "SELECT b.organisation, b.organ, b.meetings, b.first_day, b.last_day FROM b";
  std::vector<Value> parameters;
  if (slice.after) {
    sql += " WHERE (coalesce(b.organisation, ''), coalesce(b.organ, '')) > (?, ?)";
    parameters = {slice.after->organisation, slice.after->organ};
  }
  parameters.emplace_back(asked_for(slice.limit));
  Result<std::vector<BodyRow>> rows =
      ask_bodies(reg, sql + " ORDER BY coalesce(b.organisation, ''), coalesce(b.organ, '') LIMIT ?",
                 parameters);
  if (!rows) return rows.error();
  BodySlices out{*std::move(rows), false};
  out.more = cut_to(slice.limit, out.bodies);
  return out;
}

Result<std::vector<BodyRow>> organs_of_body(const Register& reg, const std::string& organisation,
                                            const std::string& organ) {
  const Condition body = of_body(organisation, organ);
  return ask_bodies(reg, kBodies + body.sql + " GROUP BY 1, 2 ORDER BY 1, 2", body.parameters);
}

Result<std::vector<MeetingRow>> presidency(const Register& reg, const std::string& organisation,
                                           const std::string& organ) {
  const Condition body = of_body(organisation, organ);
  std::vector<MeetingRow> out;
  Result<void> r =
      for_each_row(reg,
                   std::string("SELECT ") + kMeetingColumns +
                       " FROM meeting AS m WHERE m.chair IS NOT NULL AND " + body.sql +
                       " ORDER BY m.first_day IS NULL, m.first_day, m.id",
                   body.parameters, [&out](const Cursor& row) { out.push_back(row_of(row)); });
  if (!r) return r.error();
  return out;
}

}  // namespace rapporteur::query
