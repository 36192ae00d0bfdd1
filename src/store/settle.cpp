// Computing entities: the half of the register that says what reports add up to.
//
// Only components are computed anew: the members that share a block, at any remove, with one that
// came or went. Everything else cannot have changed (record::Resolver promises it).
#include <deque>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "impl.h"

namespace rapporteur::store {
namespace {

using record::Entity;
using record::EntityKind;
using record::Member;
using record::MemberKey;

// All members reachable over shared blocks. Cost: O(blocks and members reached).
std::vector<std::int64_t> reachable(Database& db, const Touched& touched) {
  std::unordered_set<std::string> keys(touched.blocks.begin(), touched.blocks.end());
  std::deque<std::string> open(touched.blocks.begin(), touched.blocks.end());
  std::set<std::int64_t> members = touched.members;
  Statement of_key(db, "SELECT object_id FROM block WHERE key = ?");
  Statement of_member(db, "SELECT key FROM block WHERE object_id = ?");
  while (!open.empty() && !db.failed()) {
    const std::string key = std::move(open.front());
    open.pop_front();
    for (of_key.bind(key); of_key.step();) {
      const std::int64_t member = of_key.integer(0);
      // A touched member's own keys are among the touched ones.
      if (!members.insert(member).second) continue;
      for (of_member.bind(member); of_member.step();) {
        if (keys.insert(of_member.string(0)).second) open.push_back(of_member.string(0));
      }
    }
  }
  return {members.begin(), members.end()};
}

struct KeyHash {
  std::size_t operator()(const MemberKey& key) const {
    return std::hash<std::string>()(key.report) * 31 + std::hash<std::string>()(key.pointer);
  }
};

struct Loaded {
  std::vector<Member> members;
  std::unordered_map<MemberKey, std::int64_t, KeyHash> objects;
  std::set<std::string> entities;            // that they are in so far
  std::map<std::string, std::string> texts;  // by digest; members look at them
};

// The text of that digest, read once. What a map holds stays where it is.
std::string_view text_of(Database& db, const std::string& digest,
                         std::map<std::string, std::string>& texts) {
  const auto [known, is_new] = texts.try_emplace(digest);
  if (is_new) {
    Statement find(db, "SELECT text FROM text WHERE digest = ?");
    if (find.bind(digest).step()) known->second = find.string(0);
  }
  return known->second;
}

Loaded load_members(Database& db, const std::vector<std::int64_t>& ids) {
  Loaded out;
  out.members.reserve(ids.size());
  const bool with_bonds = has_bonds(db);
  Statement row(db,
                "SELECT r.key, o.pointer, o.list, m.features, v.digest, "
                "CASE v.modified WHEN '' THEN v.published ELSE v.modified END, "
                "coalesce(m.meeting_id, m.person_id) "
                "FROM member AS m JOIN object AS o ON o.id = m.object_id "
                "JOIN version AS v ON v.id = o.version_id JOIN report AS r ON r.id = v.report_id "
                "WHERE m.object_id = ?");
  Statement claims(db,
                   "SELECT property, value, confidence, confirmed FROM standing_claim "
                   "WHERE object_id = ? ORDER BY id");
  Statement blocks(db, "SELECT key FROM block WHERE object_id = ? ORDER BY key");
  for (const std::int64_t id : ids) {
    if (!row.bind(id).step()) continue;
    Member m;
    m.key = {row.string(0), row.string(1)};
    m.kind = row.text(2) == "meetings" ? EntityKind::meeting : EntityKind::person;
    m.features = row.string(3);
    m.group = row.string(4);
    m.text = text_of(db, m.group, out.texts);
    m.published = row.string(5);
    if (!row.is_null(6)) out.entities.insert(row.string(6));
    for (claims.bind(id); claims.step();) {
      m.statements.push_back({claims.string(0), claims.string(1),
                              static_cast<float>(claims.real(2)), claims.integer(3) != 0});
    }
    for (blocks.bind(id); blocks.step();) {
      if (!blocks.text(0).starts_with(kBond)) m.blocks.push_back(blocks.string(0));
    }
    if (with_bonds) m.bonds = bonds_of(db, m.key);
    out.objects.emplace(m.key, id);
    out.members.push_back(std::move(m));
  }
  return out;
}

// Removes entities; returns the ids of the series that may have lost their last session.
std::set<std::string> remove_entities(Database& db, const std::set<std::string>& ids) {
  std::set<std::string> series;
  Statement find(db, "SELECT series_id FROM meeting WHERE id = ? AND series_id IS NOT NULL");
  Statement meeting(db, "DELETE FROM meeting WHERE id = ?");
  Statement person(db, "DELETE FROM person WHERE id = ?");
  Statement value(db, "DELETE FROM ranked_value WHERE entity_id = ?");
  Statement side(db, "DELETE FROM side WHERE entity_id = ?");
  Statement counted(db, "DELETE FROM meeting_value WHERE meeting_id = ?");
  Statement merge(db, "DELETE FROM merge WHERE entity_id = ?");
  for (const std::string& id : ids) {
    if (find.bind(id).step()) series.insert(find.string(0));
    meeting.bind(id).run();
    person.bind(id).run();
    value.bind(id).run();
    side.bind(id).run();
    counted.bind(id).run();
    merge.bind(id).run();
  }
  return series;
}

void remove_empty_series(Database& db, const std::set<std::string>& ids) {
  Statement remove(db,
                   "DELETE FROM series WHERE id = ?1 "
                   "AND NOT EXISTS (SELECT 1 FROM meeting WHERE series_id = ?1)");
  for (const std::string& id : ids) remove.bind(id).run();
}

class EntityWriter {
 public:
  EntityWriter(Database& db, const Loaded& loaded) : db_(db), loaded_(loaded) {}

