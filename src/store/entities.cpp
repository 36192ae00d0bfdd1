#include "entities.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "lists.h"

namespace rapporteur::store {
namespace {

using record::Entity;
using record::EntityKind;

constexpr std::size_t kMostKept = 12'000;  // some 5 KB each

// In the order of EntityRows::columns.
constexpr std::array kMeetingColumns = {
    "name",           "organisation", "organ",   "kind",  "format",
    "mode",           "status",       "when",    "",      "",
    "rescheduled_to", "place",        "country", "venue", "chair",
    "chair_person",   "host",         "inviter"};
constexpr std::size_t kFirstDay = 8;
constexpr std::size_t kLastDay = 9;

std::vector<std::string> columns_of(const Entity& e) {
  std::vector<std::string> out;
  if (e.kind == EntityKind::person) {
    for (const char* const property : {"person", "state", "organisation"}) {
      out.emplace_back(canonical(e, property));
    }
    return out;
  }
  for (const char* const property : kMeetingColumns) out.emplace_back(canonical(e, property));
  out[kFirstDay] = e.first_day;
  out[kLastDay] = e.last_day;
  return out;
}

// What lists and counts find a meeting by.
void count(const Entity& e, const std::vector<Reached>& members, EntityRows& out) {
  std::set<std::pair<std::string, std::string>> counted;
  for (const Reached& m : members) {
    for (const auto& [property, value] : m.held->counted) {
      counted.emplace(property, value);
      if (property == "state") counted.emplace("present", value);
    }
  }
  for (const char* const property : {"country", "host", "chair"}) {
    const std::string_view state = canonical(e, property);
    const bool is_code = std::string_view(property) != "chair" || state.size() == 2;
    if (!state.empty() && is_code) counted.emplace("present", state);
  }
  out.counted.assign(counted.begin(), counted.end());
}

// Sorted rows that `from` has and `other` has not; of `same_key` ones too, unless they are equal.
template <class Row, class F>
void for_each_only_in(const std::vector<Row>& from, const std::vector<Row>& other, F f) {
  auto at = other.begin();
  for (const Row& row : from) {
    while (at != other.end() && *at < row) ++at;
    if (at == other.end() || *at != row) f(row);
  }
}

// Rows whose key stands in no row of `other`, by key_of(row).
template <class Row, class KeyOf, class F>
void for_each_key_only_in(const std::vector<Row>& from, const std::vector<Row>& other, KeyOf key_of,
                          F f) {
  auto at = other.begin();
  for (const Row& row : from) {
    while (at != other.end() && key_of(*at) < key_of(row)) ++at;
    if (at == other.end() || key_of(row) < key_of(*at)) f(row);
  }
}

auto key_of(const ValueRow& v) { return std::tie(v.property, v.rank); }
auto key_of(const MergeRow& m) { return std::tie(m.a, m.b); }

// What becomes of the rows of one entity.
class Change {
 public:
  Change(Database& db, const std::string& id) : db_(db), id_(id) {}

  void own(const EntityRows& rows) {
    const auto text = [&rows](std::size_t i) { return null_if_empty(rows.columns[i]); };
    if (rows.kind == EntityKind::person) {
      Statement(db_,
                "INSERT INTO person (id, name, state, organisation) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET name = excluded.name, state = excluded.state, "
                "organisation = excluded.organisation")
          .put(id_, rows.columns[0], text(1), text(2));
      return;
    }
    if (!rows.series.empty()) {
      Statement(db_, "INSERT INTO series (id, key) VALUES (?, ?) ON CONFLICT DO NOTHING")
          .put(rows.series, rows.series_key);
    }
    Statement(
        db_,
        "INSERT INTO meeting (id, series_id, ordinal, name, organisation, organ, kind, format, "
        "mode, status, dates, first_day, last_day, rescheduled_to, place, country, venue, chair, "
        "chair_person, host, inviter) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET series_id = excluded.series_id, "
        "ordinal = excluded.ordinal, name = excluded.name, organisation = excluded.organisation, "
        "organ = excluded.organ, kind = excluded.kind, format = excluded.format, "
        "mode = excluded.mode, status = excluded.status, dates = excluded.dates, "
        "first_day = excluded.first_day, last_day = excluded.last_day, "
        "rescheduled_to = excluded.rescheduled_to, place = excluded.place, "
        "country = excluded.country, venue = excluded.venue, chair = excluded.chair, "
        "chair_person = excluded.chair_person, host = excluded.host, inviter = excluded.inviter")
        .put(id_, null_if_empty(rows.series), rows.ordinal, text(0), text(1), text(2), text(3),
             text(4), text(5), text(6), text(7), text(8), text(9), text(10), text(11), text(12),
             text(13), text(14), text(15), text(16), text(17));
  }

  void lists(const EntityRows& old, const EntityRows& now) {
    values(old.values, now.values);
    sides(old.sides, now.sides);
    merges(old.merges, now.merges);
    counted(old.counted, now.counted);
  }

