#include "browse/browse.h"

namespace rapporteur::query {
namespace {

Result<std::vector<StateRow>> ask_states(const Register& reg, const std::string& sql,
                                         const std::vector<Value>& parameters) {
  std::vector<StateRow> out;
  Result<void> r = for_each_row(reg, sql, parameters, [&out](const Cursor& row) {
    out.push_back({std::string(row.text(0)), row.integer(1), row.integer(2)});
  });
  if (!r) return r.error();
  return out;
}

Result<std::vector<StatePage::Official>> officials_of(const Register& reg, const std::string& code,
                                                      std::size_t most) {
  std::vector<StatePage::Official> out;
  Result<void> r = for_each_row(
      reg,
      "SELECT p.id, p.name, p.state, p.organisation, c.value, min(nullif(v.published, '')), "
      "max(v.published) AS last FROM person AS p JOIN member AS m ON m.person_id = p.id "
      "JOIN object AS o ON o.id = m.object_id JOIN standing_claim AS c ON c.object_id = o.id "
      "AND c.property IN ('office', 'offices') JOIN version AS v ON v.id = o.version_id "
      "WHERE p.state = ? GROUP BY p.id, c.value ORDER BY last DESC, p.name, p.id, c.value LIMIT ?",
      {code, static_cast<std::int64_t>(most)}, [&out](const Cursor& row) {
        out.push_back({{std::string(row.text(0)), std::string(row.text(1)),
                        std::string(row.text(2)), std::string(row.text(3)), 0},
                       std::string(row.text(4)),
                       std::string(row.text(5)),
                       std::string(row.text(6))});
      });
  if (!r) return r.error();
  return out;
}

}  // namespace

Result<StateSlices> slice_states(const Register& reg, const StateSlice& slice) {
  std::string sql =
      "WITH s(code, meetings) AS (SELECT value, count(*) FROM meeting_value WHERE property = "
      "'present' GROUP BY value) SELECT s.code, s.meetings, (SELECT count(*) FROM person AS p "
      "WHERE p.state = s.code) FROM s";
  std::vector<Value> parameters;
  if (slice.after) {
    sql += " WHERE s.meetings < ? OR (s.meetings = ? AND s.code > ?)";
    parameters = {slice.after->meetings, slice.after->meetings, slice.after->code};
  }
  parameters.emplace_back(asked_for(slice.limit));
  Result<std::vector<StateRow>> rows =
      ask_states(reg, sql + " ORDER BY s.meetings DESC, s.code LIMIT ?", parameters);
  if (!rows) return rows.error();
  StateSlices out{*std::move(rows), false};
  out.more = cut_to(slice.limit, out.states);
  return out;
}

Result<StatePage> show_state(const Register& reg, const std::string& code,
                             std::size_t most_officials) {
  const Snapshot snapshot(reg);
  StatePage out;
  Result<std::vector<StateRow>> own = ask_states(
      reg,
      "SELECT ?1, count(*), (SELECT count(*) FROM person WHERE state = ?1) FROM meeting_value "
      "WHERE property = 'present' AND value = ?1",
      {code});
  if (!own) return own.error();
  out.row = own->front();
  if (out.row.meetings + out.row.people == 0) {
    return Error{ErrorCode::not_found, "no report names this state", code};
  }
  Result<std::vector<StatePage::Official>> officials = officials_of(reg, code, most_officials);
  if (!officials) return officials.error();
  out.officials = *std::move(officials);
  Result<std::vector<StateRow>> met = ask_states(
      reg,
      "SELECT b.value, count(*), 0 FROM meeting_value AS a CROSS JOIN meeting_value AS b ON "
      "b.meeting_id = a.meeting_id AND b.property = 'state' AND b.value <> a.value "
      "WHERE a.property = 'state' AND a.value = ? GROUP BY 1 ORDER BY 2 DESC, 1",
      {code});
  if (!met) return met.error();
  out.met = *std::move(met);
  return out;
}

}  // namespace rapporteur::query
