// Entering and removing reports: the half of the register that says what reports say.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "entry.h"
#include "impl.h"
#include "lists.h"
#include "rapporteur/record/claim.h"

namespace rapporteur::store {
namespace {

using record::Report;

struct Version {
  std::int64_t id = 0;
  std::string key;
  std::string engine;
  bool current = false;
};
struct Known {
  std::int64_t id = 0;  // of the report; 0: not known
  std::vector<Version> versions;
};
using Reports = std::map<std::string, Known>;  // by key

// What the register has of those reports, and places for those that it does not have.
Reports find_reports(Database& db, std::set<std::string> keys) {
  Reports out;
  Statement reports(db,
                    "SELECT r.key, r.id FROM json_each(?) AS x "
                    "CROSS JOIN report AS r ON r.key = x.value");
  Statement versions(db,
                     "SELECT r.key, v.id, v.version_key, v.engine, v.current "
                     "FROM json_each(?) AS x CROSS JOIN report AS r ON r.key = x.value "
                     "CROSS JOIN version AS v ON v.report_id = r.id");
  in_portions(std::vector<std::string>(keys.begin(), keys.end()), [&](const std::string& list) {
    for (reports.bind(list); reports.step();) out[reports.string(0)].id = reports.integer(1);
    for (versions.bind(list); versions.step();) {
      out[versions.string(0)].versions.push_back(
          {versions.integer(1), versions.string(2), versions.string(3), versions.integer(4) != 0});
    }
  });
  return out;
}

template <class Find>
Version* find_version(Known& report, Find find) {
  const auto found = std::find_if(report.versions.begin(), report.versions.end(), find);
  return found == report.versions.end() ? nullptr : &*found;
}

std::int64_t enter_version(Database& db, std::int64_t report_id, const Version& version,
                           const record::Reading& reading) {
  const Report& r = reading.report;
  Statement(db,
            "INSERT INTO text (id, digest, text) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING")
      .put(db.next_id(Numbered::text), r.digest, r.text);
  const std::int64_t id = db.next_id(Numbered::version);
  Statement(
      db,
      "INSERT INTO version (id, report_id, version_key, current, engine, schema, name, origin, "
      "digest, title, publisher, agency, byline, dateline_place, dateline_country, dateline_date, "
      "published, modified, language) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .put(id, report_id, version.key, version.current, reading.engine, reading.schema, r.id,
           r.origin, r.digest, r.title, r.publisher, r.agency, r.byline, r.dateline.place,
           r.dateline.country, r.dateline.date, r.published, r.modified, r.language);
  return id;
}

void enter_notes(Database& db, std::int64_t version_id, const record::Reading& reading) {
  Statement left_out(
      db, "INSERT INTO left_out (id, version_id, at, text, reason) VALUES (?, ?, ?, ?, ?)");
  for (const record::LeftOut& l : reading.report.left_out) {
    left_out.put(db.next_id(Numbered::left_out), version_id, l.at, l.text, l.reason);
  }
  Statement warning(db, "INSERT INTO warning (id, version_id, stage, message) VALUES (?, ?, ?, ?)");
  for (const std::string& w : reading.report.warnings) {
    warning.put(db.next_id(Numbered::warning), version_id, "source", w);
  }
  for (const std::string& w : reading.warnings) {
    warning.put(db.next_id(Numbered::warning), version_id, "reader", w);
  }
}

void remove_notes(Database& db, std::int64_t version_id) {
  Statement(db, "DELETE FROM left_out WHERE version_id = ?").put(version_id);
  Statement(db, "DELETE FROM warning WHERE version_id = ?").put(version_id);
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

  // `evidence`: print_evidence() of its.
  void add(const record::Claim& claim, std::string_view evidence) {
    const std::string_view object = record::object_of(claim.pointer);
    if (object != pointer_) open(object);
    if (object.size() == claim.pointer.size()) return;
    claim_.put(db_.next_id(Numbered::claim), object_id_, claim.property, claim.value, evidence,
               static_cast<double>(claim.confidence), claim.rule);
    ++claims_;
  }

  // "/meetings/<index>"; 0 if there is none.
  std::int64_t meeting(std::size_t index) const {
    return index < meetings_.size() ? meetings_[index] : 0;
  }
  std::size_t claims() const { return claims_; }
  const std::map<std::string, std::int64_t, std::less<>>& objects() const { return objects_; }

 private:
  void open(std::string_view object) {
    const bool is_nested = std::count(object.begin(), object.end(), '/') > 2;
    std::optional<std::int64_t> parent;
    if (is_nested) parent = meetings_.back();
    object_id_ = db_.next_id(Numbered::object);
    object_.put(object_id_, version_id_, object, list_of(object), parent);
    pointer_ = object;
    objects_.emplace(object, object_id_);
    if (object.starts_with("/meetings/") && !is_nested) meetings_.push_back(object_id_);
  }

  Database& db_;
  std::int64_t version_id_;
  Statement object_;
  Statement claim_;
  std::string pointer_;
  std::int64_t object_id_ = 0;
  std::vector<std::int64_t> meetings_;
  std::map<std::string, std::int64_t, std::less<>> objects_;
  std::size_t claims_ = 0;
};

void enter_links(Database& db, const record::Reading& reading, const ClaimWriter& writer) {
  std::map<std::string_view, std::size_t> index_of;
  for (std::size_t i = 0; i < reading.meetings.size(); ++i) {
    index_of.emplace(reading.meetings[i].id, i);
  }
  Statement insert(db,
                   "INSERT INTO link (object_id, from_id, to_id, relation) VALUES (?, ?, ?, ?)");
  for (std::size_t i = 0; i < reading.meetings.size(); ++i) {
    const std::vector<record::Link>& links = reading.meetings[i].links;
    for (std::size_t j = 0; j < links.size(); ++j) {
      const auto to = index_of.find(links[j].to);
      if (to == index_of.end() || !links[j].relation) continue;
      const std::string pointer = "/meetings/" + std::to_string(i) + "/links/" + std::to_string(j);
      const auto object = writer.objects().find(pointer);
      if (object == writer.objects().end()) continue;
      insert.put(object->second, writer.meeting(i), writer.meeting(to->second),
                 to_string(*links[j].relation));
    }
  }
}

// Enters readings, one after the other.
class Entering {
 public:
  Entering(Database& db, const record::Resolver& resolver, Touched& touched, Memory& memory,
           Receipt& receipt)
      : db_(db), resolver_(resolver), touched_(touched), memory_(memory), receipt_(receipt) {}

