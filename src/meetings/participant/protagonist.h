// Of whom a report speaks most.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// Of Cast::people, the first of equals; kNobody if nobody is named. Cost: O(mentions).
[[nodiscard]] std::uint32_t protagonist(const Context& context);

}  // namespace rapporteur::meetings
