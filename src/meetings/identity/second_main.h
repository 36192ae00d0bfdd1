// The second meeting that a report is about, beside the main one.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "a visit" and the talks held during it; "the 12th Policy Consultations and the 3rd Strategic
// Dialogue"; "had telephone conversations with A and with B". REQUIRES: the main meeting is marked,
// participants and links are known.
void add_second_main(const Context& context, Drafts& drafts);

}  // namespace rapporteur::meetings
