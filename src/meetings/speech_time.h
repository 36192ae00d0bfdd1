// When somebody spoke of a meeting rather than when it was.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "announced on Wednesday", "said on Monday": when somebody spoke, not when they met.
bool is_time_of_speech(const Context& context, const time::Expression& expression);

}  // namespace rapporteur::meetings
