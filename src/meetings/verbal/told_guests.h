// Receptions of those of whom the report told: "The ministers were then received by X", "X hosted
// the three for lunch", "The guests called on X".
#pragma once

#include <vector>

#include "draft.h"
#include "identity/identity.h"

namespace rapporteur::meetings {

// The words beside the verb of a reception name a group of whom was told and nobody by name.
bool receives_those_told(const Context& context, const Mention& mention);

// The drafts of a report as far as they were put together.
struct ToldSoFar {
  const Drafts& drafts;
  const std::vector<Identity>& identities;
  const std::vector<bool>& founded;
};

// Adds those who met in the sentences before to a reception of them. False: nobody did.
bool take_told_guests(const ToldSoFar& told, Mention& mention);

// "The Speaker of Latvia is visiting Moldova. He |met President X|": the guest of a visit and
// another, whosever office it is.
bool is_with_guest(const ToldSoFar& told, const Mention& mention, const Identity& id);

}  // namespace rapporteur::meetings
