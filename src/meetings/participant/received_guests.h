// Delegations that somebody receives in the course of a session: they take part in it.
#pragma once

#include "draft.h"
#include "participant/entries.h"

namespace rapporteur::meetings {

// One sentence names the meeting and the signing.
[[nodiscard]] bool is_named_with(const Drafts& drafts, const Draft& draft, const Mention& signing);

// The delegations that are received are there for a session: that of which the report tells, or
// where it tells of the reception the one named in its sentence.
void add_received(const Context& context, const Entries& entries, Drafts& drafts);

}  // namespace rapporteur::meetings
