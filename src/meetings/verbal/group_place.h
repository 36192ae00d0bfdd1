// Where those are who decide something together.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "resolved on Sunday after two days of |consultations|": of those who resolved.
bool is_stretch_of_talks(const Context& context, std::uint32_t noun);

// "resolved |here| on Sunday", where the report was written; "|in Lima| the ministers resolved";
// "on Tuesday |in Lima| backed the plan": the place stands before what they did.
bool is_placed_before(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
