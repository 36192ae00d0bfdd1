// The clause between the noun of a meeting and the verb by which it ends.
#pragma once

#include <cstdint>

#include "draft.h"

namespace rapporteur::meetings {

// "talks |that were meant to settle the quarrel| ended in Lima with X", with the clause at `token`:
// where the verb of beginning or ending stands behind it; or `token`.
[[nodiscard]] std::uint32_t behind_own_clause(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
