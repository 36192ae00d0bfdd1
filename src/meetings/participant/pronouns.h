// Who takes part by a pronoun alone: "|He| will chair the second session of the Commission".
#pragma once

#include "draft.h"
#include "participant/entries.h"

namespace rapporteur::meetings {

// Adds those whom "he" and "she" stand for to the meeting of many in their sentence over which they
// preside, which they open or attend. O(tokens).
void add_pronouns(const Context& context, const Entries& entries, Drafts& drafts);

}  // namespace rapporteur::meetings
