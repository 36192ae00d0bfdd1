// Where and when those decide something who decide it together.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "resolved on Sunday after two days of |consultations|": of those who resolved.
bool is_stretch_of_talks(const Context& context, std::uint32_t noun);

// "resolved |here| on Sunday", where the report was written; "|in Lima| the ministers resolved";
// "on Tuesday |in Lima| backed the plan": the place stands before what they did.
bool is_placed_before(const Context& context, const Mention& mention);

// "the Permanent Council", "the |Permanent Council| of the Organisation": one that a table knows.
bool is_known_council(const Context& context, const Mention& mention);

// "The Permanent Council |today| adopted a resolution": a day of the report's own week, whose news
// it is.
bool is_of_these_days(const Context& context, const time::Expression& when);

}  // namespace rapporteur::meetings
