#include "growth.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "lists.h"

namespace rapporteur::store {
namespace {

using record::EntityKind;
using record::Member;

// The objects of members by their own ids.
std::unordered_map<std::string, std::int64_t> objects_of(Database& db,
                                                         const std::set<std::string>& own_ids) {
  std::unordered_map<std::string, std::int64_t> out;
  Statement rows(db,
                 "SELECT m.own_id, m.object_id FROM json_each(?) AS x "
                 "CROSS JOIN member AS m ON m.own_id = x.value");
  in_portions(std::vector<std::string>(own_ids.begin(), own_ids.end()),
              [&](const std::string& list) {
                for (rows.bind(list); rows.step();) out[rows.string(0)] = rows.integer(1);
              });
  return out;
}

}  // namespace

Growing::Growing(Database& db, const Touched& touched, const record::Resolver& resolver,
                 Memory& memory)
    : db_(db), memory_(memory) {
  std::vector<std::int64_t> ids;
  std::vector<const Member*> members;
  for (const std::int64_t id : touched.members) {
    const Held& held = memory.members.at(id);
    if (!held.decided.empty()) continue;
    ids.push_back(id);
    members.push_back(&held.member);
  }
  for (record::Growth& growth : resolver.grow(members, memory.notes.get())) {
    Grown& g = all_.emplace_back();
    for (const record::Growth::Newcomer& n : growth.newcomers) {
      g.newcomers.push_back({ids[n.place], member_id(EntityKind::person, n.merged_with)});
      ids_.insert(ids[n.place]);
    }
    g.growth = std::move(growth);
  }
}

void Growing::leave_out(const std::vector<Reached>& reached) {
  for (const Reached& r : reached) ids_.erase(r.id);
  std::erase_if(all_, [this](const Grown& g) {
    return std::any_of(g.newcomers.begin(), g.newcomers.end(),
                       [this](const Newcomer& n) { return !holds(n.id); });
  });
}

void Growing::write(MemberWriter& writer) {
  std::set<std::string> firsts;
  for (const Grown& g : all_) {
    for (const Newcomer& n : g.newcomers) firsts.insert(n.merged_with);
  }
  const auto objects = objects_of(db_, firsts);
  Statement merge(db_,
                  "INSERT INTO merge (entity_id, a_id, b_id, rule, score) VALUES (?, ?, ?, ?, ?)");
  for (const Grown& g : all_) {
    if (db_.failed()) return;
    write_counts(g);
    memory_.entities.forget(g.growth.entity);
    for (const Newcomer& n : g.newcomers) {
      merge.put(g.growth.entity, objects.at(n.merged_with), n.id, g.growth.rule, g.growth.score);
      writer.put(EntityKind::person, g.growth.entity, "", n.id, memory_.members.at(n.id));
    }
  }
}

void Growing::write_counts(const Grown& g) {
  Statement count(db_,
                  "UPDATE ranked_value SET support = ?, confidence = ? "
                  "WHERE entity_id = ? AND property = ? AND rank = ?");
  for (const record::Growth::Count& c : g.growth.counts) {
    count.put(c.support, static_cast<double>(c.confidence), g.growth.entity, c.property, c.rank);
  }
}

void Growing::done() {
  for (const std::int64_t id : ids_) memory_.members.erase(id);
}

}  // namespace rapporteur::store
