// Whose are the offices of which nobody says it.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// Gives participants in an office without a state that of their surroundings: the other side of a
// meeting between two, the host's, the one for which the report speaks (its publisher's, its
// dateline's, the one it names most); officials of a body go with the organisation that meets.
// A chair who is a person becomes that person's state. Cost: O(tokens + participants).
void complete_states(const Context& context, Drafts& drafts);

}  // namespace rapporteur::meetings
