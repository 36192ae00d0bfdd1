// The meeting before, told by what came of it: "the tasks adopted a year ago in Lima", "the plan
// agreed in Lima in May".
#pragma once

#include <optional>

#include "draft.h"

namespace rapporteur::meetings {

// The meeting of whose act the participle at `token` tells, two months and more before the report;
// or nothing. Cost: O(1) but at such a participle.
std::optional<Mention> meeting_of_act(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
