// Whose the host of guests from one state is.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "President A received Minister B of Peru. Present was Chile's Minister C": of the two states that
// are there the host is of the one that is not his guests'.
void complete_receiving_side(const Context& context, const Drafts& drafts, Draft& draft);

}  // namespace rapporteur::meetings
