// The register's plain values: what the readings of many reports say together.
//
//   reading A: /meetings/0 "13th meeting ..."  --+
//                                                +-- members --> Entity "m-6f1c..." (a meeting)
//   reading B: /meetings/2 "the last session"  --+
//
// An entity has no name of its own: it is known by its members, each an object of one report's
// reading. Its id is that of its smallest member; the id of every other member leads to it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/record/reading.h"

namespace rapporteur::record {

enum class EntityKind { meeting, person };

std::string_view to_string(EntityKind v);

// One object of one report's reading.
struct MemberKey {
  std::string report;   // report_key() of the report
  std::string pointer;  // "/meetings/0", "/meetings/0/participants/3", "/holdings/1"
  friend auto operator<=>(const MemberKey&, const MemberKey&) = default;
};

// The report's identity: its origin; without one its id; without that its digest.
std::string report_key(const Report& report);
// The version's place among the versions of one report: the greatest is the current one.
// Compares the date (modified, else published), then digest, then all other metadata.
std::string version_key(const Report& report);
// "m-" or "p-" and 16 hexadecimal digits: the same key has the same id in every register.
std::string member_id(EntityKind kind, const MemberKey& key);
// "s-" and 16 hexadecimal digits.
std::string series_id(std::string_view series_key);

// One value that a member states, of those that are compared between reports.
struct Statement {
  std::string property;
  std::string value;
  float confidence = 0;
  bool confirmed = false;  // by a person: outranks what is not
  friend auto operator<=>(const Statement&, const Statement&) = default;
};

// That a person has said of a member which others it is one with, or none of.
struct Bond {
  std::string correction;  // its id
  std::string since;       // when that was said; the later word counts
  bool apart = false;      // a split; else a merge
  int side = 0;            // of a split: 0, those that leave and stay together; 1, the others
  friend auto operator<=>(const Bond&, const Bond&) = default;
};

// A meeting or person as one report has it: what entities are made of.
struct Member {
  MemberKey key;
  EntityKind kind = EntityKind::meeting;
  std::string features;             // the resolver's own notes; opaque to all others
  std::vector<std::string> blocks;  // only members that share a block can be one entity; see below
  std::vector<Statement> statements;
  std::string group;        // reports with the same group have one text and count once
  std::string_view text;    // of the report, so that near-copies can be told; whoever makes the
                            // member keeps it alive; empty: not known
  std::string published;    // EDTF; of the version: modified, else published; may be empty
  std::vector<Bond> bonds;  // what people have decided
  friend bool operator==(const Member&, const Member&) = default;
};

// A block may have parts: "x\ty" is part y of block "x". Two members share it unless they stand in
// different parts of it: who stands in the whole shares it with everybody.
inline constexpr char kPartOfBlock = '\t';
// "x" of "x\ty" and of "x".
std::string_view whole_block(std::string_view block);
// "y" of "x\ty"; empty: the whole.
std::string_view part_of_block(std::string_view block);

// One value of an entity's property; those of one property are ranked, the canonical one first.
struct RankedValue {
  std::string property;
  std::string value;
  int support = 0;                       // how many groups of reports state it
  float confidence = 0;                  // the highest among them
  bool disputed = false;                 // the property's values contradict each other
  std::vector<std::uint32_t> stated_by;  // places in Entity::members, ascending
  friend bool operator==(const RankedValue&, const RankedValue&) = default;
};

// Why two members are one entity. The merges of an entity of n members are n - 1.
struct Merge {
  std::uint32_t a = 0;  // places in Entity::members; a < b
  std::uint32_t b = 0;
  std::string rule;  // "series and ordinal", ...
  double score = 0;  // 0..1: how much that rule, or the likeness of the names, can be relied on
  friend auto operator<=>(const Merge&, const Merge&) = default;
};

struct Entity {
  EntityKind kind = EntityKind::meeting;
  std::string id;
  std::string series;                // of a meeting: key of its series; empty: none
  std::optional<int> ordinal;        // stated, or inferred from the session before or after
  std::string first_day;             // of `when`, "2018-05-21"; empty: unknown or open
  std::string last_day;              // the same
  std::vector<MemberKey> members;    // sorted
  std::vector<std::string> copy_of;  // of each member the group that stands for the copies of its
                                     // text among `members`; empty: its own
  std::vector<RankedValue> values;   // sorted by property, then rank
  std::vector<Merge> merges;         // sorted
  friend bool operator==(const Entity&, const Entity&) = default;
};

// The canonical value, or an empty string.
std::string_view canonical(const Entity& entity, std::string_view property);

}  // namespace rapporteur::record
