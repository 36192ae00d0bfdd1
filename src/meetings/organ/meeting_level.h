// Who of an organisation meets, where the words say it as the level of the meeting.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "The Group met |at the level of deputy ministers|", "convened |at permanent representatives'
// level|": those become the organ of a meeting of an organisation that has none.
void take_level(const Context& context, Mention& mention);

}  // namespace rapporteur::meetings
