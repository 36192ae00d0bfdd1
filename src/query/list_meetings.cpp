#include "ask.h"

namespace rapporteur::query {

Result<MeetingList> list_meetings(const Register& reg, const MeetingFilter& filter,
                                  const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  Result<std::vector<Condition>> conditions = conditions_of(reg, filter, catalogue);
  if (!conditions) return conditions.error();
  const auto count = [&reg](const std::vector<Condition>& some) {
    return count_meetings_where(reg, some);
  };
  MeetingList out;
  Result<std::size_t> total = count(*conditions);
  if (!total) return total.error();
  out.total = *total;
  if (out.total == 0) {
    Result<std::vector<std::string>> emptied_by = blame(*conditions, count);
    if (!emptied_by) return emptied_by.error();
    out.emptied_by = std::move(*emptied_by);
    return out;
  }
  auto [where, parameters] = all_of(*conditions);
  const std::string sql = std::string("SELECT ") + kMeetingColumns + " FROM meeting AS m WHERE " +
                          where + " ORDER BY m.first_day IS NULL, m.first_day, m.id LIMIT ?";
  const std::int64_t limit = filter.limit == 0 ? kNoLimit : static_cast<std::int64_t>(filter.limit);
  parameters.emplace_back(limit);
  Result<void> r = for_each_row(reg, sql, parameters,
                                [&out](const Cursor& row) { out.meetings.push_back(row_of(row)); });
  if (!r) return r.error();
  return out;
}

}  // namespace rapporteur::query