  void run(std::span<const record::Reading> readings) {
    std::set<std::string> keys;
    for (const record::Reading& reading : readings) {
      std::string key = report_key(reading.report);
      if (!keys.insert(key).second) repeated_.insert(std::move(key));
    }
    in_portions(std::vector<std::string>(keys.begin(), keys.end()),
                [&](const std::string& list) { corrected_.merge(corrected_of(db_, list)); });
    reports_ = find_reports(db_, std::move(keys));
    Entries entries(readings, resolver_,
                    [this](const record::Reading& reading) { return !is_entered(reading); });
    for (const record::Reading& reading : readings) {
      if (db_.failed()) return;
      Entry entry = entries.next();
      if (!entry.faults.empty()) {
        db_.fail({ErrorCode::bad_data, entry.faults.front(), report_key(reading.report)});
        return;
      }
      add(reading, std::move(entry));
    }
  }

 private:
  // Whether there is nothing to do, and will be nothing when its turn comes.
  bool is_entered(const record::Reading& reading) const {
    const std::string report_name = report_key(reading.report);
    const auto report = reports_.find(report_name);
    if (report == reports_.end() || repeated_.contains(report_name)) return false;
    const std::vector<Version>& versions = report->second.versions;
    const std::string key = version_key(reading.report);
    return std::any_of(versions.begin(), versions.end(), [&](const Version& v) {
      return v.key == key && v.engine == reading.engine;
    });
  }

