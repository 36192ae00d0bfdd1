// The body for which a pronoun stands before a verb of meeting.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "The Council is the second body of the Union. |It| met in Lima": the council or organisation of
// which the sentence, or the one before, told becomes the mention's. False: none.
bool take_told_body(const Context& context, std::uint32_t verb, Mention& mention);

// "X has the chair of the Union. |Its| Assembly met": the organisation whose organ it is.
void take_told_owner(const Context& context, Mention& mention);

}  // namespace rapporteur::meetings
