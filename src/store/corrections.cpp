// What people have said: stored as it was said, and applied to whatever it meets.
#include <algorithm>
#include <tuple>
#include <utility>

#include "impl.h"
#include "rapporteur/record/correction.h"

namespace rapporteur::store {
namespace {

using record::Correction;
using record::MemberKey;

// Statements are constants, so each has its own end.
#define RAPPORTEUR_SELECT_CORRECTION                                                           \
  "SELECT id, verdict, report, property, value, quote, subject, replacement, who, made, why, " \
  "undone, undone_who, undone_why FROM correction "

// Of merges and splits without their members.
Correction correction_of(const Statement& row) {
  Correction c;
  c.verdict = record::verdict_from(row.text(1)).value_or(record::Verdict::accept);
  std::string* const texts[] = {&c.report,   &c.property,    &c.value,      &c.quote,
                                &c.subject,  &c.replacement, &c.made.who,   &c.made.when,
                                &c.made.why, &c.undone.when, &c.undone.who, &c.undone.why};
  int column = 2;
  for (std::string* text : texts) *text = row.text(column++);
  return c;
}

void load_sides(Database& db, std::string_view id, Correction& c) {
  Statement rows(db,
                 "SELECT report, pointer, side FROM correction_member WHERE correction_id = ? "
                 "ORDER BY report, pointer");
  for (rows.bind(id); rows.step();) {
    (rows.integer(2) == 0 ? c.members : c.others).push_back({rows.string(0), rows.string(1)});
  }
}

void insert(Database& db, const std::string& id, const Correction& c) {
  const bool of_claim = record::is_of_claim(c.verdict);
  const auto text = [of_claim](const std::string& v) {
    return of_claim ? std::optional<std::string_view>(v) : std::nullopt;
  };
  const auto undone = [&c](const std::string& v) {
    return c.stands() ? std::nullopt : std::optional<std::string_view>(v);
  };
  Statement(db,
            "INSERT INTO correction (id, verdict, report, property, value, quote, subject, "
            "replacement, who, made, why, undone, undone_who, undone_why) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(id, to_string(c.verdict), text(c.report), text(c.property), text(c.value),
            text(c.quote), null_if_empty(c.subject), null_if_empty(c.replacement), c.made.who,
            c.made.when, c.made.why, undone(c.undone.when), undone(c.undone.who),
            undone(c.undone.why))
      .run();
  Statement member(db,
                   "INSERT INTO correction_member (correction_id, report, pointer, side) "
                   "VALUES (?, ?, ?, ?)");
  for (const MemberKey& key : c.members) member.bind(id, key.report, key.pointer, 0).run();
  for (const MemberKey& key : c.others) member.bind(id, key.report, key.pointer, 1).run();
}

auto order_of(const record::Act& act) { return std::tuple(act.when, act.who, act.why); }

// False if nothing changes: it is known, and undone no earlier than before.
bool enter(Database& db, const Correction& c) {
  const std::string id = correction_id(c);
  std::optional<Correction> known;
  {
    Statement find(db, RAPPORTEUR_SELECT_CORRECTION "WHERE id = ?");
    if (find.bind(id).step()) known = correction_of(find);
  }
  if (!known) {
    insert(db, id, c);
    return true;
  }
  const bool is_news =
      !c.stands() && (known->stands() || order_of(c.undone) < order_of(known->undone));
  if (!is_news) return false;
  Statement(db, "UPDATE correction SET undone = ?, undone_who = ?, undone_why = ? WHERE id = ?")
      .bind(c.undone.when, c.undone.who, c.undone.why, id)
      .run();
  return true;
}

void add_reports(const Correction& c, std::set<std::string>& reports) {
  if (!c.report.empty()) reports.insert(c.report);
  for (const MemberKey& key : c.members) reports.insert(key.report);
  for (const MemberKey& key : c.others) reports.insert(key.report);
}

std::vector<Correction> standing_of(Database& db, const std::string& report) {
  std::vector<Correction> out;
  Statement rows(db,
                 RAPPORTEUR_SELECT_CORRECTION "WHERE report = ? AND undone IS NULL ORDER BY id");
  for (rows.bind(report); rows.step();) out.push_back(correction_of(rows));
  return out;
}

// Writes down which claims of the version are decided. `decided`: of its claims, which stand in
// `claims`, in their order.
void write_verdicts(Database& db, std::int64_t version_id, const std::vector<record::Claim>& claims,
                    const std::vector<std::size_t>& decided,
                    const std::vector<Correction>& corrections) {
  Statement ids(db,
                "SELECT c.id FROM object AS o JOIN claim AS c ON c.object_id = o.id "
                "WHERE o.version_id = ? ORDER BY o.id, c.id");
  Statement verdict(db,
                    "INSERT INTO verdict (claim_id, correction_id, verdict, value) "
                    "VALUES (?, ?, ?, ?)");
  ids.bind(version_id);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const bool is_place = record::object_of(claims[i].pointer).size() == claims[i].pointer.size();
    if (is_place || !ids.step()) continue;
    if (decided[i] == record::kUndecided) continue;
    const Correction& c = corrections[decided[i]];
    verdict
        .bind(ids.integer(0), correction_id(c), to_string(c.verdict), null_if_empty(c.replacement))
        .run();
  }
}

}  // namespace

