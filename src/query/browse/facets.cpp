#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>

#include "browse/browse.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::query {
namespace {

// Facets that are columns of a meeting, and those of which it may have several values.
struct Column {
  const char* name;
  const char* value;
};
constexpr std::array<Column, 8> kColumns = {{{"kind", "m.kind"},
                                             {"status", "m.status"},
                                             {"format", "m.format"},
                                             {"mode", "m.mode"},
                                             {"organisation", "m.organisation"},
                                             {"organ", "m.organ"},
                                             {"country", "m.country"},
                                             {"year", "substr(m.first_day, 1, 4)"}}};
constexpr std::array<const char*, 2> kLists = {"state", "topic"};

using Counts = std::unordered_map<std::string, std::int64_t>;

Facet most_of(const std::string& name, const Counts& counts, std::size_t most) {
  Facet out{name, {}};
  for (const auto& [value, meetings] : counts) out.values.push_back({value, meetings});
  std::sort(out.values.begin(), out.values.end(), [](const auto& a, const auto& b) {
    return std::tie(b.meetings, a.value) < std::tie(a.meetings, b.value);
  });
  if (out.values.size() > most) out.values.resize(most);
  return out;
}

bool is_asked(const std::vector<std::string>& names, const char* name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// All columns in one pass: what the conditions leave is looked up once.
Result<void> count_columns(const Register& reg, const std::vector<Condition>& conditions,
                           const std::vector<std::string>& names,
                           std::map<std::string, Counts>& out) {
  std::string columns;
  std::vector<Counts*> counts;
  for (const Column& column : kColumns) {
    if (!is_asked(names, column.name)) continue;
    columns += std::string(columns.empty() ? "" : ", ") + column.value;
    counts.push_back(&out[column.name]);
  }
  if (counts.empty()) return {};
  const auto [where, parameters] = all_of(conditions);
  return for_each_row(reg, "SELECT " + columns + " FROM meeting AS m WHERE " + where, parameters,
                      [&counts](const Cursor& row) {
                        for (std::size_t i = 0; i < counts.size(); ++i) {
                          const int column = static_cast<int>(i);
                          if (!row.is_null(column)) ++(*counts[i])[std::string(row.text(column))];
                        }
                      });
}

Result<void> count_lists(const Register& reg, const std::vector<Condition>& conditions,
                         const std::vector<std::string>& names,
                         std::map<std::string, Counts>& out) {
  std::string asked;
  for (const char* name : kLists) {
    if (is_asked(names, name)) asked += std::string(asked.empty() ? "'" : ", '") + name + "'";
  }
  if (asked.empty()) return {};
  std::string sql =
      "SELECT mv.property, mv.value, count(*) FROM meeting_value AS mv WHERE mv.property IN (" +
      asked + ")";
  std::vector<Value> parameters;
  if (!conditions.empty()) {
    const auto [where, values] = all_of(conditions);
    sql += " AND mv.meeting_id IN (SELECT m.id FROM meeting AS m WHERE " + where + ")";
    parameters = values;
  }
  return for_each_row(reg, sql + " GROUP BY 1, 2", parameters, [&out](const Cursor& row) {
    out[std::string(row.text(0))][std::string(row.text(1))] = row.integer(2);
  });
}

}  // namespace

const std::vector<std::string>& facet_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> out;
    for (const Column& column : kColumns) out.emplace_back(column.name);
    out.insert(out.end(), kLists.begin(), kLists.end());
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
  std::map<std::string, Counts> counts;
  Result<void> r = count_columns(reg, *conditions, names, counts);
  if (r) r = count_lists(reg, *conditions, names, counts);
  if (!r) return r.error();
  std::vector<Facet> out;
  for (const std::string& name : names) out.push_back(most_of(name, counts[name], most));
  return out;
}

namespace {

// Spellings that differ in case or accents alone are one place, named as most meetings have it.
std::vector<PlaceRow> with_one_spelling(const std::vector<PlaceRow>& rows) {
  std::vector<PlaceRow> out;
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  for (const PlaceRow& row : rows) {
    const auto [at, is_new] =
        known.try_emplace({catalogue::fold(row.place), row.country}, out.size());
    if (is_new) {
      out.push_back(row);
      continue;
    }
    PlaceRow& place = out[at->second];
    place.meetings += row.meetings;
    place.last_day = std::max(place.last_day, row.last_day);
    const bool earlier =
        !row.first_day.empty() && (place.first_day.empty() || row.first_day < place.first_day);
    if (earlier) place.first_day = row.first_day;
  }
  std::stable_sort(out.begin(), out.end(), [](const PlaceRow& a, const PlaceRow& b) {
    return std::tie(b.meetings, a.country, a.place) < std::tie(a.meetings, b.country, b.place);
  });
  return out;
}

}  // namespace

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
  return with_one_spelling(out);
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
