#include "impl.h"

namespace rapporteur::store {

void index_words(Database& db, const Touched& touched) {
  Statement forget_claim(db,
                         "INSERT INTO claim_fts (claim_fts, rowid, value) VALUES ('delete', ?, ?)");
  for (const Touched::Words& w : touched.unindexed_claims) forget_claim.bind(w.id, w.first).run();
  Statement forget_report(
      db, "INSERT INTO report_fts (report_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)");
  for (const Touched::Words& w : touched.unindexed_reports) {
    forget_report.bind(w.id, w.first, w.second).run();
  }
  Statement claims(db,
                   "INSERT INTO claim_fts (rowid, value) "
                   "SELECT s.id, s.value FROM object AS o "
                   "JOIN searchable_claim AS s ON s.object_id = o.id WHERE o.version_id = ?");
  Statement report(db,
                   "INSERT INTO report_fts (rowid, title, text) "
                   "SELECT id, title, text FROM searchable_report WHERE id = ?");
  for (const std::int64_t version : touched.new_versions) {
    claims.bind(version).run();
    report.bind(version).run();
  }
}

}  // namespace rapporteur::store
