// The members of a version: made of its reading when it comes, noted when it goes.
#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

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

// What lists and counts find a meeting by.
std::set<std::pair<std::string, std::string>> counted_of(const record::Meeting& m) {
  std::set<std::pair<std::string, std::string>> out;
  for (const record::Participant& p : m.participants) {
    if (p.state) out.emplace("state", *p.state);
  }
  for (const record::AgendaItem& item : m.agenda) {
    for (const std::string& topic : item.topics) out.emplace("topic", topic);
  }
  return out;
}

// "/meetings/3" -> the meeting there.
const record::Meeting& meeting_at(const record::Reading& reading, std::string_view pointer) {
  std::size_t index = 0;
  const std::string_view digits = pointer.substr(pointer.rfind('/') + 1);
  std::from_chars(digits.data(), digits.data() + digits.size(), index);
  return reading.meetings.at(index);
}

class MemberMaker {
 public:
  MemberMaker(const Objects& objects, const record::Resolver& resolver, Touched& touched,
              Memory& memory)
      : objects_(objects), resolver_(resolver), touched_(touched), memory_(memory) {}

  // Returns the ids of the new members.
  std::vector<std::int64_t> make(const record::Reading& reading,
                                 std::span<const record::Claim> claims) {
    std::vector<std::int64_t> out;
    for (record::Member& m : resolver_.members_of(reading, claims)) {
      const auto object = objects_.find(m.key.pointer);
      if (object == objects_.end()) continue;
      Held held;
      held.is_new = true;
      if (m.kind == record::EntityKind::meeting) {
        held.counted = counted_of(meeting_at(reading, m.key.pointer));
      }
      held.member = std::move(m);
      memory_.members.add(object->second, std::move(held));
      touched_.members.insert(object->second);
      out.push_back(object->second);
    }
    return out;
  }

 private:
  const Objects& objects_;
  const record::Resolver& resolver_;
  Touched& touched_;
  Memory& memory_;
};

Objects objects_of(Database& db, std::int64_t version_id) {
  Objects out;
  Statement list(db, "SELECT pointer, id FROM object WHERE version_id = ?");
  for (list.bind(version_id); list.step();) out.emplace(list.string(0), list.integer(1));
  return out;
}

}  // namespace

void add_members(const Objects& objects, const record::Reading& reading,
                 std::span<const record::Claim> claims, const record::Resolver& resolver,
                 Touched& touched, Memory& memory) {
  MemberMaker(objects, resolver, touched, memory).make(reading, claims);
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
      MemberMaker(objects, resolver, touched, memory).make(standing, claims_of(standing));
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
