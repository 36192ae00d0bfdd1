// Which members are the same meeting. The rules stand in resolver.h.
#pragma once

#include <string>
#include <vector>

#include "clusters.h"
#include "features.h"

namespace rapporteur::resolve {

struct MeetingMember {
  const record::Member& member;
  MeetingFeatures features;
};

// For each member (sorted by key) the index of its cluster's smallest member, and why.
struct Grouping {
  std::vector<std::size_t> root;
  std::vector<Join> joins;
};
// REQUIRES: `members` in the order of their keys.
// Cost: O(n log n) in the members and quadratic in the different features of one series and year.
Grouping group_meetings(const std::vector<MeetingMember>& members);

}  // namespace rapporteur::resolve
