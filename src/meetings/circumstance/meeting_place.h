// Place and country of the meetings.
#pragma once

#include "draft.h"
#include "identity/attribution.h"

namespace rapporteur::meetings {

void add_meeting_places(const Context& context, Drafts& drafts, const Attribution& attribution);

}  // namespace rapporteur::meetings
