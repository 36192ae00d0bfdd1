#include <algorithm>
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

// Attended and absent at one meeting: no property of either, so found here.
constexpr const char* kAttendance =
    "SELECT mm.meeting_id, p.name, c.value, c.id FROM standing_claim AS c "
    "JOIN object AS o ON o.id = c.object_id JOIN member AS pm ON pm.object_id = o.id "
    "JOIN person AS p ON p.id = pm.person_id JOIN member AS mm ON mm.object_id = o.parent_id "
    "WHERE c.property = 'attendance' AND c.value IN ('attended', 'absent') AND EXISTS "
    "(SELECT 1 FROM member AS pm2 JOIN object AS o2 ON o2.id = pm2.object_id "
    " JOIN member AS mm2 ON mm2.object_id = o2.parent_id "
    " JOIN standing_claim AS c2 ON c2.object_id = o2.id "
    " WHERE pm2.person_id = pm.person_id AND mm2.meeting_id = mm.meeting_id "
    " AND c2.property = 'attendance' AND c2.value IN ('attended', 'absent') "
    " AND c2.value <> c.value) "
    "ORDER BY mm.meeting_id, p.name, p.id, c.value DESC, c.id";

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

Result<void> add_attendance(const Register& reg, std::vector<Conflict>& out) {
  struct Row {
    std::string meeting, person, value;
    std::int64_t claim;
  };
  std::vector<Row> rows;
  Result<void> r = for_each_row(reg, kAttendance, {}, [&rows](const Cursor& row) {
    rows.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                    row.integer(3)});
  });
  if (!r) return r;
  std::map<std::pair<std::string, std::string>, std::map<std::string, std::vector<ClaimRow>>> all;
  for (const Row& row : rows) {
    Result<std::vector<ClaimRow>> claims = load_claims(reg, "c.id = ?", {row.claim});
    if (!claims) return claims.error();
    for (ClaimRow& c : *claims) all[{row.meeting, row.person}][row.value].push_back(std::move(c));
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
  return {};
}

}  // namespace

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
  if (r) r = add_attendance(reg, out);
  if (!r) return r.error();
  std::stable_sort(out.begin(), out.end(), [](const Conflict& a, const Conflict& b) {
    return std::tie(a.entity, a.property, a.name) < std::tie(b.entity, b.property, b.name);
  });
  return out;
}

}  // namespace rapporteur::query
