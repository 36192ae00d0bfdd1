// Entering and removing reports: the half of the register that says what reports say.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "impl.h"
#include "rapporteur/record/claim.h"
#include "rapporteur/store/evidence.h"

namespace rapporteur::store {
namespace {

using record::Report;

std::int64_t enter_report(Database& db, const std::string& key) {
  Statement find(db, "SELECT id FROM report WHERE key = ?");
  if (find.bind(key).step()) return find.integer(0);
  const std::int64_t id = db.next_id(Numbered::report);
  Statement(db, "INSERT INTO report (id, key) VALUES (?, ?)").bind(id, key).run();
  return id;
}

struct Known {
  std::int64_t id = 0;
  std::string version_key;
  std::string engine;
  bool current = false;
};

std::optional<Known> find_version(Database& db, std::int64_t report, const std::string& key) {
  Statement find(db,
                 "SELECT id, version_key, engine, current FROM version "
                 "WHERE report_id = ? AND version_key = ?");
  if (!find.bind(report, key).step()) return std::nullopt;
  return Known{find.integer(0), find.string(1), find.string(2), find.integer(3) != 0};
}

std::optional<Known> current_version(Database& db, std::int64_t report) {
  Statement find(db,
                 "SELECT id, version_key, engine, current FROM version "
                 "WHERE report_id = ? AND current = 1");
  if (!find.bind(report).step()) return std::nullopt;
  return Known{find.integer(0), find.string(1), find.string(2), true};
}

std::int64_t enter_version(Database& db, std::int64_t report_id, const std::string& key,
                           const record::Reading& reading) {
  const Report& r = reading.report;
  Statement(db,
            "INSERT INTO text (id, digest, text) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING")
      .bind(db.next_id(Numbered::text), r.digest, r.text)
      .run();
  const std::int64_t id = db.next_id(Numbered::version);
  Statement(
      db,
      "INSERT INTO version (id, report_id, version_key, current, engine, schema, name, origin, "
      "digest, title, publisher, agency, byline, dateline_place, dateline_country, dateline_date, "
      "published, modified, language) "
      "VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(id, report_id, key, reading.engine, reading.schema, r.id, r.origin, r.digest, r.title,
            r.publisher, r.agency, r.byline, r.dateline.place, r.dateline.country, r.dateline.date,
            r.published, r.modified, r.language)
      .run();
  return id;
}

void enter_notes(Database& db, std::int64_t version_id, const record::Reading& reading) {
  Statement left_out(
      db, "INSERT INTO left_out (id, version_id, at, text, reason) VALUES (?, ?, ?, ?, ?)");
  for (const record::LeftOut& l : reading.report.left_out) {
    left_out.bind(db.next_id(Numbered::left_out), version_id, l.at, l.text, l.reason).run();
  }
  Statement warning(db, "INSERT INTO warning (id, version_id, stage, message) VALUES (?, ?, ?, ?)");
  for (const std::string& w : reading.report.warnings) {
    warning.bind(db.next_id(Numbered::warning), version_id, "source", w).run();
  }
  for (const std::string& w : reading.warnings) {
    warning.bind(db.next_id(Numbered::warning), version_id, "reader", w).run();
  }
}

void remove_notes(Database& db, std::int64_t version_id) {
  Statement(db, "DELETE FROM left_out WHERE version_id = ?").bind(version_id).run();
  Statement(db, "DELETE FROM warning WHERE version_id = ?").bind(version_id).run();
}

std::string_view list_of(std::string_view object) {
  object = object.substr(0, object.rfind('/'));
  return object.substr(object.rfind('/') + 1);
}

// Enters the objects of a reading and their claims.
class ClaimWriter {
 public:
  ClaimWriter(Database& db, std::int64_t version_id)
      : db_(db),
        version_id_(version_id),
        object_(
            db,
            "INSERT INTO object (id, version_id, pointer, list, parent_id) VALUES (?, ?, ?, ?, ?)"),
        claim_(db,
               "INSERT INTO claim (id, object_id, property, value, evidence, confidence, rule) "
               "VALUES (?, ?, ?, ?, ?, ?, ?)") {}

  void add(const record::Claim& claim) {
    const std::string_view object = record::object_of(claim.pointer);
    if (object != pointer_) open(object);
    if (object.size() == claim.pointer.size()) return;
    claim_
        .bind(db_.next_id(Numbered::claim), object_id_, claim.property, claim.value,
              print_evidence(claim.evidence), static_cast<double>(claim.confidence), claim.rule)
        .run();
    ++claims_;
  }

