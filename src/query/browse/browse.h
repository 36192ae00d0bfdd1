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

// How many rows a slice asks for: one more than it gives, to know whether there are more.
inline std::int64_t asked_for(std::size_t limit) { return static_cast<std::int64_t>(limit) + 1; }
// Takes the last of them away again; true if it was there.
template <class Row>
bool cut_to(std::size_t limit, std::vector<Row>& rows) {
  const bool more = rows.size() > limit;
  if (more) rows.pop_back();
  return more;
}

}  // namespace rapporteur::query
