#include "postgresql/server.h"

namespace rapporteur::store::postgresql {

const WordStatements& Server::word_statements() const {
  static constexpr WordStatements kStatements = {
      .forget_claim = "DELETE FROM claim_words WHERE id = ?1",
      .forget_report = "DELETE FROM report_words WHERE id = ?1",
      .enter_claims =
          "INSERT INTO claim_words (id, words) "
          "SELECT s.id, register_words(s.value) FROM object AS o "
          "JOIN searchable_claim AS s ON s.object_id = o.id WHERE o.version_id = ?",
      .enter_report =
          "INSERT INTO report_words (id, part, words) SELECT r.id, n.part, register_words("
          "CASE n.part WHEN 0 THEN r.title || ' ' ELSE '' END || "
          "substr(r.text, n.part * 100000 + 1, 100000)) FROM searchable_report AS r "
          "CROSS JOIN LATERAL generate_series(0, (greatest(length(r.text), 1) - 1) / 100000) "
          "AS n (part) WHERE r.id = ?",
  };
  return kStatements;
}

}  // namespace rapporteur::store::postgresql
