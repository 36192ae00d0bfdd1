// Talks of two alone beside the meeting in which they are: "The two ministers also had a
// one-on-one."
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// Adds to a mention of talks without names those two of whom was told right before. True if it took
// them.
bool take_pair_told(const Context& context, Mention& mention);

// "a |one-on-one| talk", "met |tête-à-tête|": in the phrase or right behind it.
bool is_private(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