  // "/meetings/<index>"; 0 if there is none.
  std::int64_t meeting(std::size_t index) const {
    return index < meetings_.size() ? meetings_[index] : 0;
  }
  std::size_t claims() const { return claims_; }

 private:
  void open(std::string_view object) {
    const bool is_nested = std::count(object.begin(), object.end(), '/') > 2;
    std::optional<std::int64_t> parent;
    if (is_nested) parent = meetings_.back();
    object_id_ = db_.next_id(Numbered::object);
    object_.bind(object_id_, version_id_, object, list_of(object), parent).run();
    pointer_ = object;
    if (object.starts_with("/meetings/") && !is_nested) meetings_.push_back(object_id_);
  }

  Database& db_;
  std::int64_t version_id_;
  Statement object_;
  Statement claim_;
  std::string pointer_;
  std::int64_t object_id_ = 0;
  std::vector<std::int64_t> meetings_;
  std::size_t claims_ = 0;
};

void enter_links(Database& db, std::int64_t version_id, const record::Reading& reading,
                 const ClaimWriter& writer) {
  std::map<std::string_view, std::size_t> index_of;
  for (std::size_t i = 0; i < reading.meetings.size(); ++i) {
    index_of.emplace(reading.meetings[i].id, i);
  }
  Statement insert(db,
                   "INSERT INTO link (object_id, from_id, to_id, relation) "
                   "SELECT id, ?, ?, ? FROM object WHERE version_id = ? AND pointer = ?");
  for (std::size_t i = 0; i < reading.meetings.size(); ++i) {
    const std::vector<record::Link>& links = reading.meetings[i].links;
    for (std::size_t j = 0; j < links.size(); ++j) {
      const auto to = index_of.find(links[j].to);
      if (to == index_of.end() || !links[j].relation) continue;
      const std::string pointer = "/meetings/" + std::to_string(i) + "/links/" + std::to_string(j);
      insert
          .bind(writer.meeting(i), writer.meeting(to->second), to_string(*links[j].relation),
                version_id, pointer)
          .run();
    }
  }
}

// Lets a version make its claims.
void enter_claims(Database& db, std::int64_t version_id, const record::Reading& reading,
                  const record::Resolver& resolver, Touched& touched, Receipt& receipt) {
  ClaimWriter writer(db, version_id);
  for (const record::Claim& claim : claims_of(reading)) {
    if (db.failed()) return;
    writer.add(claim);
  }
  receipt.claims += writer.claims();
  enter_links(db, version_id, reading, writer);
  add_members(db, version_id, reading, resolver, touched);
  Statement(db, "UPDATE version SET current = 1 WHERE id = ?").bind(version_id).run();
  touched.new_versions.insert(version_id);
}

// Remembers what the search indexes must forget. What this transaction entered is in none yet.
void note_words(Database& db, std::int64_t version_id, Touched& touched) {
  if (touched.new_versions.erase(version_id) > 0) return;
  Statement report(db, "SELECT id, title, text FROM searchable_report WHERE id = ?");
  for (report.bind(version_id); report.step();) {
    touched.unindexed_reports.push_back({report.integer(0), report.string(1), report.string(2)});
  }
  Statement claims(db,
                   "SELECT s.id, s.value FROM object AS o "
                   "JOIN searchable_claim AS s ON s.object_id = o.id WHERE o.version_id = ?");
  for (claims.bind(version_id); claims.step();) {
    touched.unindexed_claims.push_back({claims.integer(0), claims.string(1), {}});
  }
}

// Takes the claims of a current version away.
void remove_claims(Database& db, std::int64_t version_id, Touched& touched) {
  take_members(db, version_id, touched);
  Statement(db, "DELETE FROM object WHERE version_id = ?").bind(version_id).run();
  Statement(db, "UPDATE version SET current = 0 WHERE id = ?").bind(version_id).run();
}

// The same version, read by another engine.
void read_again(Database& db, const Known& known, const record::Reading& reading,
                const record::Resolver& resolver, Touched& touched, Receipt& receipt) {
  Statement(db, "UPDATE version SET engine = ?, schema = ? WHERE id = ?")
      .bind(reading.engine, reading.schema, known.id)
      .run();
  remove_notes(db, known.id);
  enter_notes(db, known.id, reading);
  if (known.current) {
    remove_claims(db, known.id, touched);
    enter_claims(db, known.id, reading, resolver, touched, receipt);
  }
  ++receipt.changed;
}

}  // namespace

void take_members(Database& db, std::int64_t version_id, Touched& touched) {
  Statement blocks(db,
                   "SELECT DISTINCT b.key FROM object AS o JOIN block AS b ON b.object_id = o.id "
                   "WHERE o.version_id = ?");
  for (blocks.bind(version_id); blocks.step();) touched.blocks.insert(blocks.string(0));
  Statement members(db,
                    "SELECT m.object_id, coalesce(m.meeting_id, m.person_id) FROM object AS o "
                    "JOIN member AS m ON m.object_id = o.id WHERE o.version_id = ?");
  for (members.bind(version_id); members.step();) {
    touched.members.erase(members.integer(0));
    if (!members.is_null(1)) touched.entities.insert(members.string(1));
  }
  note_words(db, version_id, touched);
}

void add_members(Database& db, std::int64_t version_id, const record::Reading& reading,
                 const record::Resolver& resolver, Touched& touched) {
  std::map<std::string, std::int64_t, std::less<>> objects;
  Statement list(db, "SELECT pointer, id FROM object WHERE version_id = ?");
  for (list.bind(version_id); list.step();) objects.emplace(list.string(0), list.integer(1));

  const std::optional<Judged> judged = judge(db, version_id, reading);
  if (judged) {
    for (const std::string& pointer : judged->silenced) objects.erase(pointer);
  }
  const auto bound = bound_members(db, report_key(reading.report));
  Statement member(db, "INSERT INTO member (object_id, own_id, features) VALUES (?, ?, ?)");
  Statement block(db, "INSERT INTO block (key, object_id) VALUES (?, ?) ON CONFLICT DO NOTHING");
  for (record::Member& m : resolver.members_of(judged ? judged->reading : reading)) {
    const auto object = objects.find(m.key.pointer);
    if (object == objects.end()) continue;
    member.bind(object->second, member_id(m.kind, m.key), m.features).run();
    const auto [first, last] = bound.equal_range(m.key.pointer);
    for (auto b = first; b != last; ++b) m.blocks.push_back(std::string(kBond) + b->second);
    for (const std::string& key : m.blocks) {
      block.bind(key, object->second).run();
      touched.blocks.insert(key);
    }
    touched.members.insert(object->second);
  }
}

void add_reading(Database& db, const record::Reading& reading, const record::Resolver& resolver,
                 Touched& touched, Receipt& receipt) {
  const std::string key = version_key(reading.report);
  const std::int64_t report = enter_report(db, report_key(reading.report));
  if (const std::optional<Known> known = find_version(db, report, key)) {
    if (known->engine == reading.engine) {
      ++receipt.unchanged;
    } else {
      read_again(db, *known, reading, resolver, touched, receipt);
    }
    return;
  }
  const std::optional<Known> current = current_version(db, report);
  const std::int64_t version = enter_version(db, report, key, reading);
  enter_notes(db, version, reading);
  if (current && key < current->version_key) {
    ++receipt.kept;
    return;
  }
  if (current) remove_claims(db, current->id, touched);
  enter_claims(db, version, reading, resolver, touched, receipt);
  ++(current ? receipt.changed : receipt.added);
}

bool remove_report(Database& db, const std::string& key, Touched& touched) {
  Statement find(db, "SELECT id FROM report WHERE key = ?");
  if (!find.bind(key).step()) return false;
  const std::int64_t report = find.integer(0);
  if (const std::optional<Known> current = current_version(db, report)) {
    remove_claims(db, current->id, touched);
  }
  std::vector<std::string> digests;
  Statement versions(db, "SELECT digest FROM version WHERE report_id = ?");
  for (versions.bind(report); versions.step();) digests.push_back(versions.string(0));
  Statement(db, "DELETE FROM report WHERE id = ?").bind(report).run();
  Statement orphan(db,
                   "DELETE FROM text WHERE digest = ?1 "
                   "AND NOT EXISTS (SELECT 1 FROM version WHERE digest = ?1)");
  for (const std::string& digest : digests) orphan.bind(digest).run();
  return !db.failed();
}

}  // namespace rapporteur::store