  void add(const Entity& e) {
    if (e.kind == EntityKind::meeting) {
      add_meeting(e);
      count_meeting(e);
    } else {
      add_person(e);
    }
    Statement& own = e.kind == EntityKind::meeting ? in_meeting_ : in_person_;
    for (std::size_t i = 0; i < e.members.size(); ++i) {
      own.bind(e.id, object(e.members[i]), null_if_empty(e.copy_of[i])).run();
    }
    for (const record::Merge& m : e.merges) {
      merge_.bind(e.id, object(m.a), object(m.b), m.rule, m.score).run();
    }
    add_values(e);
  }

 private:
  std::int64_t object(const MemberKey& key) const { return loaded_.objects.at(key); }

  void add_meeting(const Entity& e) {
    const std::string series = e.series.empty() ? "" : record::series_id(e.series);
    if (!series.empty()) series_.bind(series, e.series).run();
    const auto value = [&e](std::string_view p) { return null_if_empty(canonical(e, p)); };
    meeting_
        .bind(e.id, null_if_empty(series), value("name"), value("organisation"), value("organ"),
              value("kind"), value("format"), value("mode"), e.ordinal, value("status"),
              value("when"), null_if_empty(e.first_day), null_if_empty(e.last_day),
              value("rescheduled_to"), value("place"), value("country"), value("venue"),
              value("chair"), value("chair_person"), value("host"), value("inviter"))
        .run();
  }

  // What lists and counts find it by.
  void count_meeting(const Entity& e) {
    std::set<std::pair<std::string, std::string>> counted;
    for (const MemberKey& key : e.members) {
      for (said_.bind(object(key)); said_.step();) {
        counted.emplace(said_.string(0), said_.string(1));
        if (said_.text(0) == "state") counted.emplace("present", said_.string(1));
      }
    }
    for (const char* const property : {"country", "host", "chair"}) {
      const std::string_view state = canonical(e, property);
      const bool is_code = std::string_view(property) != "chair" || state.size() == 2;
      if (!state.empty() && is_code) counted.emplace("present", state);
    }
    for (const auto& [property, value] : counted) counted_.bind(e.id, property, value).run();
  }

  void add_person(const Entity& e) {
    person_
        .bind(e.id, canonical(e, "person"), null_if_empty(canonical(e, "state")),
              null_if_empty(canonical(e, "organisation")))
        .run();
  }