 private:
  void values(const std::vector<ValueRow>& old, const std::vector<ValueRow>& now) {
    const auto key = [](const ValueRow& v) { return key_of(v); };
    Statement gone(db_,
                   "DELETE FROM ranked_value WHERE entity_id = ? AND property = ? AND rank = ?");
    for_each_key_only_in(old, now, key,
                         [&](const ValueRow& v) { gone.put(id_, v.property, v.rank); });
    Statement row(db_,
                  "INSERT INTO ranked_value (entity_id, property, rank, value, support, "
                  "confidence, disputed) VALUES (?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT (entity_id, property, rank) DO UPDATE SET value = excluded.value, "
                  "support = excluded.support, confidence = excluded.confidence, "
                  "disputed = excluded.disputed");
    for_each_only_in(now, old, [&](const ValueRow& v) {
      row.put(id_, v.property, v.rank, v.value, v.support, v.confidence, v.disputed);
    });
  }

  void sides(const std::vector<SideRow>& old, const std::vector<SideRow>& now) {
    Statement gone(db_,
                   "DELETE FROM side WHERE entity_id = ? AND property = ? AND rank = ? "
                   "AND object_id = ?");
    for_each_only_in(old, now,
                     [&](const SideRow& s) { gone.put(id_, s.property, s.rank, s.object); });
    Statement row(db_,
                  "INSERT INTO side (entity_id, property, rank, object_id) VALUES (?, ?, ?, ?)");
    for_each_only_in(now, old,
                     [&](const SideRow& s) { row.put(id_, s.property, s.rank, s.object); });
  }

  void merges(const std::vector<MergeRow>& old, const std::vector<MergeRow>& now) {
    const auto key = [](const MergeRow& m) { return key_of(m); };
    Statement gone(db_, "DELETE FROM merge WHERE entity_id = ? AND a_id = ? AND b_id = ?");
    for_each_key_only_in(old, now, key, [&](const MergeRow& m) { gone.put(id_, m.a, m.b); });
    Statement row(db_,
                  "INSERT INTO merge (entity_id, a_id, b_id, rule, score) VALUES (?, ?, ?, ?, ?) "
                  "ON CONFLICT (entity_id, a_id, b_id) DO UPDATE SET rule = excluded.rule, "
                  "score = excluded.score");
    for_each_only_in(now, old, [&](const MergeRow& m) { row.put(id_, m.a, m.b, m.rule, m.score); });
  }

  void counted(const std::vector<std::pair<std::string, std::string>>& old,
               const std::vector<std::pair<std::string, std::string>>& now) {
    Statement gone(db_,
                   "DELETE FROM meeting_value WHERE meeting_id = ? AND property = ? AND value = ?");
    for_each_only_in(old, now, [&](const auto& c) { gone.put(id_, c.first, c.second); });
    Statement row(db_, "INSERT INTO meeting_value (meeting_id, property, value) VALUES (?, ?, ?)");
    for_each_only_in(now, old, [&](const auto& c) { row.put(id_, c.first, c.second); });
  }

  Database& db_;
  const std::string& id_;
};

// Reads entities, each table at once.
class Reader {
 public:
  Reader(Database& db, std::string ids, std::unordered_map<std::string, EntityRows>& out)
      : db_(db), ids_(std::move(ids)), out_(out) {}

  void run() {
    meetings();
    people();
    values();
    sides();
    merges();
    counted();
  }

