// One subject of two clauses that "and" joins.
#pragma once

#include <cstdint>

#include "draft.h"

namespace rapporteur::meetings {

// "X met |A| and will have a meeting with B": whom the clause before is about, where somebody is
// named in front of him from `begin` on, or "he" stands there; the verb behind "and" has the
// subject of the first.
[[nodiscard]] bool ends_other_clause(const Context& context, const names::Mention& who,
                                     std::uint32_t begin);

}  // namespace rapporteur::meetings
