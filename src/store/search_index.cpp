#include "impl.h"
#include "lists.h"

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
  Statement reports(db, sql.enter_reports);
  const std::vector<std::int64_t> versions(touched.new_versions.begin(),
                                           touched.new_versions.end());
  in_portions(versions, [&](const std::string& list) { claims.bind(list).run(); });
  in_portions(versions, [&](const std::string& list) { reports.bind(list).run(); });
}

}  // namespace rapporteur::store
