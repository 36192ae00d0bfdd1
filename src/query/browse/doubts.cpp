#include "browse/browse.h"

namespace rapporteur::query {

namespace {
// Those of which a person has confirmed or rejected the value are none.
constexpr const char* kDoubts =
    "FROM claim AS c LEFT JOIN verdict AS d ON d.claim_id = c.id WHERE d.claim_id IS NULL AND "
    "c.evidence <> '[]' AND c.confidence < ?";
}  // namespace

Result<DoubtSlices> slice_doubts(const Register& reg, const DoubtSlice& slice) {
  const Snapshot snapshot(reg);
  std::string where = kDoubts;
  std::vector<Value> parameters = {slice.below};
  if (!slice.property.empty()) {
    where += " AND c.property = ?";
    parameters.emplace_back(slice.property);
  }
  if (slice.after) {
    where += " AND (c.confidence, c.id) > (?, ?)";
    parameters.emplace_back(slice.after->first);
    parameters.emplace_back(slice.after->second);
  }
  parameters.emplace_back(static_cast<std::int64_t>(slice.limit + 1));
  std::vector<std::pair<std::int64_t, double>> ids;
  Result<void> r = for_each_row(
      reg, "SELECT c.id, c.confidence " + where + " ORDER BY c.confidence, c.id LIMIT ?",
      parameters, [&ids](const Cursor& row) { ids.emplace_back(row.integer(0), row.real(1)); });
  if (!r) return r.error();
  DoubtSlices out;
  out.more = ids.size() > slice.limit;
  if (out.more) ids.pop_back();
  for (const auto& [id, confidence] : ids) {
    Result<std::vector<ClaimRow>> claims = load_claims(reg, "c.id = ?", {id});
    if (!claims) return claims.error();
    for (const ClaimRow& c : *claims) {
      Result<std::vector<Explanation>> all = explain(reg, c.source.report, c.source.pointer);
      if (!all) return all.error();
      // A list has one claim for each of its values.
      for (Explanation& one : *all) {
        if (one.source.value == c.source.value) {
          out.doubts.push_back({id, confidence, std::move(one)});
          break;
        }
      }
    }
  }
  return out;
}

Result<std::vector<DoubtCount>> count_doubts(const Register& reg, double below) {
  std::vector<DoubtCount> out;
  Result<void> r = for_each_row(reg,
                                std::string("SELECT c.property, count(*) ") + kDoubts +
                                    " GROUP BY c.property ORDER BY count(*) DESC, c.property",
                                {below}, [&out](const Cursor& row) {
                                  out.push_back({std::string(row.text(0)), row.integer(1)});
                                });
  if (!r) return r.error();
  return out;
}

}  // namespace rapporteur::query
