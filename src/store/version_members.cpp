// The members of a version: made of its reading when it comes, noted when it goes.
#include <algorithm>
#include <optional>
#include <utility>

#include "entry.h"
#include "impl.h"

namespace rapporteur::store {
namespace {

using Objects = std::map<std::string, std::int64_t, std::less<>>;

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

Objects objects_of(Database& db, std::int64_t version_id) {
  Objects out;
  Statement list(db, "SELECT pointer, id FROM object WHERE version_id = ?");
  for (list.bind(version_id); list.step();) out.emplace(list.string(0), list.integer(1));
  return out;
}

}  // namespace

std::vector<std::int64_t> add_members(const Objects& objects, std::vector<Held> members,
                                      Touched& touched, Memory& memory) {
  std::vector<std::int64_t> out;
  for (Held& held : members) {
    const auto object = objects.find(held.member.key.pointer);
    if (object == objects.end()) continue;
    memory.members.add(object->second, std::move(held));
    touched.members.insert(object->second);
    out.push_back(object->second);
  }
  return out;
}

void add_members(Database& db, std::int64_t version_id, const record::Reading& reading,
                 const record::Resolver& resolver, Touched& touched, Memory& memory) {
  Objects objects = objects_of(db, version_id);
  const std::optional<Judged> judged = judge(db, version_id, reading);
  if (judged) {
    for (const std::string& pointer : judged->silenced) objects.erase(pointer);
  }
  const record::Reading& standing = judged ? judged->reading : reading;
  const std::vector<std::int64_t> ids =
      add_members(objects, new_members(standing, claims_of(standing), resolver), touched, memory);
  const auto bound = bound_members(db, report_key(reading.report));
  for (const std::int64_t id : ids) {
    Held& held = memory.members.at(id);
    held.member.text = {};  // of a reading that goes
    const auto [first, last] = bound.equal_range(held.member.key.pointer);
    for (auto b = first; b != last; ++b) held.decided.push_back(std::string(kBond) + b->second);
  }
  // Which of its claims a person has confirmed stands in the tables alone.
  if (judged) memory.members.load_claims(db, ids);
}

void take_members(Database& db, std::int64_t version_id, Touched& touched, Memory& memory) {
  std::vector<std::int64_t> ids;
  Statement members(db,
                    "SELECT m.object_id FROM object AS o JOIN member AS m ON m.object_id = o.id "
                    "WHERE o.version_id = ?");
  for (members.bind(version_id); members.step();) ids.push_back(members.integer(0));
  memory.members.load(db, ids);
  for (const std::int64_t id : ids) {
    if (!memory.members.holds(id)) continue;
    Held& held = memory.members.at(id);
    if (!held.entity.empty()) {
      touched.entities.insert(held.entity);
      memory.entities.forget(held.entity);
    }
    touched.gone.push_back(std::move(held));
    memory.members.erase(id);
  }
  // What came in this change and goes again has touched nothing.
  Statement objects(db, "SELECT id FROM object WHERE version_id = ?");
  for (objects.bind(version_id); objects.step();) {
    if (touched.members.erase(objects.integer(0)) > 0) memory.members.erase(objects.integer(0));
  }
  note_words(db, version_id, touched);
}

}  // namespace rapporteur::store
