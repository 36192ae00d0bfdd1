// Councils and commissions that are told by their number alone.
#pragma once

#include <optional>

#include "draft.h"

namespace rapporteur::meetings {

// "the ninth |Joint Commission|", "the 21st |Council| of the Indian Ocean Commission" at `token`,
// where nothing is tagged: the meeting of that body.
[[nodiscard]] std::optional<Mention> numbered_council(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
