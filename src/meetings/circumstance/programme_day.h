// The day under which a diary or a programme lists a meeting.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "Thursday: the Council meets in Geneva", "Tuesday, 13 February" on a line above: the position in
// Context::times; kNobody if there is none. Cost: O(tokens of the sentences near the mention).
[[nodiscard]] std::uint32_t day_of_programme(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
