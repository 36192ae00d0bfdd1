#include <algorithm>
#include <cmath>
#include <tuple>

#include "ask.h"

namespace rapporteur::query {

std::string match_expression(std::string_view words) {
  std::string out;
  while (!words.empty()) {
    const bool phrase = words.front() == '"';
    if (phrase || words.front() == ' ' || words.front() == '\t' || words.front() == '\n') {
      words.remove_prefix(1);
    }
    const std::size_t end = words.find_first_of(phrase ? "\"" : " \t\n\"");
    std::string_view word = words.substr(0, end);
    words.remove_prefix(word.size());
    if (phrase && !words.empty()) words.remove_prefix(1);
    const bool prefix = !phrase && word.size() > 1 && word.back() == '*';
    if (prefix) word.remove_suffix(1);
    if (word.empty()) continue;
    out += (out.empty() ? "\"" : " \"") + std::string(word) + (prefix ? "\"*" : "\"");
  }
  return out;
}

namespace {

// Conditions on m become conditions on whatever belongs to such a meeting.
std::string in_meetings(const std::vector<Condition>& conditions, std::vector<Value>& parameters,
                        const char* object_condition) {
  if (conditions.empty()) return "1 = 1";
  auto [where, more] = all_of(conditions);
  parameters.insert(parameters.end(), more.begin(), more.end());
  return std::string(object_condition) +
         " IN (SELECT mm.object_id FROM member AS mm JOIN meeting AS m ON m.id = mm.meeting_id "
         "WHERE " +
         where + ")";
}

struct Question {
  std::string sql;
  std::vector<Value> parameters;
};

constexpr const char* kOfClaim = "coalesce(o.parent_id, o.id)";

Question about_claims(const std::string& match, const std::vector<Condition>& conditions) {
  Question q;
  q.parameters.emplace_back(match);
  q.sql =
      "SELECT r.key, v.title, o.pointer || '/' || c.property, c.property, coalesce(mm.meeting_id, "
      "''), snippet(claim_fts, 0, char(2), char(3), '…', 24), bm25(claim_fts) "
      "FROM claim_fts JOIN claim AS c ON c.id = claim_fts.rowid "
      "JOIN object AS o ON o.id = c.object_id JOIN version AS v ON v.id = o.version_id "
      "JOIN report AS r ON r.id = v.report_id "
      "LEFT JOIN member AS mm ON mm.object_id = coalesce(o.parent_id, o.id) "
      "WHERE claim_fts MATCH ? AND " +
      in_meetings(conditions, q.parameters, kOfClaim);
  return q;
}

Question about_reports(const std::string& match, const std::vector<Condition>& conditions) {
  Question q;
  q.parameters.emplace_back(match);
  q.sql =
      "SELECT r.key, v.title, '', '', '', snippet(report_fts, -1, char(2), char(3), '…', 24), "
      "bm25(report_fts) FROM report_fts JOIN version AS v ON v.id = report_fts.rowid "
      "JOIN report AS r ON r.id = v.report_id WHERE report_fts MATCH ?";
  if (conditions.empty()) return q;
  q.sql += " AND EXISTS (SELECT 1 FROM object AS o WHERE o.version_id = v.id AND " +
           in_meetings(conditions, q.parameters, "o.id") + ")";
  return q;
}

SearchHit hit_of(const Cursor& row) {
  SearchHit out;
  out.report = row.text(0);
  out.title = row.text(1);
  out.pointer = row.text(2);
  out.property = row.text(3);
  out.meeting = row.text(4);
  out.snippet = row.text(5);
  // Sums of floating point numbers may differ in their last digits.
  out.score = std::round(-row.real(6) * 1e6) / 1e6;
  return out;
}

Result<std::vector<SearchHit>> find(const Register& reg, const std::string& match,
                                    const std::vector<Condition>& conditions) {
  std::vector<SearchHit> out;
  for (const Question& q : {about_claims(match, conditions), about_reports(match, conditions)}) {
    Result<void> r = for_each_row(reg, q.sql, q.parameters,
                                  [&out](const Cursor& row) { out.push_back(hit_of(row)); });
    if (!r) return r.error();
  }
  return out;
}

Result<std::vector<std::string>> why_empty(const Register& reg, const std::string& match,
                                           const std::vector<Condition>& conditions) {
  Result<std::vector<SearchHit>> alone = find(reg, match, {});
  if (!alone) return alone.error();
  if (alone->empty() || conditions.empty()) return std::vector<std::string>{"words"};
  return blame(conditions, [&](const std::vector<Condition>& some) -> Result<std::size_t> {
    Result<std::vector<SearchHit>> hits = find(reg, match, some);
    if (!hits) return hits.error();
    return hits->size();
  });
}

}  // namespace

Result<SearchResult> search(const Register& reg, const SearchFilter& filter,
                            const catalogue::Catalogue* catalogue) {
  const Snapshot snapshot(reg);
  SearchResult out;
  const std::string match = match_expression(filter.words);
  if (match.empty()) {
    out.emptied_by = {"words"};
    return out;
  }
  Result<std::vector<Condition>> conditions = conditions_of(reg, filter.meetings, catalogue);
  if (!conditions) return conditions.error();
  Result<std::vector<SearchHit>> hits = find(reg, match, *conditions);
  if (!hits) return hits.error();
  out.hits = std::move(*hits);
  if (out.hits.empty()) {
    Result<std::vector<std::string>> emptied_by = why_empty(reg, match, *conditions);
    if (!emptied_by) return emptied_by.error();
    out.emptied_by = std::move(*emptied_by);
    return out;
  }
  std::sort(out.hits.begin(), out.hits.end(), [](const SearchHit& a, const SearchHit& b) {
    return std::tie(b.score, a.report, a.pointer, a.snippet) <
           std::tie(a.score, b.report, b.pointer, b.snippet);
  });
  if (filter.limit > 0 && out.hits.size() > filter.limit) out.hits.resize(filter.limit);
  return out;
}

}  // namespace rapporteur::query
