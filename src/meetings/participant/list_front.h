// What stands in front of a list of states and says what the list is.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "|Around the table, with A in the chair, were| Peru and Chile": the words of the sentence `s` up
// to its verb, behind which those are who took part; empty where it does not open so.
TokenRange turned_front(const Context& context, TokenRange s);

// "|The Union was founded| in 1999 by an agreement between A and B": the sentence `s` tells of long
// ago.
bool tells_of_founding(const Context& context, TokenRange s);

}  // namespace rapporteur::meetings
