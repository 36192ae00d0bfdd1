// Officials without a name who are there beside somebody of their state.
#pragma once

#include "draft.h"
#include "participant/attended_meeting.h"
#include "participant/entries.h"

namespace rapporteur::meetings {

// "in the presence of Minister A of Peru and |the Chilean ambassador|", where another Chilean is
// named: an entry of its own. REQUIRES: those who are named are known with their states.
void add_offices_beside(const Context& context, const AttendedMeeting& attended,
                        const Entries& entries, Drafts& drafts);

}  // namespace rapporteur::meetings
