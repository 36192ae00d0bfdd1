// Who chairs a meeting by the title of the body that meets.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "X of Fiji, as Forum |Chair|", "SADC |Chairperson| and President of Angola X", "|Chair| of the
// Council and Minister of Niger X": of a meeting of that body of which no other chair is told.
void add_chairs_by_title(const Context& context, Drafts& drafts);

}  // namespace rapporteur::meetings
