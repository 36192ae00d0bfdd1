// Looking for damage, in the file and between its halves.
#include <utility>

#include "impl.h"
#include "rapporteur/base/digest.h"
#include "rapporteur/record/fields.h"

namespace rapporteur::store {
namespace {

// Every span of a reading, wherever it stands.
class SpanCheck {
 public:
  SpanCheck(std::string_view text, std::vector<std::string>& faults)
      : text_(text), faults_(faults) {}

  template <class Object>
  void object(const Object& o) {
    record::for_each_field(o,
                           [this](const char* name, const auto& member) { field(name, member); });
  }

 private:
  template <class T>
  void field(const char* name, const record::Fact<T>& fact) {
    for (const ByteSpan span : fact.evidence) {
      if (is_valid(span, text_)) continue;
      faults_.push_back("evidence of '" + std::string(name) + "' at bytes " +
                        std::to_string(span.begin) + "-" + std::to_string(span.end) +
                        " is no stretch of whole characters of the text");
    }
  }
  template <class T>
    requires requires(const T& o) { record::for_each_field(o, [](const char*, const auto&) {}); }
  void field(const char*, const std::vector<T>& list) {
    for (const T& o : list) object(o);
  }
  template <class T>
  void field(const char*, const T&) {}

  std::string_view text_;
  std::vector<std::string>& faults_;
};

class Checker {
 public:
  explicit Checker(Database& db) : db_(db) {}

  void file() {
    Statement integrity(db_, "PRAGMA integrity_check");
    while (integrity.step()) {
      if (integrity.text(0) != "ok") add("file", integrity.string(0));
    }
    Statement keys(db_, "PRAGMA foreign_key_check");
    while (keys.step()) {
      add(keys.string(0) + " row " + keys.string(1), "refers to a missing " + keys.string(2));
    }
  }

  void reports() {
    Statement orphans(db_,
                      "SELECT digest FROM text AS t "
                      "WHERE NOT EXISTS (SELECT 1 FROM version WHERE digest = t.digest)");
    while (orphans.step()) add(orphans.string(0), "a text that belongs to no report");
    Statement currents(db_,
                       "SELECT r.key FROM report AS r JOIN version AS v ON v.report_id = r.id "
                       "GROUP BY r.id HAVING sum(v.current) <> 1 OR max(v.version_key) <> "
                       "max(CASE v.current WHEN 1 THEN v.version_key ELSE '' END)");
    while (currents.step()) add(currents.string(0), "its greatest version is not the current one");
    Statement silent(db_,
                     "SELECT r.key FROM version AS v JOIN report AS r ON r.id = v.report_id "
                     "WHERE v.current = 0 AND EXISTS "
                     "(SELECT 1 FROM object WHERE version_id = v.id)");
    while (silent.step()) add(silent.string(0), "a version that is not current makes claims");
    Statement versions(db_, "SELECT id FROM version ORDER BY id");
    while (versions.step()) version(versions.integer(0));
  }

  // The entities must be those that the resolver makes of the claims. Temporary tables of the same
  // names hide the real ones while it writes, so that the writing code is the same; they go with
  // the transaction.
  void entities(const record::Resolver& resolver) {
    if (!db_.exec(kHide)) return;
    settle_all(db_, resolver);
    for (const auto& [table, columns] : kDerived) compare(table, columns);
  }

  std::vector<Finding> take() { return std::move(findings_); }

 private:
  struct DerivedTable {
    const char* name;
    const char* columns;
  };
  static constexpr DerivedTable kDerived[] = {
      {"verdict", "claim_id, correction_id, verdict, value"},
      {"member", "object_id, own_id, features, meeting_id, person_id, copy_of"},
      {"block", "key, object_id"},
      {"series", "id, key"},
      {"meeting",
       "id, series_id, name, organisation, organ, kind, format, mode, ordinal, status, dates, "
       "first_day, last_day, rescheduled_to, place, country, venue, chair, chair_person, host, "
       "inviter"},
      {"person", "id, name, state, organisation"},
      {"ranked_value", "entity_id, property, rank, value, support, confidence, disputed"},
      {"side", "entity_id, property, rank, object_id"},
      {"merge", "entity_id, a_id, b_id, rule, score"},
  };
  static constexpr const char* kHide =
      "CREATE TEMP TABLE verdict AS SELECT * FROM main.verdict WHERE 0;"
      "CREATE TEMP TABLE member AS SELECT * FROM main.member WHERE 0;"
      "CREATE TEMP TABLE block (key TEXT, object_id INTEGER, PRIMARY KEY (key, object_id));"
      "CREATE INDEX temp.block_object_t ON block (object_id);"
      "CREATE TEMP TABLE series (id TEXT PRIMARY KEY, key TEXT);"
      "CREATE TEMP TABLE meeting AS SELECT * FROM main.meeting WHERE 0;"
      "CREATE TEMP TABLE person AS SELECT * FROM main.person WHERE 0;"
      "CREATE TEMP TABLE ranked_value AS SELECT * FROM main.ranked_value WHERE 0;"
      "CREATE TEMP TABLE side AS SELECT * FROM main.side WHERE 0;"
      "CREATE TEMP TABLE merge AS SELECT * FROM main.merge WHERE 0;"
      "CREATE UNIQUE INDEX temp.member_object_t ON member (object_id);";
  void add(std::string where, std::string message) {
    findings_.push_back({std::move(where), std::move(message)});
  }

