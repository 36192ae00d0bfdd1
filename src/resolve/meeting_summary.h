// What the members of a cluster of meetings say, and when two clusters contradict each other.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "meetings.h"

namespace rapporteur::resolve {

// What a rule takes for a slip of one side, and so for a conflict to be shown.
struct Tolerance {
  bool ordinal = false;
  bool place = false;
  bool kind = false;   // "meeting", "reception" and "signing"
  bool days = false;   // at most kNearDays apart
  bool other = false;  // any other days: the number decides
};

class MeetingSummary {
 public:
  explicit MeetingSummary(const MeetingMember& m);
  void absorb(MeetingSummary&& o);

  // Whether something that one says excludes something that the other says. Where a cluster is at
  // odds with itself already, since a rule took a slip into account, it excludes only what agrees
  // with none of its values.
  [[nodiscard]] bool contradicts(const MeetingSummary& o, Tolerance tolerance = {}) const;

 private:
  using Values = std::set<std::string>;

  void add_days(DayRange days);
  [[nodiscard]] bool other_kinds(const MeetingSummary& o, Tolerance tolerance) const;
  [[nodiscard]] bool other_bodies(const MeetingSummary& o) const;
  [[nodiscard]] bool other_organs(const MeetingSummary& o) const;
  [[nodiscard]] bool other_sides(const MeetingSummary& o) const;
  [[nodiscard]] bool other_people(const MeetingSummary& o) const;
  [[nodiscard]] bool other_days(const MeetingSummary& o, Tolerance tolerance) const;
  [[nodiscard]] bool other_time(const MeetingSummary& o) const;
  [[nodiscard]] bool was_over(const MeetingSummary& plans) const;

  Values reports_, bodies_, organs_, places_, countries_, kinds_;
  std::set<Values> parties_;
  std::set<int> ordinals_;
  Values people_;
  std::set<DayRange> days_;       // without coarse ones that hold a precise one
  std::optional<DayRange> core_;  // what all have in common: latest first, earliest last day
  // Of precise days on which it happened: the first end and the last begin.
  std::optional<std::int32_t> over_;
  std::optional<std::int32_t> latest_;
  std::optional<std::int32_t> planned_from_;  // the latest
};

}  // namespace rapporteur::resolve
