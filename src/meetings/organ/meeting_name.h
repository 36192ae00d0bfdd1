// The proper name of a meeting: "17th Meeting of the Security Council Secretaries".
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// Where a mention calls the meeting by a name of its own, without what describes it ("forthcoming",
// "bilateral talks with X", "who met in"); empty if it does not. Cost: O(tokens of the mention).
[[nodiscard]] TokenRange proper_name(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