 private:
  void meetings() {
    Statement rows(
        db_,
        "SELECT m.id, m.series_id, m.ordinal, m.name, m.organisation, m.organ, m.kind, m.format, "
        "m.mode, m.status, m.dates, m.first_day, m.last_day, m.rescheduled_to, m.place, m.country, "
        "m.venue, m.chair, m.chair_person, m.host, m.inviter "
        "FROM json_each(?) AS x CROSS JOIN meeting AS m ON m.id = x.value");
    for (rows.bind(ids_); rows.step();) {
      EntityRows& e = out_[rows.string(0)];
      e.series = rows.string(1);
      if (!rows.is_null(2)) e.ordinal = rows.integer(2);
      for (int i = 0; i < static_cast<int>(kMeetingColumns.size()); ++i) {
        e.columns.push_back(rows.string(3 + i));
      }
    }
  }
  void people() {
    Statement rows(db_,
                   "SELECT p.id, p.name, p.state, p.organisation "
                   "FROM json_each(?) AS x CROSS JOIN person AS p ON p.id = x.value");
    for (rows.bind(ids_); rows.step();) {
      EntityRows& e = out_[rows.string(0)];
      e.kind = EntityKind::person;
      e.columns = {rows.string(1), rows.string(2), rows.string(3)};
    }
  }
  void values() {
    Statement rows(db_,
                   "SELECT v.entity_id, v.property, v.rank, v.value, v.support, v.confidence, "
                   "v.disputed FROM json_each(?) AS x "
                   "CROSS JOIN ranked_value AS v ON v.entity_id = x.value");
    for (rows.bind(ids_); rows.step();) {
      out_[rows.string(0)].values.push_back({rows.string(1), rows.integer(2), rows.string(3),
                                             rows.integer(4), rows.real(5), rows.integer(6) != 0});
    }
    for_each([](EntityRows& e) { std::sort(e.values.begin(), e.values.end()); });
  }
  void sides() {
    Statement rows(db_,
                   "SELECT s.entity_id, s.property, s.rank, s.object_id FROM json_each(?) AS x "
                   "CROSS JOIN side AS s ON s.entity_id = x.value");
    for (rows.bind(ids_); rows.step();) {
      out_[rows.string(0)].sides.push_back({rows.string(1), rows.integer(2), rows.integer(3)});
    }
    for_each([](EntityRows& e) { std::sort(e.sides.begin(), e.sides.end()); });
  }
  void merges() {
    Statement rows(db_,
                   "SELECT g.entity_id, g.a_id, g.b_id, g.rule, g.score FROM json_each(?) AS x "
                   "CROSS JOIN merge AS g ON g.entity_id = x.value");
    for (rows.bind(ids_); rows.step();) {
      out_[rows.string(0)].merges.push_back(
          {rows.integer(1), rows.integer(2), rows.string(3), rows.real(4)});
    }
    for_each([](EntityRows& e) { std::sort(e.merges.begin(), e.merges.end()); });
  }
  void counted() {
    Statement rows(db_,
                   "SELECT c.meeting_id, c.property, c.value FROM json_each(?) AS x "
                   "CROSS JOIN meeting_value AS c ON c.meeting_id = x.value");
    for (rows.bind(ids_); rows.step();) {
      out_[rows.string(0)].counted.emplace_back(rows.string(1), rows.string(2));
    }
    for_each([](EntityRows& e) { std::sort(e.counted.begin(), e.counted.end()); });
  }
  template <class F>
  void for_each(F f) {
    for (auto& [id, rows] : out_) f(rows);
  }

  Database& db_;
  std::string ids_;
  std::unordered_map<std::string, EntityRows>& out_;
};

}  // namespace

EntityRows rows_of(const Entity& e, const std::vector<Reached>& members) {
  EntityRows out;
  out.kind = e.kind;
  out.columns = columns_of(e);
  for (std::size_t i = 0; i < e.values.size(); ++i) {
    const record::RankedValue& v = e.values[i];
    const bool is_next = i > 0 && e.values[i - 1].property == v.property;
    const std::int64_t rank = is_next ? out.values.back().rank + 1 : 0;
    out.values.push_back({v.property, rank, v.value, v.support, v.confidence, v.disputed});
    if (!v.disputed) continue;
    for (const std::uint32_t place : v.stated_by) {
      out.sides.push_back({v.property, rank, members[place].id});
    }
  }
  for (const record::Merge& m : e.merges) {
    out.merges.push_back({members[m.a].id, members[m.b].id, m.rule, m.score});
  }
  std::sort(out.sides.begin(), out.sides.end());
  std::sort(out.merges.begin(), out.merges.end());
  if (e.kind == EntityKind::person) return out;
  if (!e.series.empty()) out.series = record::series_id(e.series);
  out.series_key = e.series;
  out.ordinal = e.ordinal;
  count(e, members, out);
  return out;
}

void Entities::load(Database& db, const std::set<std::string>& ids) {
  std::vector<std::string> missing;
  for (const std::string& id : ids) {
    const auto known = rows_.find(id);
    if (known == rows_.end()) {
      missing.push_back(id);
    } else {
      known->second.used = change_;
    }
  }
  in_portions(missing, [&](std::string list) {
    std::unordered_map<std::string, EntityRows> read;
    Reader(db, std::move(list), read).run();
    for (auto& [id, rows] : read) rows_.emplace(id, std::move(rows)).first->second.used = change_;
  });
}

void Entities::put(Database& db, const std::string& id, EntityRows rows,
                   std::set<std::string>& left) {
  rows.used = change_;
  const auto [known, is_new] = rows_.try_emplace(id);
  EntityRows& old = known->second;
  if (!old.series.empty() && old.series != rows.series) left.insert(old.series);
  const bool same_row = !is_new && old.columns == rows.columns && old.series == rows.series &&
                        old.ordinal == rows.ordinal;
  Change change(db, id);
  if (!same_row) change.own(rows);
  change.lists(old, rows);
  old = std::move(rows);
}

void Entities::remove(Database& db, const std::string& id, std::set<std::string>& left) {
  const auto known = rows_.find(id);
  if (known == rows_.end()) return;
  if (!known->second.series.empty()) left.insert(known->second.series);
  Change(db, id).lists(known->second, {});
  const bool is_person = known->second.kind == EntityKind::person;
  Statement(db, is_person ? "DELETE FROM person WHERE id = ?" : "DELETE FROM meeting WHERE id = ?")
      .put(id);
  rows_.erase(known);
}

void Entities::make_room() {
  if (rows_.size() <= kMostKept) return;
  std::erase_if(rows_, [this](const auto& entry) { return entry.second.used + 1 < change_; });
  if (rows_.size() > 2 * kMostKept) rows_.clear();
}

}  // namespace rapporteur::store
