#include <algorithm>

#include "browse/browse.h"

namespace rapporteur::query {

namespace {

// Those of which a person has confirmed or rejected the value are none.
constexpr const char* kDoubts =
    "FROM claim AS c LEFT JOIN verdict AS d ON d.claim_id = c.id WHERE d.claim_id IS NULL AND "
    "c.evidence <> '[]' AND c.property = ? AND c.confidence < ?";

// The properties that claims have, each found behind the one before: there are many claims of few
// properties.
Result<std::vector<std::string>> properties_of(const Register& reg) {
  std::vector<std::string> out;
  for (std::string last;;) {
    std::string next;
    Result<void> r =
        for_each_row(reg, "SELECT min(property) FROM claim WHERE evidence <> '[]' AND property > ?",
                     {last}, [&next](const Cursor& row) { next = row.text(0); });
    if (!r) return r.error();
    if (next.empty()) return out;
    out.push_back(next);
    last = std::move(next);
  }
}

struct Place {
  double confidence = 0;
  std::int64_t claim = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// The first limit + 1 of one property.
Result<void> add_first(const Register& reg, const DoubtSlice& slice, const std::string& property,
                       std::vector<Place>& out) {
  std::string where = kDoubts;
  std::vector<Value> parameters = {property, slice.below};
  if (slice.after) {
    where += " AND (c.confidence, c.id) > (?, ?)";
    parameters.emplace_back(slice.after->first);
    parameters.emplace_back(slice.after->second);
  }
  parameters.emplace_back(static_cast<std::int64_t>(slice.limit + 1));
  return for_each_row(
      reg, "SELECT c.confidence, c.id " + where + " ORDER BY c.confidence, c.id LIMIT ?",
      parameters, [&out](const Cursor& row) { out.push_back({row.real(0), row.integer(1)}); });
}

Result<void> add_doubt(const Register& reg, const Place& place, std::vector<Doubt>& out) {
  Result<std::vector<ClaimRow>> claims = load_claims(reg, "c.id = ?", {place.claim});
  if (!claims) return claims.error();
  for (const ClaimRow& c : *claims) {
    Result<std::vector<Explanation>> all = explain(reg, c.source.report, c.source.pointer);
    if (!all) return all.error();
    // A list has one claim for each of its values.
    const auto found = std::find_if(all->begin(), all->end(), [&c](const Explanation& one) {
      return one.source.value == c.source.value;
    });
    if (found != all->end()) out.push_back({place.claim, place.confidence, std::move(*found)});
  }
  return {};
}

}  // namespace

Result<DoubtSlices> slice_doubts(const Register& reg, const DoubtSlice& slice) {
  const Snapshot snapshot(reg);
  std::vector<std::string> properties = {slice.property};
  if (slice.property.empty()) {
    Result<std::vector<std::string>> all = properties_of(reg);
    if (!all) return all.error();
    properties = *std::move(all);
  }
  std::vector<Place> places;
  for (const std::string& property : properties) {
    if (Result<void> r = add_first(reg, slice, property, places); !r) return r.error();
  }
  std::sort(places.begin(), places.end());
  DoubtSlices out;
  out.more = places.size() > slice.limit;
  if (out.more) places.resize(slice.limit);
  for (const Place& place : places) {
    if (Result<void> r = add_doubt(reg, place, out.doubts); !r) return r.error();
  }
  return out;
}

Result<std::vector<DoubtCount>> count_doubts(const Register& reg, double below) {
  const Snapshot snapshot(reg);
  Result<std::vector<std::string>> properties = properties_of(reg);
  if (!properties) return properties.error();
  std::vector<DoubtCount> out;
  for (const std::string& property : *properties) {
    DoubtCount count{property, 0, false};
    Result<void> r =
        for_each_row(reg, std::string("SELECT count(*) FROM (SELECT 1 ") + kDoubts + " LIMIT ?)",
                     {property, below, kMostDoubtsCounted + 1},
                     [&count](const Cursor& row) { count.doubts = row.integer(0); });
    if (!r) return r.error();
    count.more = count.doubts > kMostDoubtsCounted;
    if (count.more) count.doubts = kMostDoubtsCounted;
    if (count.doubts > 0) out.push_back(std::move(count));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.doubts > b.doubts; });
  return out;
}

}  // namespace rapporteur::query
