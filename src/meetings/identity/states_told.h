// The two states whose talks are told of without saying whose they are.
#pragma once

#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// "|Peru and Chile| have settled their border. Negotiations were held in Lima from 1 to 6 May",
// "Experts of the two countries met in Lima on 6 May": the two states named right before talks that
// have a place and a day of their own, where no meeting was told yet. `founded` are those of the
// drafts. True if `mention` took them.
bool take_states_told(const Context& context, const std::vector<bool>& founded, Mention& mention);

}  // namespace rapporteur::meetings
