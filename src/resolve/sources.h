// Which members come from one source: reports that are copies of one text count once.
#pragma once

#include <string_view>
#include <vector>

#include "rapporteur/record/register.h"

namespace rapporteur::resolve {

// For each of `members` the group that stands for all copies of its text: the smallest of their
// groups. Near-copies are told by copies::Grouper; members without a text are copies by their
// group alone. A function of the set of members. Cost: O(bytes of the different texts), none if
// there is only one. Views live as long as the members.
std::vector<std::string_view> sources_of(const std::vector<const record::Member*>& members);

}  // namespace rapporteur::resolve
