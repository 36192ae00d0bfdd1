// How far the name of an organ reaches in the text, and what looks like one but is none.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// The whole name of the body of which `span` holds a part: "Iran-Turkey |Joint Economic
// Commission|" of "Commission", "|Committee on Trade, Economic and Technical Cooperation|" of
// "Committee". The tokens of `span` where it is whole.
TokenRange whole_organ_name(const Context& context, ByteSpan span);

// What is named between `begin` and `end` is no body: the agency of the dateline, a paper that was
// agreed ("the Peace Agreement"), a part of the world, "(Jnr)", one office, "Delegations".
bool is_no_organ(const Context& context, TokenRange words);

}  // namespace rapporteur::meetings
