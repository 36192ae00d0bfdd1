#include <array>

#include "browse/browse.h"

namespace rapporteur::query {
namespace {

// A facet: its name, the value that is counted, and what must be joined to the meetings for it.
struct Counted {
  const char* name;
  const char* value;
  const char* joined;
};
constexpr std::array<Counted, 10> kCounted = {{
    {"kind", "m.kind", ""},
    {"status", "m.status", ""},
    {"format", "m.format", ""},
    {"mode", "m.mode", ""},
    {"organisation", "m.organisation", ""},
    {"organ", "m.organ", ""},
    {"country", "m.country", ""},
    {"year", "substr(m.first_day, 1, 4)", ""},
    {"state", "mv.value",
     " JOIN meeting_value AS mv ON mv.meeting_id = m.id AND mv.property = 'state'"},
    {"topic", "mv.value",
     " JOIN meeting_value AS mv ON mv.meeting_id = m.id AND mv.property = 'topic'"},
}};

Result<Facet> facet(const Register& reg, const Counted& source,
                    const std::vector<Condition>& conditions, std::size_t most) {
  auto [where, parameters] = all_of(conditions);
  const std::string value = source.value;
  const std::string sql = "SELECT " + value + ", count(*) FROM meeting AS m" + source.joined +
                          " WHERE " + where + " AND " + value +
                          " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?";
  parameters.emplace_back(static_cast<std::int64_t>(most));
  Facet out{source.name, {}};
  Result<void> r = for_each_row(reg, sql, parameters, [&out](const Cursor& row) {
    out.values.push_back({std::string(row.text(0)), row.integer(1)});
  });
  if (!r) return r.error();
  return out;
}

}  // namespace

const std::vector<std::string>& facet_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> out;
    for (const Counted& source : kCounted) out.emplace_back(source.name);
    return out;
  }();
  return kNames;
}

Result<std::vector<Facet>> facets(const Register& reg, const MeetingSlice& slice,
                                  const std::vector<std::string>& names, std::size_t most,
                                  const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  Result<std::vector<Condition>> conditions = conditions_of(reg, slice, catalogue);
  if (!conditions) return conditions.error();
  std::vector<Facet> out;
  for (const std::string& name : names) {
    for (const Counted& source : kCounted) {
      if (source.name != name) continue;
      Result<Facet> one = facet(reg, source, *conditions, most);
      if (!one) return one.error();
      out.push_back(*std::move(one));
    }
  }
  return out;
}

Result<std::vector<PlaceRow>> places(const Register& reg, const MeetingSlice& slice,
                                     const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  Result<std::vector<Condition>> conditions = conditions_of(reg, slice, catalogue);
  if (!conditions) return conditions.error();
  const auto [where, parameters] = all_of(*conditions);
  std::vector<PlaceRow> out;
  Result<void> r = for_each_row(
      reg,
      "SELECT m.place, m.country, count(*), min(m.first_day), max(m.last_day) FROM meeting AS m "
      "WHERE " +
          where +
          " AND (m.place IS NOT NULL OR m.country IS NOT NULL) GROUP BY m.place, m.country "
          "ORDER BY 3 DESC, 2, 1",
      parameters, [&out](const Cursor& row) {
        out.push_back({std::string(row.text(0)), std::string(row.text(1)), row.integer(2),
                       std::string(row.text(3)), std::string(row.text(4))});
      });
  if (!r) return r.error();
  return out;
}

Result<std::vector<PeriodRow>> periods(const Register& reg, const MeetingSlice& slice,
                                       bool by_month, const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  Result<std::vector<Condition>> conditions = conditions_of(reg, slice, catalogue);
  if (!conditions) return conditions.error();
  const auto [where, values] = all_of(*conditions);
  std::vector<Value> parameters;
  parameters.emplace_back(std::int64_t{by_month ? 7 : 4});  // digits
  parameters.insert(parameters.end(), values.begin(), values.end());
  std::vector<PeriodRow> out;
  Result<void> r = for_each_row(reg,
                                "SELECT coalesce(substr(m.first_day, 1, ?), ''), count(*) "
                                "FROM meeting AS m WHERE " +
                                    where + " GROUP BY 1 ORDER BY 1",
                                parameters, [&out](const Cursor& row) {
                                  out.push_back({std::string(row.text(0)), row.integer(1)});
                                });
  if (!r) return r.error();
  return out;
}

}  // namespace rapporteur::query
