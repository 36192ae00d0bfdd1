// What the questions of browse.h share.
#pragma once

#include "ask.h"
#include "rapporteur/query/browse.h"

namespace rapporteur::query {

// The conditions on `meeting AS m` that a slice asks for. Errors: bad_data (dates).
Result<std::vector<Condition>> conditions_of(const Register& reg, const MeetingSlice& slice,
                                             const catalogue::Catalogue* catalogue);

// Parts of claims that name who took part: "FROM member AS mm JOIN object AS o ..." of the
// meetings that a condition on mm.meeting_id picks.
inline constexpr const char* kParticipantsOf =
    " FROM member AS mm JOIN object AS o ON o.parent_id = mm.object_id AND o.list = "
    "'participants' ";

}  // namespace rapporteur::query
