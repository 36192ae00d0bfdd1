// The day and the place of the main meeting where a line by itself says them.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "WHEN: Monday 27 January": a line that says it outright.
void add_labelled(const Context& context, Draft& main);

// "May 21, 2013   16:30   Dushanbe": the line below the title of what took place there.
void add_stamped(const Context& context, Draft& main);

// "24-29 September 2017 | Geneva, Switzerland" beside the title of the meeting: several days are
// not those of the report.
void add_subtitle(const Context& context, Draft& main);

}  // namespace rapporteur::meetings
