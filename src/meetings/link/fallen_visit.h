// What becomes of the talks that a guest was to have on a visit that fell through.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "has put off the visit to Lima, where he was to meet X": the talks are put off, too, unless they
// are to be held elsewhere or on another day. REQUIRES: links and status are known.
void let_talks_fall(Drafts& drafts);

}  // namespace rapporteur::meetings
