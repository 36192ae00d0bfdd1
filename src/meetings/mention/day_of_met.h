// The day on which one of several was met.
#pragma once

#include <cstdint>
#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// "A |on Monday|, B |on Tuesday|", "on Monday he sees A, |on Tuesday| B": the day right behind
// `met`, some of the objects of `mention`, or right before them where days stand in front; else
// that of all. REQUIRES: `met` holds somebody.
[[nodiscard]] std::uint32_t day_of_met(const Context& context, const Mention& mention,
                                       const std::vector<std::uint32_t>& met);

// The same of one whom only his office and `state` tell: "on Monday he sees |the King of Spain|".
[[nodiscard]] std::uint32_t day_of_unnamed(const Context& context, const Mention& mention,
                                           const Named& state);

// Where a day, a time of the day or "then" begins that ends at `end`; or `end`.
[[nodiscard]] std::uint32_t before_adverb(const Context& context, std::uint32_t end);

// "with A |and in the afternoon with| B", "A on Monday, |then| B": one after the other.
[[nodiscard]] bool are_met_in_turn(const Context& context, const Mention& mention);

// "met X |and will have a meeting tomorrow| with Y": the day of the clause that follows.
[[nodiscard]] bool is_day_of_next_clause(const Context& context, const Mention& mention,
                                         const time::Expression& day);

// "had prepared |Wednesday's| meeting on Monday": the day of that noun alone.
[[nodiscard]] bool is_owner_of_noun(const Context& context, const Mention& mention,
                                    const time::Expression& day);

}  // namespace rapporteur::meetings