  void add(const record::Reading& reading, Entry entry) {
    const std::string report_name = report_key(reading.report);
    Known& report = reports_[report_name];
    if (report.id == 0) {
      report.id = db_.next_id(Numbered::report);
      Statement(db_, "INSERT INTO report (id, key) VALUES (?, ?)").put(report.id, report_name);
    }
    Version next{0, version_key(reading.report), reading.engine, false};
    Version* same = find_version(report, [&](const Version& v) { return v.key == next.key; });
    if (same != nullptr) return add_again(*same, reading, std::move(entry));
    Version* current = find_version(report, [](const Version& v) { return v.current; });
    next.current = current == nullptr || next.key > current->key;
    if (next.current && current != nullptr) {
      take_claims(current->id);
      Statement(db_, "UPDATE version SET current = 0 WHERE id = ?").put(current->id);
      current->current = false;
    }
    next.id = enter_version(db_, report.id, next, reading);
    enter_notes(db_, next.id, reading);
    if (next.current) enter_claims(next.id, reading, std::move(entry));
    ++(!next.current ? receipt_.kept : current != nullptr ? receipt_.changed : receipt_.added);
    report.versions.push_back(std::move(next));
  }

  // The same version; by another engine it counts anew.
  void add_again(Version& known, const record::Reading& reading, Entry entry) {
    if (known.engine == reading.engine) {
      ++receipt_.unchanged;
      return;
    }
    Statement(db_, "UPDATE version SET engine = ?, schema = ? WHERE id = ?")
        .put(reading.engine, reading.schema, known.id);
    known.engine = reading.engine;
    remove_notes(db_, known.id);
    enter_notes(db_, known.id, reading);
    if (known.current) {
      take_claims(known.id);
      enter_claims(known.id, reading, std::move(entry));
    }
    ++receipt_.changed;
  }

  void take_claims(std::int64_t version_id) {
    take_members(db_, version_id, touched_, memory_);
    Statement(db_, "DELETE FROM object WHERE version_id = ?").put(version_id);
  }

  void enter_claims(std::int64_t version_id, const record::Reading& reading, Entry entry) {
    ClaimWriter writer(db_, version_id);
    for (std::size_t i = 0; i < entry.claims.size(); ++i) {
      if (db_.failed()) return;
      writer.add(entry.claims[i], entry.evidence[i]);
    }
    receipt_.claims += writer.claims();
    enter_links(db_, reading, writer);
    if (corrected_.contains(report_key(reading.report))) {
      add_members(db_, version_id, reading, resolver_, touched_, memory_);
    } else {
      add_members(writer.objects(), std::move(entry.members), touched_, memory_);
    }
    touched_.new_versions.insert(version_id);
  }

  Database& db_;
  const record::Resolver& resolver_;
  Touched& touched_;
  Memory& memory_;
  Receipt& receipt_;
  Reports reports_;
  std::set<std::string> corrected_;
  std::set<std::string> repeated_;  // reports that several of these readings are of
};

}  // namespace

void add_readings(Database& db, std::span<const record::Reading> readings,
                  const record::Resolver& resolver, Touched& touched, Memory& memory,
                  Receipt& receipt) {
  Entering(db, resolver, touched, memory, receipt).run(readings);
}

bool remove_report(Database& db, const std::string& key, Touched& touched, Memory& memory) {
  Reports found = find_reports(db, {key});
  if (found.empty()) return false;
  const Known& report = found.begin()->second;
  for (const Version& v : report.versions) {
    if (v.current) take_members(db, v.id, touched, memory);
  }
  std::vector<std::string> digests;
  Statement versions(db, "SELECT digest FROM version WHERE report_id = ?");
  for (versions.bind(report.id); versions.step();) digests.push_back(versions.string(0));
  Statement(db, "DELETE FROM report WHERE id = ?").put(report.id);
  Statement orphan(db,
                   "DELETE FROM text WHERE digest = ?1 "
                   "AND NOT EXISTS (SELECT 1 FROM version WHERE digest = ?1)");
  for (const std::string& digest : digests) orphan.put(digest);
  return !db.failed();
}

}  // namespace rapporteur::store
