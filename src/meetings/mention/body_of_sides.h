// A session of a body of two sides that is told by the body itself, without a noun of meeting.
#pragma once

#include <optional>

#include "draft.h"

namespace rapporteur::meetings {

// "Peru and Chile held the 3rd |Neighbourhood Committee|", "the |Neighbourhood Committee| between
// Peru and Chile took place", "the fourth Peru-Chile |Neighbourhood Committee| met": with its name,
// which no table need know, or its number at `token`. Nothing where there are no two sides.
[[nodiscard]] std::optional<Mention> body_of_sides(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
