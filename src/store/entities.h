// The rows of entities: what stands in the tables of one, and how that becomes what shall stand
// there, with no more changed than has changed.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "database.h"
#include "members.h"
#include "rapporteur/record/register.h"

namespace rapporteur::store {

struct ValueRow {
  std::string property;
  std::int64_t rank = 0;
  std::string value;
  std::int64_t support = 0;
  double confidence = 0;
  bool disputed = false;
  friend auto operator<=>(const ValueRow&, const ValueRow&) = default;
};
struct SideRow {
  std::string property;
  std::int64_t rank = 0;
  std::int64_t object = 0;
  friend auto operator<=>(const SideRow&, const SideRow&) = default;
};
struct MergeRow {
  std::int64_t a = 0;
  std::int64_t b = 0;
  std::string rule;
  double score = 0;
  friend auto operator<=>(const MergeRow&, const MergeRow&) = default;
};

// All rows of one entity but those of its members; the lists are sorted.
struct EntityRows {
  record::EntityKind kind = record::EntityKind::meeting;
  std::string series;      // id; empty: none
  std::string series_key;  // known of what was computed, not of what was read
  std::optional<std::int64_t> ordinal;
  std::vector<std::string> columns;  // the others of its own row; empty: NULL
  std::vector<ValueRow> values;
  std::vector<SideRow> sides;
  std::vector<MergeRow> merges;
  std::vector<std::pair<std::string, std::string>> counted;
  unsigned used = 0;  // in which change
};

// `members`: those of the entity, in their order.
EntityRows rows_of(const record::Entity& entity, const std::vector<Reached>& members);

// The rows of entities as they stand, some of them kept from one change to the next.
class Entities {
 public:
  // Reads those that are not here and that exist.
  void load(Database& db, const std::set<std::string>& ids);
  // Lets the rows of that entity be these. REQUIRES: loaded. Notes series that it leaves.
  void put(Database& db, const std::string& id, EntityRows rows, std::set<std::string>& left);
  // Lets there be none. REQUIRES: as put(), and no member refers to it.
  void remove(Database& db, const std::string& id, std::set<std::string>& left);

  // Its rows change by other ways.
  void forget(const std::string& id) { rows_.erase(id); }
  void clear() { rows_.clear(); }
  void begin() { ++change_; }
  // Forgets what nobody used lately, if there is too much: some 60 MB.
  void make_room();

 private:
  std::unordered_map<std::string, EntityRows> rows_;
  unsigned change_ = 0;
};

}  // namespace rapporteur::store
