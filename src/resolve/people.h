// Which members are the same person. The rules stand in resolver.h.
#pragma once

#include <string>
#include <vector>

#include "features.h"
#include "meetings.h"

namespace rapporteur::resolve {

struct PersonMember {
  PersonFeatures features;
  std::string name;               // as worded
  std::vector<std::string> keys;  // names that share none are never compared
  std::vector<record::Bond> bonds;
};

// REQUIRES: `members` in the order of their keys.
// Cost: O(n log n) in the members and quadratic in the different spellings of one name key.
Grouping group_people(const std::vector<PersonMember>& members, const Knowledge& knowledge);

}  // namespace rapporteur::resolve
