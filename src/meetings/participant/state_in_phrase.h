// The states in the phrase that names a meeting: which of them take part.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "met the Foreign Minister of |Uganda|", whom nobody names; or null.
[[nodiscard]] const names::Office* office_without_name(const Context& context, const Named& state);

// A state in the phrase takes part unless it is where the meeting is or whose summit it is.
[[nodiscard]] bool takes_part(const Context& context, const Mention& mention, const Named& state);

// "The talks were attended by |Egypt| and Sudan": the sentence names the meeting, and nobody is
// known by name to be there. Cost: O(mentions and participants of `draft`).
[[nodiscard]] bool is_of_states_alone(const Context& context, const Drafts& drafts,
                                      const Draft& draft, TokenRange state);

}  // namespace rapporteur::meetings
