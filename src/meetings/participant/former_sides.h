// "The ministers last met in Oslo": those who met there are the sides of the talks that were told.
#pragma once

#include "draft.h"
#include "participant/entries.h"

namespace rapporteur::meetings {

// Adds the states of the talks that a mention points to (Mention::sides_of) to a meeting that has
// nobody else. REQUIRES: the states of those talks are known. Cost: O(drafts) for each.
void add_former_sides(const Entries& entries, Drafts& drafts);

}  // namespace rapporteur::meetings
