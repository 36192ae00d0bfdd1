// What the rules look at: a member reduced to comparable keys. They are computed from one reading,
// kept beside the member, and are all that resolving needs besides its statements.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/record/register.h"
#include "rapporteur/resolve/knowledge.h"

namespace rapporteur::resolve {

// Coarser dates cannot tell two sessions of one body apart.
inline constexpr int kPreciseDays = 31;

// Days since 1970-01-01, both included.
struct DayRange {
  std::int32_t first = 0;
  std::int32_t last = 0;
  [[nodiscard]] std::int32_t length() const { return last - first + 1; }
  [[nodiscard]] bool overlaps(DayRange o) const { return first <= o.last && o.first <= last; }
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
  std::string kind;              // "meeting", "visit", "call", "reception" or "signing"
  std::string parties;           // of a meeting of two or three states without a body: "KZ,UZ"
  std::set<std::string> people;  // name keys, for the same
  friend auto operator<=>(const MeetingFeatures&, const MeetingFeatures&) = default;
};

struct PersonFeatures {
  std::string name;  // folded
  std::string state;
  std::string organisation;  // key
  friend auto operator<=>(const PersonFeatures&, const PersonFeatures&) = default;
};

std::string encode(const MeetingFeatures& f);
std::string encode(const PersonFeatures& f);
MeetingFeatures decode_meeting(std::string_view text);
PersonFeatures decode_person(std::string_view text);

// Every pair of members that some rule may link shares one of these.
std::vector<std::string> blocks_of(const MeetingFeatures& f);

// All members of a reading, complete.
std::vector<record::Member> members_of(const record::Reading& reading, const Knowledge& knowledge);

}  // namespace rapporteur::resolve
