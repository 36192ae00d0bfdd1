// When somebody spoke of a meeting rather than when it was.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "announced on Wednesday", "said on Monday": when somebody spoke, not when they met.
bool is_time_of_speech(const Context& context, const time::Expression& expression);

// "|on Monday| indefinitely postponed", "was called off |on Friday|": when it was decided.
bool is_day_of_decision(const Context& context, const time::Expression& day);

// "postponed to |5 December|", "rescheduled for |Monday|": the day to which a meeting was moved.
bool is_day_put_off(const Context& context, const time::Expression& day);

}  // namespace rapporteur::meetings
