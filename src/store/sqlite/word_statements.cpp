#include "sqlite/file.h"

namespace rapporteur::store::sqlite {

// FTS5 keeps no texts of its own here: to forget them it must be told what they were. It writes out
// what it has gathered at every statement, and whenever ids do not ascend.
const WordStatements& File::word_statements() const {
  static constexpr WordStatements kStatements = {
      .forget_claim = "INSERT INTO claim_fts (claim_fts, rowid, value) VALUES ('delete', ?, ?)",
      .forget_report =
          "INSERT INTO report_fts (report_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)",
      .enter_claims =
          "INSERT INTO claim_fts (rowid, value) "
          "SELECT s.id, s.value FROM json_each(?) AS x CROSS JOIN object AS o "
          "ON o.version_id = x.value CROSS JOIN searchable_claim AS s ON s.object_id = o.id "
          "ORDER BY s.id",
      .enter_reports =
          "INSERT INTO report_fts (rowid, title, text) SELECT r.id, r.title, r.text "
          "FROM json_each(?) AS x CROSS JOIN searchable_report AS r ON r.id = x.value "
          "ORDER BY r.id",
  };
  return kStatements;
}

}  // namespace rapporteur::store::sqlite
