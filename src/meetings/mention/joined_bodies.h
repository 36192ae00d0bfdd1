// Two bodies that met, each for itself.
#pragma once

#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// "The Technical Committee and the Council of Ministers met": appends a mention of each. False: the
// clause names no two councils, or they met together.
bool keep_joined_bodies(const Context& context, const Mention& mention, std::vector<Mention>& out);

// "|NATO| and EU defence ministers met": a group of two organisations is told by the first of them.
void take_first_owner(const Context& context, Mention& mention);

}  // namespace rapporteur::meetings
