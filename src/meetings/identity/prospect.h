// Whether a verb of meeting tells of one that is over or of one to come.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

enum class Prospect { untold, done, to_come };

// "did meet", "met" | "is to meet", "will call on" between two persons; "the summit of 5 May" |
// "are about to hold a summit"; untold for all else.
Prospect prospect_of(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
