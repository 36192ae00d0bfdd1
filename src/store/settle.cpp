// Computing entities: the half of the register that says what reports add up to.
//
// Only what a change can have an effect on is computed anew: neighbours, at any remove, of members
// that came or went. Everything else cannot have changed (record::Resolver promises it). And of
// what was computed only those rows are written that differ from what stands there.
#include <functional>
#include <future>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "growth.h"
#include "impl.h"
#include "lists.h"
#include "member_writer.h"
#include "reach.h"

namespace rapporteur::store {
namespace {

using record::Entity;
using record::EntityKind;
using record::MemberKey;

// While it lives, the members have what resolving asks for besides what is kept of them.
class Completed {
 public:
  Completed(Database& db, const std::vector<Reached>& reached, const Memory& memory) : db_(db) {
    for (const Reached& r : reached) {
      record::Member& m = r.held->member;
      all_.push_back(&m);
      if (!m.text.empty()) continue;
      const bool known = memory.notes != nullptr && memory.notes->knows(m.group);
      if (!known) texts_.try_emplace(m.group);
    }
    load_texts();
    for (record::Member* m : all_) {
      if (texts_.empty()) break;
      if (!m->text.empty()) continue;
      const auto text = texts_.find(m->group);
      if (text != texts_.end()) m->text = text->second;
    }
    if (has_bonds(db)) load_bonds();
  }
  Completed(const Completed&) = delete;
  Completed& operator=(const Completed&) = delete;
  ~Completed() {
    for (record::Member* m : all_) {
      m->text = {};
      m->bonds.clear();
    }
  }

  [[nodiscard]] std::vector<const record::Member*> members() const {
    return {all_.begin(), all_.end()};
  }

 private:
  void load_texts() {
    std::vector<std::string> digests;
    for (const auto& [digest, text] : texts_) digests.push_back(digest);
    Statement rows(db_,
                   "SELECT t.digest, t.text FROM json_each(?) AS x "
                   "CROSS JOIN text AS t ON t.digest = x.value");
    in_portions(digests, [&](const std::string& list) {
      for (rows.bind(list); rows.step();) texts_[rows.string(0)] = rows.string(1);
    });
  }

  void load_bonds() {
    std::map<MemberKey, record::Member*> of;
    std::set<std::string> reports;
    for (record::Member* m : all_) {
      of.emplace(m->key, m);
      reports.insert(m->key.report);
    }
    in_portions(std::vector<std::string>(reports.begin(), reports.end()),
                [&](const std::string& list) {
                  for (auto& [key, bond] : bonds_of(db_, list)) {
                    const auto member = of.find(key);
                    if (member != of.end()) member->second->bonds.push_back(std::move(bond));
                  }
                });
  }

  Database& db_;
  std::vector<record::Member*> all_;
  std::map<std::string, std::string> texts_;  // by digest; members look at them
};

struct KeyHash {
  std::size_t operator()(const MemberKey* key) const {
    return std::hash<std::string>()(key->report) * 31 + std::hash<std::string>()(key->pointer);
  }
};
struct SameKey {
  bool operator()(const MemberKey* a, const MemberKey* b) const { return *a == *b; }
};

void remove_empty_series(Database& db, const std::set<std::string>& ids) {
  Statement remove(db,
                   "DELETE FROM series WHERE id = ?1 "
                   "AND NOT EXISTS (SELECT 1 FROM meeting WHERE series_id = ?1)");
  for (const std::string& id : ids) remove.put(id);
}

void write(Database& db, const std::vector<Entity>& entities, const std::vector<Reached>& reached,
           std::set<std::string> old, Entities& known, MemberWriter& writer) {
  std::unordered_map<const MemberKey*, Reached, KeyHash, SameKey> member_of;
  member_of.reserve(reached.size());
  for (const Reached& r : reached) member_of.emplace(&r.held->member.key, r);
  std::set<std::string> left;
  for (const Entity& e : entities) {
    if (db.failed()) return;
    std::vector<Reached> own;
    own.reserve(e.members.size());
    for (const MemberKey& key : e.members) own.push_back(member_of.at(&key));
    known.put(db, e.id, rows_of(e, own), left);
    for (std::size_t i = 0; i < own.size(); ++i) {
      writer.put(e.kind, e.id, e.copy_of[i], own[i].id, *own[i].held);
    }
    old.erase(e.id);
  }
  for (const std::string& id : old) known.remove(db, id, left);
  remove_empty_series(db, left);
}

// Notes say nothing any more about entities that change.
void forget(Memory& memory, const std::set<std::string>& entities) {
  if (memory.notes == nullptr) return;
  for (const std::string& entity : entities) memory.notes->forget(entity);
}

}  // namespace

void Memory::clear() {
  members.clear();
  entities.clear();
  notes.reset();
}

std::size_t settle(Database& db, const Touched& touched, const record::Resolver& resolver,
                   Memory& memory, const std::function<void()>& meanwhile) {
  if (memory.notes == nullptr) memory.notes = resolver.notes();
  forget(memory, touched.entities);
  Growing growing(db, touched, resolver, memory);
  const std::vector<Reached> reached = reach(db, touched, growing, resolver, memory);
  growing.leave_out(reached);
  std::set<std::string> old = touched.entities;
  for (const Reached& r : reached) {
    if (!r.held->entity.empty()) old.insert(r.held->entity);
  }
  forget(memory, old);
  memory.entities.load(db, old);
  if (db.failed()) return 0;
  std::vector<Entity> entities;
  {
    const Completed completed(db, reached, memory);
    if (db.failed()) return 0;
    const std::vector<const record::Member*> members = completed.members();
    auto computed = std::async(std::launch::async,
                               [&] { return resolver.resolve(members, memory.notes.get()); });
    meanwhile();
    entities = computed.get();
  }
  MemberWriter writer(db);
  write(db, entities, reached, std::move(old), memory.entities, writer);
  growing.write(writer);
  writer.write();
  growing.done();
  return entities.size() + growing.size();
}

std::size_t settle_all(Database& db, const record::Resolver& resolver,
                       const std::function<void()>& meanwhile) {
  db.exec(
      "DELETE FROM verdict; DELETE FROM merge; DELETE FROM side; DELETE FROM ranked_value; DELETE "
      "FROM meeting_value; DELETE "
      "FROM block; "
      "DELETE FROM member; DELETE FROM meeting; DELETE FROM person; DELETE FROM series;");
  Memory memory;
  Touched touched;
  for (const std::int64_t version : current_versions(db)) {
    if (db.failed()) return 0;
    add_members(db, version, load_reading(db, load_version(db, version)), resolver, touched,
                memory);
  }
  return settle(db, touched, resolver, memory, meanwhile);
}

}  // namespace rapporteur::store
