#include "members.h"

#include <algorithm>

#include "impl.h"
#include "lists.h"

namespace rapporteur::store {

namespace {

constexpr std::size_t kMostHeld = 60'000;  // about 1 KB each

}  // namespace

Held& Members::add(std::int64_t id, Held held) {
  std::unique_ptr<Held>& place = held_[id];
  place = std::make_unique<Held>(std::move(held));
  place->used = change_;
  return *place;
}

void Members::load(Database& db, const std::vector<std::int64_t>& ids) {
  std::vector<std::int64_t> missing;
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(missing),
               [this](std::int64_t id) { return !holds(id); });
  in_portions(missing, [&](const std::string& list) {
    load_rows(db, list);
    load_blocks(db, list);
  });
  load_claims(db, missing);
}

void Members::load_claims(Database& db, const std::vector<std::int64_t>& ids) {
  in_portions(ids, [&](const std::string& list) {
    load_statements(db, list);
    load_counted(db, list);
  });
}

void Members::load_rows(Database& db, const std::string& ids) {
  Statement rows(db,
                 "SELECT m.object_id, r.key, o.pointer, o.list, m.features, v.digest, "
                 "CASE v.modified WHEN '' THEN v.published ELSE v.modified END, "
                 "coalesce(m.meeting_id, m.person_id), m.copy_of "
                 "FROM json_each(?) AS x "
                 "CROSS JOIN member AS m ON m.object_id = CAST(x.value AS BIGINT) "
                 "CROSS JOIN object AS o ON o.id = m.object_id "
                 "CROSS JOIN version AS v ON v.id = o.version_id "
                 "CROSS JOIN report AS r ON r.id = v.report_id");
  for (rows.bind(ids); rows.step();) {
    Held held;
    record::Member& m = held.member;
    m.key = {rows.string(1), rows.string(2)};
    m.kind = rows.text(3) == "meetings" ? record::EntityKind::meeting : record::EntityKind::person;
    m.features = rows.string(4);
    m.group = rows.string(5);
    m.published = rows.string(6);
    held.entity = rows.string(7);
    held.copy_of = rows.string(8);
    add(rows.integer(0), std::move(held));
  }
}

void Members::load_blocks(Database& db, const std::string& ids) {
  Statement rows(db,
                 "SELECT b.object_id, b.key FROM json_each(?) AS x "
                 "CROSS JOIN block AS b ON b.object_id = CAST(x.value AS BIGINT)");
  for (rows.bind(ids); rows.step();) {
    const auto held = held_.find(rows.integer(0));
    if (held == held_.end()) continue;
    Held& h = *held->second;
    (rows.text(1).starts_with(kBond) ? h.decided : h.member.blocks).push_back(rows.string(1));
  }
}

void Members::load_statements(Database& db, const std::string& ids) {
  struct Said {
    std::int64_t claim;
    record::Statement statement;
  };
  std::map<std::int64_t, std::vector<Said>> said;
  Statement rows(db,
                 "SELECT c.object_id, c.id, c.property, c.value, c.confidence, c.confirmed "
                 "FROM json_each(?) AS x "
                 "CROSS JOIN standing_claim AS c ON c.object_id = CAST(x.value AS BIGINT)");
  for (rows.bind(ids); rows.step();) {
    said[rows.integer(0)].push_back(
        {rows.integer(1),
         {rows.string(2), rows.string(3), static_cast<float>(rows.real(4)), rows.integer(5) != 0}});
  }
  for (auto& [id, list] : said) {
    const auto held = held_.find(id);
    if (held == held_.end()) continue;
    std::sort(list.begin(), list.end(),
              [](const Said& a, const Said& b) { return a.claim < b.claim; });
    std::vector<record::Statement>& statements = held->second->member.statements;
    statements.clear();
    for (Said& s : list) statements.push_back(std::move(s.statement));
  }
}

void Members::load_counted(Database& db, const std::string& ids) {
  Statement rows(db,
                 "SELECT o.parent_id, CASE o.list WHEN 'agenda' THEN 'topic' ELSE 'state' END, "
                 "c.value FROM json_each(?) AS x "
                 "CROSS JOIN object AS o ON o.parent_id = CAST(x.value AS BIGINT) "
                 "CROSS JOIN standing_claim AS c ON c.object_id = o.id "
                 "WHERE (o.list = 'participants' AND c.property = 'state') "
                 "OR (o.list = 'agenda' AND c.property = 'topics')");
  for (rows.bind(ids); rows.step();) {
    const auto held = held_.find(rows.integer(0));
    if (held != held_.end()) held->second->counted.emplace(rows.string(1), rows.string(2));
  }
}

void Members::make_room() {
  if (held_.size() <= kMostHeld) return;
  std::erase_if(held_, [this](const auto& entry) { return entry.second->used + 1 < change_; });
  if (held_.size() > 2 * kMostHeld) held_.clear();
}

}  // namespace rapporteur::store
