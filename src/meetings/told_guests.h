// Receptions of those of whom the report told: "The ministers were then received by X", "X hosted
// the three for lunch", "The guests called on X".
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// The words beside the verb of a reception name a group of whom was told and nobody by name.
bool receives_those_told(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
