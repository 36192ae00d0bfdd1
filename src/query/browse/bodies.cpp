#include "browse/browse.h"

namespace rapporteur::query {

Result<std::vector<BodyRow>> list_bodies(const Register& reg) {
  std::vector<BodyRow> out;
  Result<void> r = for_each_row(
      reg,
      "SELECT organisation, organ, count(*), min(first_day), max(last_day) FROM meeting "
      "WHERE organisation IS NOT NULL OR organ IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
      {}, [&out](const Cursor& row) {
        out.push_back({std::string(row.text(0)), std::string(row.text(1)), row.integer(2),
                       std::string(row.text(3)), std::string(row.text(4))});
      });
  if (!r) return r.error();
  return out;
}

Result<std::vector<MeetingRow>> presidency(const Register& reg, const std::string& organisation,
                                           const std::string& organ) {
  std::string where = "m.chair IS NOT NULL";
  std::vector<Value> parameters;
  if (!organisation.empty()) {
    where += " AND m.organisation = ?";
    parameters.emplace_back(organisation);
  }
  if (!organ.empty()) {
    where += " AND m.organ = ?";
    parameters.emplace_back(organ);
  }
  std::vector<MeetingRow> out;
  Result<void> r =
      for_each_row(reg,
                   std::string("SELECT ") + kMeetingColumns + " FROM meeting AS m WHERE " + where +
                       " ORDER BY m.first_day IS NULL, m.first_day, m.id",
                   parameters, [&out](const Cursor& row) { out.push_back(row_of(row)); });
  if (!r) return r.error();
  return out;
}

}  // namespace rapporteur::query
