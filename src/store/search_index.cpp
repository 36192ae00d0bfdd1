#include "impl.h"

namespace rapporteur::store {

void index_words(Database& db, const Touched& touched) {
  const WordStatements& sql = db.connection().word_statements();
  Statement forget_claim(db, sql.forget_claim);
  for (const Touched::Words& w : touched.unindexed_claims) forget_claim.bind(w.id, w.first).run();
  Statement forget_report(db, sql.forget_report);
  for (const Touched::Words& w : touched.unindexed_reports) {
    forget_report.bind(w.id, w.first, w.second).run();
  }
  Statement claims(db, sql.enter_claims);
  Statement report(db, sql.enter_report);
  for (const std::int64_t version : touched.new_versions) {
    claims.bind(version).run();
    report.bind(version).run();
  }
}

}  // namespace rapporteur::store
