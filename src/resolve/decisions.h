// What people have decided about the members at hand, in the order in which it counts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rapporteur/record/register.h"

namespace rapporteur::resolve {

struct Decision {                   // members by index
  std::vector<std::size_t> ones;    // are one entity
  std::vector<std::size_t> others;  // none of these is of it
  std::string rule;
};

// From the members' bonds: the latest first. `bonds` of each member, by its index.
// Cost: O(bonds log bonds).
std::vector<Decision> decisions_of(const std::vector<const std::vector<record::Bond>*>& bonds);

}  // namespace rapporteur::resolve
