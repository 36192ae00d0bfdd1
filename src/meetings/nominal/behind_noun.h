// Names behind the noun of a meeting: how far they reach, and which of them only name a house.
#pragma once

#include <cstdint>

#include "draft.h"

namespace rapporteur::meetings {

// "the meeting at |the Union's headquarters|": where, not whose.
[[nodiscard]] bool is_house_of_body(const Context& context, std::uint32_t token);

// "the Indian |Navy (IN)|", "the Royal Navy |of| Oman", with the end of the state's name at `end`:
// where the side ends.
[[nodiscard]] std::uint32_t rest_of_side(const Context& context, std::uint32_t end);

// "of the Republic of Korea |(ROK)| and Japan", with the end of the name at `end`: behind the
// letters, or `end`.
[[nodiscard]] std::uint32_t behind_letters(const Context& context, std::uint32_t end);

// "meetings |in Lima on Monday with| A and B": before anybody is named.
[[nodiscard]] bool are_with_several(const Context& context, const Mention& mention);

// "meetings with A, Minister of Peru|;| B, Minister of Chile|;| and C": the semicolon at `at` (or
// "other" in "one with A, the other with B") joins those whom one meets one after the other.
[[nodiscard]] bool joins_guests(const Context& context, const Mention& mention, std::uint32_t at);

// "two meetings, |one| with X, the other with Y": the first of those whom `mention` is to name.
[[nodiscard]] bool opens_list(const Context& context, const Mention& mention, std::uint32_t at);

}  // namespace rapporteur::meetings
