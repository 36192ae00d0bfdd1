// Organs in small letters, which no table of names knows: "the EU |telecom council|".
#pragma once

#include <cstdint>

#include "draft.h"

namespace rapporteur::meetings {

// "the EU |telecom council|", "the WTO's |market access committee|": an organ in small letters
// behind the name of its organisation, which ends at `end`; or nothing.
[[nodiscard]] TokenRange small_organ_behind(const Context& context, std::uint32_t end);
// The same that ends at `end`; or nothing.
[[nodiscard]] TokenRange small_organ_before(const Context& context, std::uint32_t end);

}  // namespace rapporteur::meetings
