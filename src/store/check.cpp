// Looking for damage, in the file and between its halves.
#include <iterator>
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
    Result<std::vector<Finding>> faults = db_.connection().faults();
    if (!faults) {
      db_.fail(faults.error());
      return;
    }
    std::move(faults->begin(), faults->end(), std::back_inserter(findings_));
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
    settle_all(db_, resolver, [] {});
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
      {"meeting_value", "meeting_id, property, value"},
      {"side", "entity_id, property, rank, object_id"},
      {"merge", "entity_id, a_id, b_id, rule, score"},
  };
  // A temporary table is made from the real one before it hides it.
  static constexpr const char* kHide =
      "CREATE TEMP TABLE verdict AS SELECT * FROM verdict WHERE 1 = 0;"
      "CREATE TEMP TABLE member AS SELECT * FROM member WHERE 1 = 0;"
      "CREATE TEMP TABLE block AS SELECT * FROM block WHERE 1 = 0;"
      "CREATE TEMP TABLE series AS SELECT * FROM series WHERE 1 = 0;"
      "CREATE TEMP TABLE meeting AS SELECT * FROM meeting WHERE 1 = 0;"
      "CREATE TEMP TABLE person AS SELECT * FROM person WHERE 1 = 0;"
      "CREATE TEMP TABLE ranked_value AS SELECT * FROM ranked_value WHERE 1 = 0;"
      "CREATE TEMP TABLE meeting_value AS SELECT * FROM meeting_value WHERE 1 = 0;"
      "CREATE TEMP TABLE side AS SELECT * FROM side WHERE 1 = 0;"
      "CREATE TEMP TABLE merge AS SELECT * FROM merge WHERE 1 = 0;"
      "CREATE UNIQUE INDEX block_t ON block (key, object_id);"
      "CREATE INDEX block_object_t ON block (object_id);"
      "CREATE UNIQUE INDEX series_t ON series (id);"
      "CREATE UNIQUE INDEX meeting_t ON meeting (id);"
      "CREATE UNIQUE INDEX person_t ON person (id);"
      "CREATE UNIQUE INDEX ranked_value_t ON ranked_value (entity_id, property, rank);"
      "CREATE UNIQUE INDEX merge_t ON merge (entity_id, a_id, b_id);"
      "CREATE UNIQUE INDEX member_object_t ON member (object_id);";

  void add(std::string where, std::string message) {
    findings_.push_back({std::move(where), std::move(message)});
  }

  void version(std::int64_t id) {
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
    const auto rows_of = [&](std::string_view schema) {
      return "SELECT " + columns + " FROM " + std::string(schema) + "." + table;
    };
    const std::string kept = rows_of(db_.connection().schema_name());
    const std::string computed = rows_of(db_.connection().temporary_name());
    report(table, kept + " EXCEPT " + computed,
           "stands in the register, but not in what the claims give: ");
    report(table, computed + " EXCEPT " + kept,
           "is missing from the register, though the claims give it: ");
  }

  void report(const std::string& table, const std::string& sql, const std::string& message) {
    if (db_.failed()) return;
    Result<std::unique_ptr<Prepared>> rows = db_.connection().prepare(sql, false);
    Result<bool> more = rows ? (*rows)->step() : Result<bool>(rows.error());
    for (; more && *more; more = (*rows)->step()) add(table, message + row_text(**rows));
    if (!more) db_.fail(more.error());
  }

  static std::string row_text(const Prepared& row) {
    std::string out;
    for (int i = 0; i < row.columns(); ++i) {
      out += i == 0 ? "" : " | ";
      out += row.is_null(i) ? "-" : row.text(i);
    }
    return out;
  }

  Database& db_;
  std::vector<Finding> findings_;
};

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
    Transaction scratch(db, Work::scratch);
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
  Result<std::vector<Finding>> search = db.connection().search_faults();
  if (!search) return search.error();
  std::move(search->begin(), search->end(), std::back_inserter(findings));
  return findings;
}

}  // namespace rapporteur::store
