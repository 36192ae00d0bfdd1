// A session of a body of two sides that is told by its number alone.
#pragma once

#include <optional>

#include "draft.h"

namespace rapporteur::meetings {

// "Peru and Chile held the 3rd |Neighbourhood Committee|", "the 3rd |Neighbourhood Committee|
// between Peru and Chile took place": with its name at `token`, which no table need know. Nothing
// where there are no two sides.
[[nodiscard]] std::optional<Mention> numbered_body(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
