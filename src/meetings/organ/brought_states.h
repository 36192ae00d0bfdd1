// Meetings of which a sentence says that several states are there: "The talks were attended by Peru
// and Chile".
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// Two states or more, or those whom they send, are told to attend in the sentence of the mention:
// "brought together |experts from Peru and Chile|". Cost: O(tokens of the sentence).
[[nodiscard]] bool brings_states(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
