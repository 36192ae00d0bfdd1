// Which state chairs a meeting whose chair is known by name.
#pragma once

#include "rapporteur/record/reading.h"

namespace rapporteur::meetings {

// The chair is a state: that of the person in it, who presides as the host where nothing says
// otherwise. Cost: O(participants).
void set_chair_state(record::Meeting& meeting);

}  // namespace rapporteur::meetings
