#include "browse/browse.h"

namespace rapporteur::query {
namespace {

// With a first day asked for, an index of its own has them.
constexpr const char* kToCome = "m.status IN ('announced', 'ongoing', 'postponed', 'cancelled')";

void add_words(const std::string& words, std::vector<Condition>& out) {
  const std::string match = match_expression(words);
  // A stretch without any word asks for nothing that could be found.
  if (match.empty()) {
    out.push_back({"words", "0", {}});
    return;
  }
  out.push_back({"words",
                 "m.id IN (SELECT mm.meeting_id FROM claim_fts JOIN standing_claim AS c ON c.id = "
                 "claim_fts.rowid JOIN object AS o ON o.id = c.object_id JOIN member AS mm "
                 "ON mm.object_id = coalesce(o.parent_id, o.id) WHERE claim_fts MATCH ?)",
                 {match}});
}

void add_took_part(const std::string& state, std::vector<Condition>& out) {
  out.push_back({"with",
                 "m.id IN (SELECT mv.meeting_id FROM meeting_value AS mv WHERE "
                 "mv.property = 'state' AND mv.value = ?)",
                 {state}});
}

// Those with a first day, then those without: each part in an order that an index has.
struct Part {
  bool dated;
  std::string order;
};

std::string behind(const Part& part, bool newest_first, const MeetingSlice::Position& after,
                   std::vector<Value>& parameters) {
  if (!part.dated) {
    parameters.emplace_back(after.id);
    return after.first_day.empty() ? " AND m.id > ?" : " AND ? IS NOT NULL";
  }
  if (after.first_day.empty()) return " AND 0";
  parameters.emplace_back(after.first_day);
  parameters.emplace_back(after.id);
  return newest_first ? " AND (m.first_day, m.id) < (?, ?)" : " AND (m.first_day, m.id) > (?, ?)";
}

Result<void> add_part(const Register& reg, const MeetingSlice& slice,
                      const std::vector<Condition>& conditions, const Part& part, std::size_t most,
                      std::vector<MeetingRow>& out) {
  auto [where, parameters] = all_of(conditions);
  where += part.dated ? " AND m.first_day IS NOT NULL" : " AND m.first_day IS NULL";
  if (slice.after) where += behind(part, slice.newest_first, *slice.after, parameters);
  parameters.emplace_back(most == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(most));
  // The columns are looked up for what is left after LIMIT alone.
  const std::string sql = std::string("SELECT ") + kMeetingColumns +
                          " FROM (SELECT m.id AS picked FROM meeting AS m WHERE " + where +
                          " ORDER BY " + part.order +
                          " LIMIT ?) JOIN meeting AS m ON m.id = picked ORDER BY " + part.order;
  return for_each_row(reg, sql, parameters,
                      [&out](const Cursor& row) { out.push_back(row_of(row)); });
}

}  // namespace

Result<std::vector<Condition>> conditions_of(const Register& reg, const MeetingSlice& slice,
                                             const catalogue::Catalogue* catalogue) {
  Result<std::vector<Condition>> out = conditions_of(reg, slice.filter, catalogue);
  if (!out) return out;
  if (!slice.words.empty()) add_words(slice.words, *out);
  for (const std::string& state : slice.states) add_took_part(state, *out);
  if (slice.to_come) out->push_back({"to_come", kToCome, {}});
  return out;
}

Result<MeetingSlices> slice_meetings(const Register& reg, const MeetingSlice& slice,
                                     const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  Result<std::vector<Condition>> conditions = conditions_of(reg, slice, catalogue);
  if (!conditions) return conditions.error();
  const std::size_t limit = slice.filter.limit;
  const Part parts[] = {
      {true, slice.newest_first ? "m.first_day DESC, m.id DESC" : "m.first_day, m.id"},
      {false, "m.id"}};
  MeetingSlices out;
  for (const Part& part : parts) {
    if (limit > 0 && out.meetings.size() > limit) break;
    // One more than asked for tells whether there are more.
    const std::size_t most = limit == 0 ? 0 : limit + 1 - out.meetings.size();
    Result<void> r = add_part(reg, slice, *conditions, part, most, out.meetings);
    if (!r) return r.error();
  }
  if (limit > 0 && out.meetings.size() > limit) {
    out.meetings.pop_back();
    out.next = {out.meetings.back().first_day, out.meetings.back().id};
  }
  return out;
}

Result<MeetingCount> count_meetings(const Register& reg, const MeetingSlice& slice,
                                    const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  Result<std::vector<Condition>> conditions = conditions_of(reg, slice, catalogue);
  if (!conditions) return conditions.error();
  const auto count = [&reg](const std::vector<Condition>& some) {
    return count_meetings_where(reg, some);
  };
  MeetingCount out;
  Result<std::size_t> total = count(*conditions);
  if (!total) return total.error();
  out.total = *total;
  if (out.total > 0 || conditions->empty()) return out;
  Result<std::vector<std::string>> emptied_by = blame(*conditions, count);
  if (!emptied_by) return emptied_by.error();
  out.emptied_by = std::move(*emptied_by);
  return out;
}

}  // namespace rapporteur::query
