// What people have said, as lists.
#include <algorithm>
#include <span>

#include "ask.h"
#include "rapporteur/base/word_list.h"
#include "rapporteur/query/browse.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::query {
namespace {

constexpr const char* kColumns =
    "SELECT c.id, c.verdict, c.report, c.property, c.value, c.quote, c.subject, c.replacement, "
    "c.who, c.made, c.why, c.undone, c.undone_who, c.undone_why, c.members, c.others, "
    "c.claims + c.members_here FROM corrections AS c ";

// From the corrections to the entity, since people make few of them.
constexpr const char* kOfEntity =
    "c.undone IS NULL AND c.id IN ("
    "SELECT d.correction_id FROM verdict AS d CROSS JOIN claim AS k ON k.id = d.claim_id "
    "JOIN object AS o ON o.id = k.object_id JOIN member AS m ON m.object_id = o.id "
    "WHERE m.person_id = ?1 UNION "
    "SELECT d.correction_id FROM verdict AS d CROSS JOIN claim AS k ON k.id = d.claim_id "
    "JOIN object AS o ON o.id = k.object_id "
    "JOIN member AS m ON m.object_id = coalesce(o.parent_id, o.id) WHERE m.meeting_id = ?1 UNION "
    "SELECT cm.correction_id FROM correction_member AS cm "
    "CROSS JOIN report AS r ON r.key = cm.report "
    "JOIN version AS v ON v.report_id = r.id AND v.current = 1 "
    "JOIN object AS o ON o.version_id = v.id AND o.pointer = cm.pointer "
    "JOIN member AS m ON m.object_id = o.id "
    "WHERE coalesce(m.meeting_id, m.person_id) = ?1) ";

constexpr const char* kOrder = "ORDER BY c.made, c.id";

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    out.emplace_back(line);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return out;
}

CorrectionRow correction_of(const Cursor& row) {
  CorrectionRow out;
  std::string* const texts[] = {&out.id,         &out.verdict,   &out.report,  &out.property,
                                &out.value,      &out.quote,     &out.subject, &out.replacement,
                                &out.who,        &out.made,      &out.why,     &out.undone,
                                &out.undone_who, &out.undone_why};
  int column = 0;
  for (std::string* text : texts) *text = row.text(column++);
  out.members = lines_of(row.text(column++));
  out.others = lines_of(row.text(column++));
  out.meets = static_cast<int>(row.integer(column));
  return out;
}

Result<std::vector<CorrectionRow>> rows_of(const Register& reg, const std::string& sql,
                                           const std::vector<Value>& parameters) {
  std::vector<CorrectionRow> out;
  Result<void> r = for_each_row(reg, sql, parameters,
                                [&out](const Cursor& row) { out.push_back(correction_of(row)); });
  if (!r) return r.error();
  return out;
}

constexpr std::string_view kDates[] = {"when", "rescheduled_to"};
constexpr std::string_view kStates[] = {"state", "country", "host"};

bool is_state_code(std::string_view v) {
  return v.size() == 2 &&
         std::all_of(v.begin(), v.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::string fault_of(std::string_view property, std::string_view value) {
  if (is_one_of(property, kDates) && !time::days_of(value)) {
    return "no date; write 2022-08-19, 2022-08 or 2022-08-19/2022-08-20";
  }
  if (is_one_of(property, kStates) && !is_state_code(value)) {
    return "no code of a state; write its two letters, such as UZ";
  }
  return {};
}

Result<std::vector<CorrectionRow>> list_corrections(const Register& reg) {
  return rows_of(reg, std::string(kColumns) + kOrder, {});
}

Result<std::vector<CorrectionRow>> corrections_of(const Register& reg, const std::string& id) {
  return rows_of(reg, std::string(kColumns) + "WHERE " + kOfEntity + kOrder, {id});
}

Result<CorrectionSlices> slice_corrections(const Register& reg, const CorrectionSlice& slice) {
  // All parameters are numbered, since kOfEntity names its own several times.
  std::string where = slice.about.empty() ? "1 = 1" : kOfEntity;
  std::vector<Value> parameters = {slice.about};
  const auto next = [&parameters](Value value) {
    parameters.push_back(std::move(value));
    return "?" + std::to_string(parameters.size());
  };
  if (slice.standing)
    where += *slice.standing ? " AND c.undone IS NULL" : " AND c.undone IS NOT NULL";
  if (slice.after) {
    const std::string made = next(slice.after->first);
    where += " AND (c.made, c.id) < (" + made + ", " + next(slice.after->second) + ")";
  }
  const std::string limit = next(static_cast<std::int64_t>(slice.limit + 1));
  Result<std::vector<CorrectionRow>> rows = rows_of(
      reg, kColumns + ("WHERE " + where) + " ORDER BY c.made DESC, c.id DESC LIMIT " + limit,
      parameters);
  if (!rows) return rows.error();
  CorrectionSlices out{*std::move(rows), false};
  out.more = out.corrections.size() > slice.limit;
  if (out.more) out.corrections.pop_back();
  return out;
}

Result<CorrectionRow> find_correction(const Register& reg, const std::string& id) {
  Result<std::vector<CorrectionRow>> rows =
      rows_of(reg, std::string(kColumns) + "WHERE c.id = ?1", {id});
  if (!rows) return rows.error();
  if (rows->empty()) return Error{ErrorCode::not_found, "no such correction", id};
  return std::move(rows->front());
}

}  // namespace rapporteur::query
