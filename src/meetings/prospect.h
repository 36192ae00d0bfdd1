// Whether a verb of meeting tells of one that is over or of one to come.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

enum class Prospect { untold, done, to_come };

// "did meet", "met" | "is to meet", "will call on"; untold for what is no verb between persons.
Prospect prospect_of(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
