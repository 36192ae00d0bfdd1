// Reports and readings as they were entered.
#include <utility>

#include "impl.h"
#include "rapporteur/record/claim.h"
#include "rapporteur/store/evidence.h"

namespace rapporteur::store {
namespace {

std::vector<record::Claim> load_claims(Database& db, std::int64_t version_id) {
  std::vector<record::Claim> out;
  Statement rows(db,
                 "SELECT o.pointer, o.list, c.property, c.value, c.evidence, c.confidence, c.rule "
                 "FROM object AS o LEFT JOIN claim AS c ON c.object_id = o.id "
                 "WHERE o.version_id = ? ORDER BY o.id, c.id");
  for (rows.bind(version_id); rows.step();) {
    record::Claim claim;
    if (rows.is_null(2)) {  // an object that states nothing
      claim.pointer = rows.string(0);
      claim.property = rows.string(1);
    } else {
      claim.pointer = rows.string(0) + '/' + rows.string(2);
      claim.property = rows.string(2);
      claim.value = rows.string(3);
      claim.confidence = static_cast<float>(rows.real(5));
      claim.rule = rows.string(6);
      if (!parse_evidence(rows.text(4), claim.evidence)) {
        db.fail(Error{ErrorCode::damaged, "malformed evidence of " + claim.pointer, db.path()});
      }
    }
    out.push_back(std::move(claim));
  }
  return out;
}

void load_notes(Database& db, std::int64_t version_id, record::Report& report,
                std::vector<std::string>* reader_warnings) {
  Statement left_out(db, "SELECT at, text, reason FROM left_out WHERE version_id = ? ORDER BY id");
  for (left_out.bind(version_id); left_out.step();) {
    report.left_out.push_back(
        {static_cast<std::uint32_t>(left_out.integer(0)), left_out.string(1), left_out.string(2)});
  }
  Statement warning(db, "SELECT stage, message FROM warning WHERE version_id = ? ORDER BY id");
  for (warning.bind(version_id); warning.step();) {
    if (warning.text(0) == "source") {
      report.warnings.push_back(warning.string(1));
    } else if (reader_warnings != nullptr) {
      reader_warnings->push_back(warning.string(1));
    }
  }
}

}  // namespace

std::vector<std::int64_t> current_versions(Database& db) {
  std::vector<std::int64_t> out;
  Statement rows(db,
                 "SELECT v.id FROM version AS v JOIN report AS r ON r.id = v.report_id "
                 "WHERE v.current = 1 ORDER BY r.key");
  while (rows.step()) out.push_back(rows.integer(0));
  return out;
}

VersionRow load_version(Database& db, std::int64_t version_id) {
  VersionRow out;
  Statement row(db,
                "SELECT r.key, v.engine, v.current, v.name, v.digest, v.title, v.publisher, "
                "v.agency, v.byline, v.dateline_place, v.dateline_country, v.dateline_date, "
                "v.published, v.modified, v.language, t.text, v.origin, v.schema "
                "FROM version AS v JOIN report AS r ON r.id = v.report_id "
                "JOIN text AS t ON t.digest = v.digest WHERE v.id = ?");
  if (!row.bind(version_id).step()) return out;
  out.id = version_id;
  out.key = row.string(0);
  out.engine = row.string(1);
  out.current = row.integer(2) != 0;
  record::Report& r = out.report;
  r.id = row.string(3);
  r.digest = row.string(4);
  r.title = row.string(5);
  r.publisher = row.string(6);
  r.agency = row.string(7);
  r.byline = row.string(8);
  r.dateline = {row.string(9), row.string(10), row.string(11)};
  r.published = row.string(12);
  r.modified = row.string(13);
  r.language = row.string(14);
  r.text = row.string(15);
  r.origin = row.string(16);
  out.schema = static_cast<int>(row.integer(17));
  load_notes(db, version_id, r, nullptr);
  return out;
}

record::Reading load_reading(Database& db, const VersionRow& row) {
  record::Reading out;
  Result<record::Reading> stated = reading_of(load_claims(db, row.id));
  if (stated) {
    out = std::move(*stated);
  } else {
    db.fail(Error{ErrorCode::damaged, row.key + " " + stated.error().text(), db.path()});
  }
  out.engine = row.engine;
  out.schema = row.schema;
  out.report = row.report;
  record::Report unused;
  load_notes(db, row.id, unused, &out.warnings);
  return out;
}

Result<record::Reading> Register::reading(const std::string& key) const {
  Database& db = *impl_->db;
  Transaction snapshot(db, Work::read);
  Statement find(db,
                 "SELECT v.id FROM version AS v JOIN report AS r ON r.id = v.report_id "
                 "WHERE r.key = ? AND v.current = 1");
  if (!find.bind(key).step()) {
    if (Result<void> r = db.take_error(); !r) return r.error();
    return Error{ErrorCode::not_found, "no such report: " + key, path()};
  }
  record::Reading out = load_reading(db, load_version(db, find.integer(0)));
  if (Result<void> r = db.take_error(); !r) return r.error();
  return out;
}

Result<std::vector<Register::StoredReport>> Register::reports(const std::string& after,
                                                              std::size_t limit) const {
  Database& db = *impl_->db;
  Transaction snapshot(db, Work::read);
  std::vector<StoredReport> out;
  Statement rows(db,
                 "SELECT v.id FROM (SELECT id, key FROM report WHERE key > ? ORDER BY key LIMIT ?) "
                 "AS r JOIN version AS v ON v.report_id = r.id ORDER BY r.key, v.version_key");
  for (rows.bind(after, limit); rows.step();) {
    VersionRow row = load_version(db, rows.integer(0));
    out.push_back({std::move(row.report), std::move(row.engine), row.current});
  }
  if (Result<void> r = db.take_error(); !r) return r.error();
  return out;
}

}  // namespace rapporteur::store