  void add_values(const Entity& e) {
    int rank = 0;
    for (std::size_t i = 0; i < e.values.size(); ++i) {
      const record::RankedValue& v = e.values[i];
      rank = i > 0 && e.values[i - 1].property == v.property ? rank + 1 : 0;
      value_
          .bind(e.id, v.property, rank, v.value, v.support, static_cast<double>(v.confidence),
                v.disputed)
          .run();
      if (!v.disputed) continue;
      for (const MemberKey& key : v.stated_by) {
        side_.bind(e.id, v.property, rank, object(key)).run();
      }
    }
  }

  Database& db_;
  const Loaded& loaded_;
  Statement series_{db_, "INSERT INTO series (id, key) VALUES (?, ?) ON CONFLICT DO NOTHING"};
  Statement meeting_{
      db_,
      "INSERT INTO meeting (id, series_id, name, organisation, organ, kind, format, mode, ordinal, "
      "status, dates, first_day, last_day, rescheduled_to, place, country, venue, chair, "
      "chair_person, host, inviter) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  Statement said_{db_,
                  "SELECT CASE o.list WHEN 'agenda' THEN 'topic' ELSE 'state' END, c.value "
                  "FROM object AS o JOIN standing_claim AS c ON c.object_id = o.id "
                  "WHERE o.parent_id = ? AND ((o.list = 'participants' AND c.property = 'state') "
                  "OR (o.list = 'agenda' AND c.property = 'topics'))"};
  Statement counted_{db_,
                     "INSERT INTO meeting_value (meeting_id, property, value) VALUES (?, ?, ?)"};
  Statement person_{db_, "INSERT INTO person (id, name, state, organisation) VALUES (?, ?, ?, ?)"};
  Statement in_meeting_{db_,
                        "UPDATE member SET meeting_id = ?1, copy_of = ?3 WHERE object_id = ?2 "
                        "AND (meeting_id IS DISTINCT FROM ?1 OR copy_of IS DISTINCT FROM ?3)"};
  Statement in_person_{db_,
                       "UPDATE member SET person_id = ?1, copy_of = ?3 WHERE object_id = ?2 "
                       "AND (person_id IS DISTINCT FROM ?1 OR copy_of IS DISTINCT FROM ?3)"};
  Statement merge_{db_,
                   "INSERT INTO merge (entity_id, a_id, b_id, rule, score) VALUES (?, ?, ?, ?, ?)"};
  Statement value_{db_,
                   "INSERT INTO ranked_value (entity_id, property, rank, value, support, "
                   "confidence, disputed) VALUES (?, ?, ?, ?, ?, ?, ?)"};
  Statement side_{db_,
                  "INSERT INTO side (entity_id, property, rank, object_id) VALUES (?, ?, ?, ?)"};
};

}  // namespace

std::size_t settle(Database& db, const Touched& touched, const record::Resolver& resolver) {
  Loaded loaded = load_members(db, reachable(db, touched));
  if (db.failed()) return 0;
  loaded.entities.insert(touched.entities.begin(), touched.entities.end());
  const std::set<std::string> series = remove_entities(db, loaded.entities);
  const std::vector<Entity> entities = resolver.resolve(std::move(loaded.members));
  EntityWriter writer(db, loaded);
  for (const Entity& e : entities) {
    if (db.failed()) return 0;
    writer.add(e);
  }
  remove_empty_series(db, series);
  return entities.size();
}

std::size_t settle_all(Database& db, const record::Resolver& resolver) {
  db.exec(
      "DELETE FROM verdict; DELETE FROM merge; DELETE FROM side; DELETE FROM ranked_value; DELETE "
      "FROM meeting_value; DELETE "
      "FROM block; "
      "DELETE FROM member; DELETE FROM meeting; DELETE FROM person; DELETE FROM series;");
  Touched touched;
  for (const std::int64_t version : current_versions(db)) {
    if (db.failed()) return 0;
    add_members(db, version, load_reading(db, load_version(db, version)), resolver, touched);
  }
  return settle(db, touched, resolver);
}

}  // namespace rapporteur::store
