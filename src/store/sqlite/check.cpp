// What SQLite finds wrong with its own file.
#include <functional>

#include "sqlite/file.h"

namespace rapporteur::store::sqlite {
namespace {

Result<void> for_each(File& file, const char* sql, const std::function<void(const Prepared&)>& f) {
  Result<std::unique_ptr<Prepared>> rows = file.prepare(sql, false);
  if (!rows) return std::move(rows).error();
  while (true) {
    Result<bool> more = (*rows)->step();
    if (!more) return std::move(more).error();
    if (!*more) return {};
    f(**rows);
  }
}

}  // namespace

Result<std::vector<Finding>> File::faults() {
  std::vector<Finding> out;
  const auto text = [](const Prepared& row, int column) { return std::string(row.text(column)); };
  Result<void> r = for_each(*this, "PRAGMA integrity_check", [&](const Prepared& row) {
    if (row.text(0) != "ok") out.push_back({"file", text(row, 0)});
  });
  if (!r) return std::move(r).error();
  r = for_each(*this, "PRAGMA foreign_key_check", [&](const Prepared& row) {
    out.push_back({text(row, 0) + " row " + text(row, 1), "refers to a missing " + text(row, 2)});
  });
  if (!r) return std::move(r).error();
  return out;
}

// SQLite compares the full-text indexes with what they index. It counts as a write.
Result<std::vector<Finding>> File::search_faults() {
  std::vector<Finding> out;
  if (options_.access == Access::read) return out;
  for (const char* const sql :
       {"INSERT INTO report_fts (report_fts, rank) VALUES ('integrity-check', 1)",
        "INSERT INTO claim_fts (claim_fts, rank) VALUES ('integrity-check', 1)"}) {
    if (const Result<void> r = exec(sql); !r) {
      out.push_back({"full-text index", r.error().message});
    }
  }
  return out;
}

}  // namespace rapporteur::store::sqlite
