// What looks like a verb of meeting and tells of none.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "X |called| Y on Monday", but "called X a friend", "called Y's bluff".
[[nodiscard]] bool is_rung(const Context& context, const Mention& mention);
// "the decision to |confer| associate membership"
[[nodiscard]] bool bestows(const Context& context, TokenRange verb);
// "mandated the committee |to consult with| experts": nobody who is named, nor any day.
[[nodiscard]] bool is_task(const Context& context, const Mention& mention);
// "|call on| the parties |to| lay down their arms": nobody is visited.
[[nodiscard]] bool urges(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
