// The sides of a body that two or three states have, for the meetings of it of which the report
// names nobody: the last session, the next, the officials who prepare it.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// REQUIRES: the participants that the report names are known. Cost: O(drafts^2) comparisons of
// names, within the window of drafts that may still be spoken of.
void add_joint_sides(const Context& context, Drafts& drafts);

}  // namespace rapporteur::meetings
