// The clause between the noun of a meeting and the verb by which it ends.
#pragma once

#include <cstdint>

#include "draft.h"

namespace rapporteur::meetings {

// "talks |that were meant to settle the quarrel| ended in Lima with X", with the clause at `token`:
// where the verb of beginning or ending stands behind it; or `token`.
[[nodiscard]] std::uint32_t behind_own_clause(const Context& context, std::uint32_t token);

// "the summit |that is soon to unite| X and Y", with the clause at `token`: where those begin who
// meet, the first of them by name; or `token`.
[[nodiscard]] std::uint32_t those_gathered(const Context& context, std::uint32_t token);

// "the talks which X |had in Lima on Monday with| Y", with the verb at `token`: where the other
// side begins, or `token`.
[[nodiscard]] std::uint32_t behind_holding(const Context& context, std::uint32_t token);

// "the talks |Minister X| had with Y", with the name at `token`.
[[nodiscard]] bool is_name_holding(const Context& context, std::uint32_t token);

// "the talks which |he| had with Y", with what follows the noun at `token`: the pronoun; 0
// for none.
[[nodiscard]] std::uint32_t pronoun_holding(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
