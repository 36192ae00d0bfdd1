// What all questions share: rows, sources, conditions.
#pragma once

#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rapporteur/query/query.h"

namespace rapporteur::query {

using store::Cursor;
using store::Register;
using store::Value;
using Snapshot = store::View;

// Calls f(cursor) for each row. Errors: those of the register.
template <class F>
Result<void> for_each_row(const Register& reg, std::string_view sql,
                          const std::vector<Value>& parameters, F f) {
  Result<Cursor> cursor = reg.ask(sql, parameters);
  if (!cursor) return cursor.error();
  while (true) {
    Result<bool> more = cursor->next();
    if (!more) return more.error();
    if (!*more) return {};
    f(*cursor);
  }
}

// Columns of `meeting AS m` that row_of reads, from column 0.
extern const char* const kMeetingColumns;
inline constexpr int kMeetingColumnCount = 15;
MeetingRow row_of(const Cursor& cursor);

// A claim with where it stands.
struct ClaimRow {
  std::int64_t object = 0;
  std::int64_t meeting_object = 0;  // the object itself or the meeting it belongs to
  std::string list;                 // "meetings", "participants", ...
  std::string object_pointer;
  std::string property;
  std::string digest;         // of the text
  std::string meeting_group;  // of the copies of the text among the reports of the meeting
  std::string person_group;   // of those among the reports of the person, if it is about one
  Source source;
};
// All claims that meet `condition` on claim c, object o, version v, report r; by report, then in
// the order of the reading.
Result<std::vector<ClaimRow>> load_claims(const Register& reg, const std::string& condition,
                                          const std::vector<Value>& parameters);

// Counts the copies of a text once: claims about one meeting, or about one person.
int support_of(const std::vector<const ClaimRow*>& claims,
               std::string ClaimRow::* group = &ClaimRow::meeting_group);

// For LIMIT.
inline constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();

// A part of a WHERE clause on `meeting AS m`, named for emptied_by.
struct Condition {
  std::string name;
  std::string sql;
  std::vector<Value> parameters;
};
// Errors: bad_data (dates), not_found never.
Result<std::vector<Condition>> conditions_of(const Register& reg, const MeetingFilter& filter,
                                             const catalogue::Catalogue* catalogue);

// Of meetings of this body, by the words of the register: an organ's or, without one, an
// organisation's and all its organs'. An organ without an organisation is one that no report gives
// to any. REQUIRES: not both empty.
Condition of_body(const std::string& organisation, const std::string& organ);

// "a AND b" with their parameters; "1 = 1" for none.
std::pair<std::string, std::vector<Value>> all_of(const std::vector<Condition>& conditions);

// How many meetings meet all conditions. Errors: as Register::ask. Cost: a scan of what they leave.
Result<std::size_t> count_meetings_where(const Register& reg,
                                         const std::vector<Condition>& conditions);

// Which of the conditions empty an answer; `count` counts the answers under some of them.
template <class Count>
Result<std::vector<std::string>> blame(const std::vector<Condition>& conditions, Count count) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    std::vector<Condition> others = conditions;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    Result<std::size_t> n = count(others);
    if (!n) return n.error();
    if (*n > 0) out.push_back(conditions[i].name);
  }
  if (!out.empty()) return out;
  for (const Condition& c : conditions) {
    Result<std::size_t> n = count(std::vector<Condition>{c});
    if (!n) return n.error();
    if (*n == 0) out.push_back(c.name);
  }
  if (!out.empty()) return out;
  for (const Condition& c : conditions) out.push_back(c.name);
  return out;
}

// Words as the full-text indexes take them: each is quoted, so that nothing in it is an operator;
// "a phrase" stays together; a star at the end of a word asks for all words that begin so.
std::string match_expression(std::string_view words);

// A pattern for LIKE ... ESCAPE '\' that finds `part` anywhere.
std::string like(std::string_view part);

}  // namespace rapporteur::query
