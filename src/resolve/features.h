// What the rules look at: a member reduced to comparable keys. They are computed from one reading,
// kept beside the member, and are all that resolving needs besides its statements.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/record/claim.h"
#include "rapporteur/record/register.h"
#include "rapporteur/resolve/knowledge.h"

namespace rapporteur::resolve {

// Coarser dates, of a month and more, cannot tell two sessions of one body apart.
inline constexpr int kPreciseDays = 27;
// Reports differ by a day or two about one and the same day.
inline constexpr int kNearDays = 2;

// Days since 1970-01-01, both included.
struct DayRange {
  std::int32_t first = 0;
  std::int32_t last = 0;
  [[nodiscard]] std::int32_t length() const { return last - first + 1; }
  [[nodiscard]] bool is_precise() const { return length() <= kPreciseDays; }
  [[nodiscard]] bool overlaps(DayRange o) const { return first <= o.last && o.first <= last; }
  [[nodiscard]] bool is_near(DayRange o) const {
    return first <= o.last + kNearDays && o.first <= last + kNearDays;
  }
  [[nodiscard]] bool contains(DayRange o) const { return first <= o.first && o.last <= last; }
  friend auto operator<=>(const DayRange&, const DayRange&) = default;
};

// Empty strings and sets: not known.
struct MeetingFeatures {
  std::string series;  // body and organ, where they name a row of meetings
  std::string body;
  std::string organ;
  std::optional<int> ordinal;   // stated
  std::optional<int> inferred;  // one more or less than that of the session before or after
  std::optional<DayRange> days;
  std::string place;
  std::string country;
  std::string kind;  // "meeting", "visit", "call", "reception" or "signing"
  bool happened = false;
  // Where it was still to come: the day of the report or the first of `days`, whichever is earlier.
  std::optional<std::int32_t> planned_from;
  // Of a meeting of two or three sides without a body: states by code, organisations by body key.
  std::set<std::string> parties;
  // For the same, or where few meet of whom the report does not say for whom: "KZ:" and a name key;
  // ":" and a name key for whom no state is said.
  std::set<std::string> people;
  friend auto operator<=>(const MeetingFeatures&, const MeetingFeatures&) = default;
};

struct PersonFeatures {
  std::string name;  // folded
  std::string state;
  std::string organisation;  // key
  friend auto operator<=>(const PersonFeatures&, const PersonFeatures&) = default;
};

// Of a person among `people`: "KZ:", and the name key.
std::string_view side_of(std::string_view person);
std::string_view name_in(std::string_view person);
// Of one name, and of one side where both sides are known.
bool may_be_same(std::string_view person, std::string_view other);

std::string encode(const MeetingFeatures& f);
std::string encode(const PersonFeatures& f);
MeetingFeatures decode_meeting(std::string_view text);
PersonFeatures decode_person(std::string_view text);

// The features of a reading's meetings, in their order; what one report says of one meeting by
// linking it to another included.
std::vector<MeetingFeatures> meeting_features(const record::Reading& reading,
                                              const Knowledge& knowledge);

// Every pair of members that some rule may link shares one of these, as record::Member has it.
// No `planned_from` is in them.
std::vector<std::string> blocks_of(const MeetingFeatures& f);

// Whether the member's report is official: published by a ministry, a government, an organisation.
bool is_official(const record::Member& member);

// The name of a person as the report words it.
std::string_view name_of(const record::Member& member);

// All members of a reading, complete. `claims`: of the reading.
std::vector<record::Member> members_of(const record::Reading& reading,
                                       std::span<const record::Claim> claims,
                                       const Knowledge& knowledge);

}  // namespace rapporteur::resolve
