// Two rows of talks between the same states that are held as one: "the 12th Policy Consultations
// and the 3rd Strategic Dialogue were held in Lima".
#pragma once

#include "draft.h"
#include "participant/entries.h"

namespace rapporteur::meetings {

// Who took part in one of them took part in the other, of which the report names nobody.
// REQUIRES: the participants that the report names are known. Cost: O(mentions).
void share_twins(const Context& context, const Entries& entries, Drafts& drafts);

}  // namespace rapporteur::meetings
