// Whose a meeting is, where the words beside it do not say so: the organisation and the group of
// which the report speaks.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "Senior Officials' Meeting of Timor-Leste and Australia", "finance ministers of A, B and C": the
// states that meet are told, and are no organisation's.
[[nodiscard]] bool is_of_few_named(const Mention& mention);

// The ministers of whom the report tells first, for a main meeting of which neither the name nor
// the verb says who meets. REQUIRES: there is a main meeting.
void add_leading_group(const Context& context, Drafts& drafts);

// The organisation of the main meeting, or the one that the report names most, for the other
// meetings of organs. REQUIRES: there is a main meeting. Cost: O(tokens).
void inherit_organisations(const Context& context, Drafts& drafts);

}  // namespace rapporteur::meetings
