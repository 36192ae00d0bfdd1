// Words that tell of somebody named that he or she stays away.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "A did not attend", "with the exception of A", "Absent from the summit were B, |A| and C": the
// words that say that who is named at `where` stays away; empty where none do. `person`: it is
// somebody with a name; `office`: in an office; neither: a state alone. Cost: O(tokens of the
// sentence).
ByteSpan words_of_absence(const Context& context, TokenRange where, bool person, bool office);

// "|Absent from the summit were| A and B", "Two leaders |did not come|: A and B": the words, behind
// which a list of those who stay away begins; empty where the sentence has no such list.
TokenRange opening_of_absentees(const Context& context, TokenRange sentence);

}  // namespace rapporteur::meetings
