#include "member_writer.h"

#include <algorithm>

namespace rapporteur::store {

using record::EntityKind;

void MemberWriter::put(EntityKind kind, const std::string& entity, const std::string& copy_of,
                       std::int64_t id, Held& held) {
  if (held.is_new) {
    new_.emplace_back(id, &held);
  } else if (held.entity != entity || held.copy_of != copy_of) {
    (kind == EntityKind::meeting ? in_meeting_ : in_person_)
        .put(entity, id, null_if_empty(copy_of));
  }
  held.is_new = false;
  held.entity = entity;
  held.copy_of = copy_of;
}

void MemberWriter::write() {
  std::sort(new_.begin(), new_.end());
  Statement member(db_,
                   "INSERT INTO member (object_id, own_id, features, meeting_id, person_id, "
                   "copy_of) VALUES (?, ?, ?, ?, ?, ?)");
  std::vector<std::pair<std::string_view, std::int64_t>> blocks;
  for (const auto& [id, held] : new_) {
    const record::Member& m = held->member;
    const std::optional<std::string_view> entity = null_if_empty(held->entity);
    const bool is_meeting = m.kind == EntityKind::meeting;
    member.put(id, member_id(m.kind, m.key), m.features, is_meeting ? entity : std::nullopt,
               is_meeting ? std::nullopt : entity, null_if_empty(held->copy_of));
    for (const std::string& key : m.blocks) blocks.emplace_back(key, id);
    for (const std::string& key : held->decided) blocks.emplace_back(key, id);
  }
  std::sort(blocks.begin(), blocks.end());
  Statement block(db_, "INSERT INTO block (key, object_id) VALUES (?, ?)");
  for (const auto& [key, id] : blocks) block.put(key, id);
  new_.clear();
}

}  // namespace rapporteur::store
