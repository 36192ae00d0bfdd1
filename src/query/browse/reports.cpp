#include "browse/browse.h"

namespace rapporteur::query {
namespace {

std::pair<std::string, std::vector<Value>> condition_of(const ReportSlice& slice) {
  std::string where = "v.current = 1";
  std::vector<Value> parameters;
  const auto add = [&](const char* sql, const std::string& value) {
    where += sql;
    parameters.emplace_back(value);
  };
  if (!slice.words.empty()) {
    const std::string match = match_expression(slice.words);
    if (match.empty()) {
      where += " AND 1 = 0";
    } else {
      add(" AND v.id IN (SELECT rowid FROM report_fts WHERE report_fts MATCH ?)", match);
    }
  }
  if (!slice.publisher.empty()) {
    add(" AND v.publisher LIKE ? ESCAPE '\\'", like(slice.publisher));
  }
  if (!slice.from.empty()) add(" AND v.published >= ?", slice.from);
  // "2018" holds all days of 2018.
  if (!slice.to.empty()) add(" AND v.published <> '' AND v.published <= ? || '~'", slice.to);
  if (slice.after) {
    where += " AND v.published <= ? AND (v.published < ? OR r.key > ?)";
    parameters.emplace_back(slice.after->first);
    parameters.emplace_back(slice.after->first);
    parameters.emplace_back(slice.after->second);
  }
  return {where, parameters};
}

}  // namespace

Result<ReportSlices> slice_reports(const Register& reg, const ReportSlice& slice) {
  auto [where, parameters] = condition_of(slice);
  parameters.emplace_back(static_cast<std::int64_t>(slice.limit + 1));
  ReportSlices out;
  Result<void> r = for_each_row(
      reg,
      "SELECT key, title, publisher, agency, published, language, (SELECT count(DISTINCT "
      "m.meeting_id) FROM object AS o JOIN member AS m ON m.object_id = o.id WHERE o.version_id = "
      "picked AND m.meeting_id IS NOT NULL) FROM (SELECT v.id AS picked, r.key AS key, v.title, "
      "v.publisher, v.agency, v.published, v.language FROM version AS v JOIN report AS r ON "
      "r.id = v.report_id WHERE " +
          where + " ORDER BY v.published DESC, r.key LIMIT ?) ORDER BY published DESC, key",
      parameters, [&out](const Cursor& row) {
        out.reports.push_back({std::string(row.text(0)), std::string(row.text(1)),
                               std::string(row.text(2)), std::string(row.text(3)),
                               std::string(row.text(4)), std::string(row.text(5)), row.integer(6)});
      });
  if (!r) return r.error();
  out.more = out.reports.size() > slice.limit;
  if (out.more) out.reports.pop_back();
  return out;
}

Result<std::vector<std::pair<std::string, std::string>>> entities_of(const Register& reg,
                                                                     const std::string& report) {
  std::vector<std::pair<std::string, std::string>> out;
  Result<void> r = for_each_row(
      reg,
      "SELECT o.pointer, coalesce(m.meeting_id, m.person_id) FROM report AS r JOIN version AS v "
      "ON v.report_id = r.id AND v.current = 1 JOIN object AS o ON o.version_id = v.id "
      "JOIN member AS m ON m.object_id = o.id WHERE r.key = ? AND "
      "coalesce(m.meeting_id, m.person_id) IS NOT NULL ORDER BY o.id",
      {report}, [&out](const Cursor& row) {
        out.emplace_back(std::string(row.text(0)), std::string(row.text(1)));
      });
  if (!r) return r.error();
  return out;
}

Result<std::vector<std::pair<std::string, std::string>>> texts_of(
    const Register& reg, const std::vector<std::string>& reports) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const std::string& report : reports) {
    Result<void> r =
        for_each_row(reg,
                     "SELECT t.text FROM report AS r JOIN version AS v ON v.report_id = r.id AND "
                     "v.current = 1 JOIN text AS t ON t.digest = v.digest WHERE r.key = ?",
                     {report}, [&](const Cursor& row) { out.emplace_back(report, row.text(0)); });
    if (!r) return r.error();
  }
  return out;
}

Result<Size> size_of(const Register& reg) {
  Size out;
  Result<void> r = for_each_row(
      reg,
      "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM meeting), (SELECT count(*) FROM "
      "person), (SELECT count(*) FROM series), (SELECT count(*) FROM claim), (SELECT count(*) FROM "
      "(SELECT DISTINCT entity_id, property FROM ranked_value WHERE disputed = 1))",
      {}, [&out](const Cursor& row) {
        out = {row.integer(0), row.integer(1), row.integer(2),
               row.integer(3), row.integer(4), row.integer(5)};
      });
  if (!r) return r.error();
  return out;
}

}  // namespace rapporteur::query
