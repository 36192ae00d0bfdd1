// Writes members of entities, once these have their rows: new ones, and those that stood in others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "database.h"
#include "members.h"

namespace rapporteur::store {

class MemberWriter {
 public:
  explicit MemberWriter(Database& db) : db_(db) {}

  // Lets `held` be a member of that entity. It must live until write().
  void put(record::EntityKind kind, const std::string& entity, const std::string& copy_of,
           std::int64_t id, Held& held);
  // New rows go in by the order of their keys: neighbours lie on one page.
  void write();

 private:
  void insert(std::int64_t id, const Held& held);

  Database& db_;
  std::vector<std::pair<std::int64_t, Held*>> new_;
  Statement in_meeting_{db_,
                        "UPDATE member SET meeting_id = ?1, copy_of = ?3 WHERE object_id = ?2"};
  Statement in_person_{db_, "UPDATE member SET person_id = ?1, copy_of = ?3 WHERE object_id = ?2"};
};

}  // namespace rapporteur::store
