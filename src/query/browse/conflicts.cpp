#include <algorithm>

#include "browse/browse.h"

namespace rapporteur::query {
namespace {

using Key = std::pair<std::string, std::string>;  // entity and property

Result<std::vector<Key>> keys_of(const Register& reg, const ConflictSlice& slice) {
  std::string where = "rv.disputed = 1";
  std::vector<Value> parameters;
  if (!slice.property.empty()) {
    where += " AND rv.property = ?";
    parameters.emplace_back(slice.property);
  }
  if (slice.after) {
    where += " AND (rv.entity_id, rv.property) > (?, ?)";
    parameters.emplace_back(slice.after->first);
    parameters.emplace_back(slice.after->second);
  }
  parameters.emplace_back(static_cast<std::int64_t>(slice.limit + 1));
  std::vector<Key> out;
  Result<void> r =
      for_each_row(reg,
                   "SELECT DISTINCT rv.entity_id, rv.property FROM ranked_value AS rv WHERE " +
                       where + " ORDER BY rv.entity_id, rv.property LIMIT ?",
                   parameters, [&out](const Cursor& row) {
                     out.emplace_back(std::string(row.text(0)), std::string(row.text(1)));
                   });
  if (!r) return r.error();
  return out;
}

Result<Conflict> conflict_of(const Register& reg, const Key& key) {
  Conflict out{key.first, "", key.second, {}};
  Result<void> r = for_each_row(
      reg,
      "SELECT coalesce(m.name, p.name, ''), rv.value, rv.support, rv.confidence FROM ranked_value "
      "AS rv LEFT JOIN meeting AS m ON m.id = rv.entity_id LEFT JOIN person AS p ON "
      "p.id = rv.entity_id WHERE rv.entity_id = ? AND rv.property = ? ORDER BY rv.rank",
      {key.first, key.second}, [&out](const Cursor& row) {
        out.name = row.text(0);
        out.values.push_back({std::string(row.text(1)),
                              static_cast<int>(row.integer(2)),
                              static_cast<float>(row.real(3)),
                              true,
                              {}});
      });
  if (!r) return r.error();
  for (std::size_t rank = 0; rank < out.values.size(); ++rank) {
    Result<std::vector<ClaimRow>> claims =
        load_claims(reg,
                    "c.property = ?2 AND o.id IN (SELECT object_id FROM side WHERE entity_id = ?1 "
                    "AND property = ?2 AND rank = ?3)",
                    {key.first, key.second, static_cast<std::int64_t>(rank)});
    if (!claims) return claims.error();
    for (ClaimRow& c : *claims) out.values[rank].sources.push_back(std::move(c.source));
  }
  return out;
}

// Attended and absent at one meeting is no property of either.
Result<ConflictSlices> slice_attendance(const Register& reg, const ConflictSlice& slice) {
  Result<std::vector<Conflict>> all = attendance_conflicts(reg);
  if (!all) return all.error();
  ConflictSlices out;
  for (Conflict& conflict : *all) {
    // The second part is the person's name.
    const Key key{conflict.entity, conflict.name};
    if (slice.after && key <= *slice.after) continue;
    if (out.conflicts.size() == slice.limit) {
      out.more = true;
      break;
    }
    out.conflicts.push_back(std::move(conflict));
  }
  return out;
}

}  // namespace

Result<ConflictSlices> slice_conflicts(const Register& reg, const ConflictSlice& slice) {
  const Snapshot snapshot(reg);
  if (slice.property == "attendance") return slice_attendance(reg, slice);
  Result<std::vector<Key>> keys = keys_of(reg, slice);
  if (!keys) return keys.error();
  ConflictSlices out;
  out.more = keys->size() > slice.limit;
  if (out.more) keys->pop_back();
  for (const Key& key : *keys) {
    Result<Conflict> conflict = conflict_of(reg, key);
    if (!conflict) return conflict.error();
    out.conflicts.push_back(*std::move(conflict));
  }
  return out;
}

}  // namespace rapporteur::query
