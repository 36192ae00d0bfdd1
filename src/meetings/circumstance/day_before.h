#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "On the eve of the summit", "two days before the council": gives meetings without a day of their
// own the day that is counted back from another one. REQUIRES: the days that words tell are set.
void add_days_before(const Context& context, Drafts& drafts);

}  // namespace rapporteur::meetings
