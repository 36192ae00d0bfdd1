// Officials without a name whose state is told by whom they belong to: "his finance minister", "the
// energy ministers of both countries".
#pragma once

#include "participant/attended_meeting.h"
#include "participant/entries.h"

namespace rapporteur::meetings {

// "With President A of Peru was |his finance minister|": of his state. "The talks were attended by
// |the energy ministers of both countries|": one of each state that is there, where there are two.
// REQUIRES: those who are named are known with their states. Cost: O(offices x participants).
void add_owned_offices(const Context& context, const AttendedMeeting& attended,
                       const Entries& entries, Drafts& drafts);

}  // namespace rapporteur::meetings
