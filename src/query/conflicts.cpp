#include <algorithm>
#include <iterator>
#include <tuple>

#include "ask.h"

namespace rapporteur::query {
namespace {

struct SideRow {
  std::size_t conflict = 0;
  std::size_t rank = 0;
  std::string property;
  std::int64_t object = 0;
};

constexpr const char* kDisputed =
    "SELECT rv.entity_id, coalesce(m.name, p.name, ''), rv.property, rv.value, rv.support, "
    "rv.confidence FROM ranked_value AS rv LEFT JOIN meeting AS m ON m.id = rv.entity_id "
    "LEFT JOIN person AS p ON p.id = rv.entity_id WHERE rv.disputed = 1 "
    "ORDER BY rv.entity_id, rv.property, rv.rank";

// Attended and absent at one meeting: no property of either, so found here. Begins with those who
// are said to have been absent, who are few and have an index.
constexpr const char* kAttendance =
    "SELECT pair.meeting, p.name, p.id, c.value, c.id FROM (SELECT DISTINCT mm.meeting_id AS "
    "meeting, pm.person_id AS person FROM (SELECT object_id FROM claim WHERE property = "
    "'attendance' AND value = 'absent' UNION SELECT c.object_id FROM verdict AS d JOIN claim AS c "
    "ON c.id = d.claim_id WHERE d.value = 'absent') AS absent "
    "CROSS JOIN object AS o ON o.id = absent.object_id "
    "CROSS JOIN member AS pm ON pm.object_id = o.id "
    "CROSS JOIN member AS mm ON mm.object_id = o.parent_id "
    "WHERE pm.person_id IS NOT NULL AND mm.meeting_id IS NOT NULL) AS pair "
    "CROSS JOIN member AS mm ON mm.meeting_id = pair.meeting "
    "CROSS JOIN object AS o ON o.parent_id = mm.object_id "
    "CROSS JOIN member AS pm ON pm.object_id = o.id AND pm.person_id = pair.person "
    "CROSS JOIN standing_claim AS c ON c.object_id = o.id AND c.property = 'attendance' AND "
    "c.value IN ('attended', 'absent') CROSS JOIN person AS p ON p.id = pair.person "
    "ORDER BY pair.meeting, p.name, p.id, c.value DESC, c.id";

Result<void> add_sources(const Register& reg, std::vector<Conflict>& conflicts,
                         const std::vector<SideRow>& sides) {
  for (const SideRow& side : sides) {
    Result<std::vector<ClaimRow>> claims =
        load_claims(reg, "o.id = ? AND c.property = ?", {side.object, side.property});
    if (!claims) return claims.error();
    for (ClaimRow& c : *claims) {
      conflicts[side.conflict].values[side.rank].sources.push_back(std::move(c.source));
    }
  }
  return {};
}

struct Attendance {
  std::string meeting, name, person, value;
  std::int64_t claim;
};

// Claims of those of whom both is said.
Result<std::vector<Attendance>> contradictory(const Register& reg) {
  std::vector<Attendance> out;
  std::vector<Attendance> one;  // of one person at one meeting
  const auto take = [&out, &one] {
    const bool both = !one.empty() && one.front().value != one.back().value;
    if (both) out.insert(out.end(), one.begin(), one.end());
    one.clear();
  };
  Result<void> r = for_each_row(reg, kAttendance, {}, [&](const Cursor& row) {
    Attendance next{std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                    std::string(row.text(3)), row.integer(4)};
    const bool same =
        !one.empty() && one.front().meeting == next.meeting && one.front().person == next.person;
    if (!same) take();
    one.push_back(std::move(next));
  });
  if (!r) return r.error();
  take();
  return out;
}

}  // namespace

Result<std::vector<Conflict>> attendance_conflicts(const Register& reg) {
  const Snapshot snapshot(reg);
  const Result<std::vector<Attendance>> rows = contradictory(reg);
  if (!rows) return rows.error();
  std::vector<Conflict> out;
  std::map<std::pair<std::string, std::string>, std::map<std::string, std::vector<ClaimRow>>> all;
  for (const Attendance& row : *rows) {
    Result<std::vector<ClaimRow>> claims = load_claims(reg, "c.id = ?", {row.claim});
    if (!claims) return claims.error();
    for (ClaimRow& c : *claims) all[{row.meeting, row.name}][row.value].push_back(std::move(c));
  }
  for (auto& [key, values] : all) {
    Conflict conflict{key.first, key.second, "attendance", {}};
    for (const char* const value : {"attended", "absent"}) {
      std::vector<ClaimRow>& claims = values[value];
      std::sort(claims.begin(), claims.end(), [](const ClaimRow& a, const ClaimRow& b) {
        return std::tie(a.source.report, a.source.pointer) <
               std::tie(b.source.report, b.source.pointer);
      });
      FactValue& v = conflict.values.emplace_back();
      v.value = value;
      v.disputed = true;
      std::vector<const ClaimRow*> behind;
      for (ClaimRow& c : claims) {
        v.confidence = std::max(v.confidence, c.source.confidence);
        v.sources.push_back(c.source);
        behind.push_back(&c);
      }
      v.support = support_of(behind);
    }
    out.push_back(std::move(conflict));
  }
  return out;
}

Result<std::vector<Conflict>> conflicts(const Register& reg) {
  const Snapshot snapshot(reg);
  std::vector<Conflict> out;
  std::map<std::pair<std::string, std::string>, std::size_t> index_of;
  Result<void> r = for_each_row(reg, kDisputed, {}, [&](const Cursor& row) {
    const auto [at, is_new] =
        index_of.try_emplace({std::string(row.text(0)), std::string(row.text(2))}, out.size());
    if (is_new) {
      out.push_back(
          {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)), {}});
    }
    FactValue& v = out[at->second].values.emplace_back();
    v.value = row.text(3);
    v.support = static_cast<int>(row.integer(4));
    v.confidence = static_cast<float>(row.real(5));
    v.disputed = true;
  });
  if (!r) return r.error();
  std::vector<SideRow> sides;
  r = for_each_row(
      reg,
      "SELECT s.entity_id, s.property, s.rank, s.object_id FROM side AS s "
      "JOIN object AS o ON o.id = s.object_id JOIN version AS v ON v.id = o.version_id "
      "JOIN report AS r ON r.id = v.report_id ORDER BY s.entity_id, s.property, s.rank, r.key, "
      "o.id",
      {}, [&](const Cursor& row) {
        const std::string property(row.text(1));
        sides.push_back({index_of.at({std::string(row.text(0)), property}),
                         static_cast<std::size_t>(row.integer(2)), property, row.integer(3)});
      });
  if (r) r = add_sources(reg, out, sides);
  if (!r) return r.error();
  Result<std::vector<Conflict>> attendance = attendance_conflicts(reg);
  if (!attendance) return attendance;
  std::move(attendance->begin(), attendance->end(), std::back_inserter(out));
  std::stable_sort(out.begin(), out.end(), [](const Conflict& a, const Conflict& b) {
    return std::tie(a.entity, a.property, a.name) < std::tie(b.entity, b.property, b.name);
  });
  return out;
}

}  // namespace rapporteur::query
