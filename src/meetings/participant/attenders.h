// Who attends a meeting of many by a pronoun or a relative clause.
#pragma once

#include "draft.h"
#include "participant/entries.h"

namespace rapporteur::meetings {

// "In Lima |he attended| the summit", "A, |who took part in| the session, met B": he or A was
// there, beside whatever else the sentence tells of.
void add_attenders(const Context& context, Entries& entries, Drafts& drafts);

}  // namespace rapporteur::meetings
