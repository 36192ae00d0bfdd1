// Participants of a meeting over all its reports.
#pragma once

#include <vector>

#include "ask.h"

namespace rapporteur::query {

// `claims`: those of one or more meetings; other lists are passed over. By state, name, office.
// One row per person; where nobody is named, one per state, organisation and office. Whoever came
// was expected before, so of attendances "attended" counts most, then "absent".
Result<std::vector<ParticipantRow>> participants_of(const Register& reg,
                                                    const std::vector<ClaimRow>& claims);

}  // namespace rapporteur::query
