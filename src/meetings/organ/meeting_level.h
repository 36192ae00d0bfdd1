// Who meets, where the words say it as the level of the meeting or as a pair.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "The Group met |at the level of deputy ministers|": those become the organ of a meeting of an
// organisation that has none. "the |EU-Peru summit|", of which no table knows: a row of its own,
// which is no organisation's.
void take_level_or_pair(const Context& context, Mention& mention);

}  // namespace rapporteur::meetings