std::optional<Judged> judge(Database& db, std::int64_t version_id, const record::Reading& reading) {
  const std::vector<Correction> corrections = standing_of(db, report_key(reading.report));
  if (corrections.empty()) return std::nullopt;
  const std::vector<record::Claim> claims = claims_of(reading);
  const std::vector<std::size_t> decided = decide(claims, reading.report.text, corrections);
  write_verdicts(db, version_id, claims, decided, corrections);
  Judged out;
  Result<record::Reading> judged =
      reading_of(corrected(claims, decided, corrections, out.silenced));
  if (!judged) {
    db.fail(judged.error());
    return std::nullopt;
  }
  out.reading = *std::move(judged);
  out.reading.engine = reading.engine;
  out.reading.report = reading.report;
  return out;
}

std::multimap<std::string, std::string> bound_members(Database& db, const std::string& report) {
  std::multimap<std::string, std::string> out;
  Statement rows(db,
                 "SELECT m.pointer, c.id FROM correction_member AS m "
                 "JOIN correction AS c ON c.id = m.correction_id "
                 "WHERE m.report = ? AND m.side = 0 AND c.undone IS NULL");
  for (rows.bind(report); rows.step();) out.emplace(rows.string(0), rows.string(1));
  return out;
}

bool has_bonds(Database& db) {
  Statement any(db, "SELECT 1 FROM correction_member LIMIT 1");
  return any.step();
}

std::vector<std::pair<MemberKey, record::Bond>> bonds_of(Database& db, const std::string& reports) {
  std::vector<std::pair<MemberKey, record::Bond>> out;
  Statement rows(db,
                 "SELECT m.report, m.pointer, c.id, c.made, c.verdict = 'split', m.side "
                 "FROM json_each(?) AS x CROSS JOIN correction_member AS m ON m.report = x.value "
                 "CROSS JOIN correction AS c ON c.id = m.correction_id WHERE c.undone IS NULL");
  for (rows.bind(reports); rows.step();) {
    out.push_back({{rows.string(0), rows.string(1)},
                   {rows.string(2), rows.string(3), rows.integer(4) != 0,
                    static_cast<int>(rows.integer(5))}});
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::set<std::string> corrected_of(Database& db, const std::string& reports) {
  std::set<std::string> out;
  Statement rows(db,
                 "SELECT c.report FROM json_each(?1) AS x "
                 "CROSS JOIN correction AS c ON c.report = x.value "
                 "UNION SELECT m.report FROM json_each(?1) AS x "
                 "CROSS JOIN correction_member AS m ON m.report = x.value");
  for (rows.bind(reports); rows.step();) out.insert(rows.string(0));
  return out;
}

void judge_again(Database& db, const std::string& report, const record::Resolver& resolver,
                 Touched& touched, Memory& memory) {
  std::int64_t version = 0;
  {
    Statement find(db,
                   "SELECT v.id FROM version AS v JOIN report AS r ON r.id = v.report_id "
                   "WHERE r.key = ? AND v.current = 1");
    if (!find.bind(report).step()) return;
    version = find.integer(0);
  }
  take_members(db, version, touched, memory);
  Statement(db,
            "DELETE FROM member WHERE object_id IN (SELECT id FROM object WHERE version_id = ?)")
      .bind(version)
      .run();
  Statement(db,
            "DELETE FROM verdict WHERE claim_id IN (SELECT c.id FROM object AS o "
            "JOIN claim AS c ON c.object_id = o.id WHERE o.version_id = ?)")
      .bind(version)
      .run();
  add_members(db, version, load_reading(db, load_version(db, version)), resolver, touched, memory);
  touched.new_versions.insert(version);
}

Result<Receipt> Register::correct(std::span<const Correction> corrections,
                                  const record::Resolver& resolver) {
  for (const Correction& c : corrections) {
    if (Result<void> sound = inspect(c); !sound) {
      return Error{sound.error().code, sound.error().message, correction_id(c)};
    }
  }
  return impl_->change(resolver, [&](Database& db, Touched& touched, Receipt& receipt) {
    std::set<std::string> reports;
    for (const Correction& c : corrections) {
      if (!enter(db, c)) continue;
      ++receipt.corrections;
      add_reports(c, reports);
    }
    for (const std::string& report : reports) {
      judge_again(db, report, resolver, touched, impl_->memory);
    }
  });
}

Result<std::vector<Correction>> Register::corrections() const {
  Database& db = *impl_->db;
  Transaction snapshot(db, Work::read);
  std::vector<Correction> out;
  Statement rows(db, RAPPORTEUR_SELECT_CORRECTION "ORDER BY made, id");
  while (rows.step()) {
    out.push_back(correction_of(rows));
    load_sides(db, rows.text(0), out.back());
  }
  if (Result<void> r = db.take_error(); !r) return r.error();
  return out;
}

Result<std::vector<MemberKey>> Register::members(const std::string& entity) const {
  Database& db = *impl_->db;
  std::vector<MemberKey> out;
  Statement rows(db,
                 "SELECT r.key, o.pointer FROM (SELECT object_id FROM member WHERE meeting_id = ?1 "
                 "UNION ALL SELECT object_id FROM member WHERE person_id = ?1) AS m "
                 "JOIN object AS o ON o.id = m.object_id JOIN version AS v ON v.id = o.version_id "
                 "JOIN report AS r ON r.id = v.report_id ORDER BY r.key, o.pointer");
  for (rows.bind(entity); rows.step();) out.push_back({rows.string(0), rows.string(1)});
  if (Result<void> r = db.take_error(); !r) return r.error();
  return out;
}

}  // namespace rapporteur::store
