// Meetings of a row that are called by their towns: "Baghdad in May and Moscow in June had brought
// nothing", "those of Lima in 2014 and Quito in 2015".
#pragma once

#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// One for each town, where the list of towns with their days begins at `token`; empty if none does.
// `mentioned` says which tokens are part of a mention. Cost: O(tokens of the list), at a town alone.
std::vector<Mention> towns_in_row(const Context& context, const std::vector<bool>& mentioned,
                                  std::uint32_t token);

}  // namespace rapporteur::meetings
