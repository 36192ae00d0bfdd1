#include "reach.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "lists.h"

namespace rapporteur::store {
namespace {

using Ids = std::vector<std::int64_t>;
using Keys = std::unordered_set<std::string_view>;  // of blocks, each once

// Who stands in which block, as far as anybody has asked.
class Blocks {
 public:
  Blocks(Database& db, const Touched& touched, Members& members) : db_(db) {
    for (const std::int64_t id : touched.members) {
      const Held& held = members.at(id);
      for_each_block(held, [&](const std::string& key) { enter(key, id); });
    }
  }

  template <class F>
  static void for_each_block(const Held& held, F f) {
    for (const std::string& key : held.member.blocks) f(key);
    for (const std::string& id : held.decided) f(id);
  }

  // Asks for all who share these blocks.
  void fetch(const Keys& blocks) {
    std::vector<std::string> keys;
    std::vector<std::string> wholes;
    const auto want = [](const std::string& key, std::unordered_set<std::string>& asked,
                         std::vector<std::string>& list) {
      if (asked.insert(key).second) list.push_back(key);
    };
    for (const std::string_view block : blocks) {
      const std::string key(block);
      const std::string whole(record::whole_block(block));
      want(key, asked_, keys);
      want(whole, whole.size() < key.size() ? asked_ : asked_with_parts_,
           whole.size() < key.size() ? keys : wholes);
    }
    in_portions(keys, [&](const std::string& list) { ask_for(list); });
    in_portions(wholes, [&](const std::string& list) { ask_for_parts(list); });
  }

  // Those who share this block, some of them twice.
  template <class F>
  void for_each_in(std::string_view block, F f) const {
    const std::string key(block);
    const auto all_of = [&](const std::string& k) {
      const auto ids = in_.find(k);
      if (ids == in_.end()) return;
      for (const std::int64_t id : ids->second) f(id);
    };
    all_of(key);
    const std::string whole(record::whole_block(key));
    if (whole.size() < key.size()) return all_of(whole);
    const auto parts = parts_.find(key);
    if (parts == parts_.end()) return;
    for (const std::string& part : parts->second) all_of(part);
  }

 private:
  void enter(const std::string& key, std::int64_t id) {
    Ids& ids = in_[key];
    if (ids.empty() && key.find(record::kPartOfBlock) != std::string::npos) {
      parts_[std::string(record::whole_block(key))].push_back(key);
    }
    ids.push_back(id);
  }
  void ask_for(const std::string& keys) {
    Statement rows(db_,
                   "SELECT b.key, b.object_id FROM json_each(?) AS x "
                   "CROSS JOIN block AS b ON b.key = x.value");
    for (rows.bind(keys); rows.step();) enter(rows.string(0), rows.integer(1));
  }
  void ask_for_parts(const std::string& keys) {
    Statement rows(db_,
                   "SELECT b.key, b.object_id FROM json_each(?) AS x CROSS JOIN block AS b "
                   "ON b.key > x.value || char(9) AND b.key < x.value || char(10)");
    for (rows.bind(keys); rows.step();) {
      if (!asked_.contains(rows.string(0))) enter(rows.string(0), rows.integer(1));
    }
  }

  Database& db_;
  std::unordered_map<std::string, Ids> in_;
  std::unordered_map<std::string, std::vector<std::string>> parts_;
  std::unordered_set<std::string> asked_;
  std::unordered_set<std::string> asked_with_parts_;
};

// Members of entities that have lost one.
Ids members_of(Database& db, const std::set<std::string>& entities) {
  Ids out;
  Statement rows(db,
                 "SELECT m.object_id FROM json_each(?1) AS x "
                 "CROSS JOIN member AS m ON m.meeting_id = x.value "
                 "UNION ALL SELECT m.object_id FROM json_each(?1) AS x "
                 "CROSS JOIN member AS m ON m.person_id = x.value");
  in_portions(std::vector<std::string>(entities.begin(), entities.end()),
              [&](const std::string& list) {
                for (rows.bind(list); rows.step();) out.push_back(rows.integer(0));
              });
  return out;
}

class Search {
 public:
  Search(Database& db, const Touched& touched, const Growing& growing,
         const record::Resolver& resolver, Memory& memory)
      : db_(db),
        touched_(touched),
        growing_(growing),
        resolver_(resolver),
        members_(memory.members),
        blocks_(db, touched, memory.members) {}

  std::vector<Reached> run() {
    std::vector<const Held*> from;
    for (const Held& held : touched_.gone) from.push_back(&held);
    for (const std::int64_t id : touched_.members) {
      if (!growing_.holds(id)) add(id, from);
    }
    const Ids left = members_of(db_, touched_.entities);
    members_.load(db_, left);
    for (const std::int64_t id : left) add(id, from);
    while (!from.empty() && !db_.failed()) from = next(from);
    std::sort(found_.begin(), found_.end(),
              [](const Reached& a, const Reached& b) { return a.id < b.id; });
    return std::move(found_);
  }

 private:
  void add(std::int64_t id, std::vector<const Held*>& list) {
    if (!members_.holds(id) || !is_found_.insert(id).second) return;
    Held& held = members_.use(id);
    found_.push_back({id, &held});
    list.push_back(&held);
  }

  std::vector<const Held*> next(const std::vector<const Held*>& from) {
    Keys blocks;
    Keys decisions;
    for (const Held* held : from) {
      blocks.insert(held->member.blocks.begin(), held->member.blocks.end());
      decisions.insert(held->decided.begin(), held->decided.end());
    }
    blocks_.fetch(blocks);
    blocks_.fetch(decisions);
    std::vector<const Held*> out;
    Ids others;
    std::unordered_set<std::int64_t> seen;
    for (const std::string_view block : blocks) {
      blocks_.for_each_in(block, [&](std::int64_t id) {
        if (!is_found_.contains(id) && seen.insert(id).second) others.push_back(id);
      });
    }
    Ids decided;
    for (const std::string_view id : decisions) {
      blocks_.for_each_in(id, [&](std::int64_t member) { decided.push_back(member); });
    }
    members_.load(db_, others);
    members_.load(db_, decided);
    if (db_.failed()) return out;
    for (const std::int64_t id : decided) add(id, out);
    ask(from, others, out);
    return out;
  }

  void ask(const std::vector<const Held*>& from, const Ids& others, std::vector<const Held*>& out) {
    std::vector<const record::Member*> here;
    for (const Held* held : from) here.push_back(&held->member);
    std::vector<const record::Member*> there;
    Ids ids;
    for (const std::int64_t id : others) {
      if (!members_.holds(id)) continue;
      ids.push_back(id);
      there.push_back(&members_.at(id).member);
    }
    const std::vector<bool> reached = resolver_.neighbours(here, there);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (reached[i]) add(ids[i], out);
    }
  }

  Database& db_;
  const Touched& touched_;
  const Growing& growing_;
  const record::Resolver& resolver_;
  Members& members_;
  Blocks blocks_;
  std::unordered_set<std::int64_t> is_found_;
  std::vector<Reached> found_;
};

}  // namespace

std::vector<Reached> reach(Database& db, const Touched& touched, const Growing& growing,
                           const record::Resolver& resolver, Memory& memory) {
  return Search(db, touched, growing, resolver, memory).run();
}

}  // namespace rapporteur::store
