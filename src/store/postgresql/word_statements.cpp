#include "postgresql/server.h"

namespace rapporteur::store::postgresql {

const WordStatements& Server::word_statements() const {
  static constexpr WordStatements kStatements = {
      .forget_claim = "DELETE FROM claim_words WHERE id = ?1",
      .forget_report = "DELETE FROM report_words WHERE id = ?1",
      .enter_claims =
          "INSERT INTO claim_words (id, words) "
          "SELECT s.id, register_words(s.value) FROM json_each(?) AS x "
          "CROSS JOIN object AS o ON o.version_id = CAST(x.value AS BIGINT) "
          "CROSS JOIN searchable_claim AS s ON s.object_id = o.id",
      .enter_reports =
          "INSERT INTO report_words (id, part, words) SELECT r.id, n.part, register_words("
          "CASE n.part WHEN 0 THEN r.title || ' ' ELSE '' END || "
          "substr(r.text, n.part * 100000 + 1, 100000)) FROM json_each(?) AS x "
          "CROSS JOIN searchable_report AS r ON r.id = CAST(x.value AS BIGINT) "
          "CROSS JOIN LATERAL generate_series(0, (greatest(length(r.text), 1) - 1) / 100000) "
          "AS n (part)",
  };
  return kStatements;
}

}  // namespace rapporteur::store::postgresql
