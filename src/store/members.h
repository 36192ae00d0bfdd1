// The members at hand while entities are computed, some of them kept from one change to the next.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "database.h"
#include "rapporteur/record/resolver.h"

namespace rapporteur::store {

// A member as its rows have it.
struct Held {
  record::Member member;             // bonds and text only while entities are computed
  std::vector<std::string> decided;  // further blocks: ids of corrections that hold it to others
  // Of a meeting: what lists and counts find it by, besides its own values.
  std::set<std::pair<std::string, std::string>> counted;
  std::string entity;   // in which it stands; empty: in none yet
  std::string copy_of;  // "": NULL
  bool is_new = false;  // has no rows yet
  unsigned used = 0;    // in which change, for whoever makes room
};

// A member among those whose entities are computed anew.
struct Reached {
  std::int64_t id = 0;
  Held* held = nullptr;  // in the memory
};

// What its rows have of a member: all of it is a function of the register.
class Members {
 public:
  // REQUIRES: it is here.
  [[nodiscard]] Held& at(std::int64_t id) const { return *held_.at(id); }
  [[nodiscard]] bool holds(std::int64_t id) const { return held_.contains(id); }
  Held& add(std::int64_t id, Held held);
  void erase(std::int64_t id) { held_.erase(id); }
  void clear() { held_.clear(); }

  // Reads those that are not here. Cost: five questions for some thousand members.
  void load(Database& db, const std::vector<std::int64_t>& ids);
  // Reads what the claims say now, of members that are here.
  void load_claims(Database& db, const std::vector<std::int64_t>& ids);

  // A change begins: what was in use is kept a little longer than what was not.
  void begin() { ++change_; }
  Held& use(std::int64_t id) {
    Held& held = at(id);
    held.used = change_;
    return held;
  }
  // Forgets what nobody used lately, if there is too much: some 60 MB.
  void make_room();

 private:
  void load_rows(Database& db, const std::string& ids);
  void load_blocks(Database& db, const std::string& ids);
  void load_statements(Database& db, const std::string& ids);
  void load_counted(Database& db, const std::string& ids);

  std::unordered_map<std::int64_t, std::unique_ptr<Held>> held_;
  unsigned change_ = 0;
};

}  // namespace rapporteur::store
