#include "sqlite/file.h"

namespace rapporteur::store::sqlite {

// FTS5 keeps no texts of its own here: to forget them it must be told what they were.
const WordStatements& File::word_statements() const {
  static constexpr WordStatements kStatements = {
      .forget_claim = "INSERT INTO claim_fts (claim_fts, rowid, value) VALUES ('delete', ?, ?)",
      .forget_report =
          "INSERT INTO report_fts (report_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)",
      .enter_claims =
          "INSERT INTO claim_fts (rowid, value) "
          "SELECT s.id, s.value FROM object AS o "
          "JOIN searchable_claim AS s ON s.object_id = o.id WHERE o.version_id = ?",
      .enter_report =
          "INSERT INTO report_fts (rowid, title, text) "
          "SELECT id, title, text FROM searchable_report WHERE id = ?",
  };
  return kStatements;
}

}  // namespace rapporteur::store::sqlite
