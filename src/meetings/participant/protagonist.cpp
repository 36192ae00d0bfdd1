#include "participant/protagonist.h"

#include <algorithm>
#include <vector>

namespace rapporteur::meetings {

std::uint32_t protagonist(const Context& c) {
  std::vector<int> counts(c.cast.people.size());
  for (const names::Mention& m : c.cast.mentions) {
    if (m.person != kNobody) ++counts[m.person];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  const bool named = most != counts.end() && *most > 0;
  return named ? static_cast<std::uint32_t>(most - counts.begin()) : kNobody;
}

}  // namespace rapporteur::meetings