  void version(sqlite3_int64 id) {
    const VersionRow row = load_version(db_, id);
    if (row.id == 0) {
      add("version " + std::to_string(id), "its text is missing");
      return;
    }
    const record::Reading reading = load_reading(db_, row);
    if (const Result<void> r = db_.take_error(); !r) {
      add(row.key, r.error().message);
      return;
    }
    for (const std::string& fault : faults_of(reading)) add(row.key, fault);
  }

  void compare(const std::string& table, const std::string& columns) {
    const std::string differences[] = {"SELECT " + columns + " FROM main." + table +
                                           " EXCEPT SELECT " + columns + " FROM temp." + table,
                                       "SELECT " + columns + " FROM temp." + table +
                                           " EXCEPT SELECT " + columns + " FROM main." + table};
    const char* const messages[] = {"stands in the register, but not in what the claims give: ",
                                    "is missing from the register, though the claims give it: "};
    for (int i = 0; i < 2; ++i) {
      sqlite3_stmt* rows = nullptr;
      const int code = sqlite3_prepare_v2(db_.handle(), differences[i].c_str(), -1, &rows, nullptr);
      if (code != SQLITE_OK) db_.fail(code);
      while (rows != nullptr && sqlite3_step(rows) == SQLITE_ROW) {
        add(table, messages[i] + row_text(rows));
      }
      sqlite3_finalize(rows);
    }
  }

  static std::string row_text(sqlite3_stmt* row) {
    std::string out;
    for (int i = 0; i < sqlite3_column_count(row); ++i) {
      const void* bytes = sqlite3_column_text(row, i);
      out += i == 0 ? "" : " | ";
      out += bytes == nullptr ? "-" : static_cast<const char*>(bytes);
    }
    return out;
  }

  Database& db_;
  std::vector<Finding> findings_;
};

// SQLite compares the full-text indexes with what they index. It counts as a write.
void check_search(Database& db, std::vector<Finding>& findings) {
  for (const char* const sql :
       {"INSERT INTO report_fts (report_fts, rank) VALUES ('integrity-check', 1)",
        "INSERT INTO claim_fts (claim_fts, rank) VALUES ('integrity-check', 1)"}) {
    db.exec(sql);
    if (const Result<void> r = db.take_error(); !r) {
      findings.push_back({"full-text index", r.error().message});
    }
  }
}

}  // namespace

std::vector<std::string> faults_of(const record::Reading& reading) {
  std::vector<std::string> faults;
  const record::Report& r = reading.report;
  if (r.digest != "sha256:" + sha256_hex(r.text)) {
    faults.push_back("the digest is not that of the text");
  }
  SpanCheck(r.text, faults).object(reading);
  return faults;
}

Result<std::vector<Finding>> Register::check(const record::Resolver* resolver) const {
  Database& db = *impl_->db;
  Checker checker(db);
  {
    Transaction snapshot(db, Transaction::Kind::read);
    checker.file();
    checker.reports();
    if (resolver != nullptr) checker.entities(*resolver);
  }
  std::vector<Finding> findings = checker.take();
  if (Result<void> r = db.take_error(); !r) {
    // A damaged file is what the caller wants to hear about.
    if (r.error().code != ErrorCode::damaged) return r.error();
    findings.push_back({path(), r.error().message});
  }
  if (impl_->options.access != Access::read) check_search(db, findings);
  return findings;
}

}  // namespace rapporteur::store
