// The day of a meeting, with the last one where another goes on with it: "on Monday and Tuesday".
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// Gives the meeting the day of `day`, up to that of the words behind it which go on with it.
void set_when(const Context& context, Draft& draft, const time::Expression& day, float confidence);

}  // namespace rapporteur::meetings
