// Signings: part of the talks that they end, or an event of their own during a visit.
#pragma once

#include <vector>

#include "draft.h"
#include "identity/identity.h"

namespace rapporteur::meetings {

// A meeting that was told before, and where first.
struct Told {
  const Identity* id;
  const Mention* first;
};

// A signing told apart in a report on a visit: gives it the sides of the talks if the words name
// none. False: it is none.
bool complete_signing(const Context& context, const std::vector<Told>& told, Mention& mention);

// A signing by those who meet anyway belongs to their meeting.
bool may_end_in(const Identity& meeting, const Identity& signing);

// "A and B have signed a protocol", above the session of their commission in which they did: moves
// the mentions of such a signing to that session. `identities` and `founded` are those of the
// drafts. Cost: bounded by the first drafts of a report.
void join_signings(Drafts& drafts, const std::vector<Identity>& identities,
                   std::vector<bool>& founded);

// "A and B sign deals" above the report of the meeting in which they did: no event of its own.
void drop_titles_of_papers(const Drafts& drafts, const std::vector<Identity>& identities,
                           std::vector<bool>& founded);

// "The ministers exchanged the papers of the treaty. It was signed |in 2019|": a day long before
// the report is not that of the news, which leave their own unsaid.
bool is_signed_long_before(const Context& context, const Identity& signing, const Told& news);

// "The ministers of Peru and Chile signed a declaration at |their second meeting|": `noun` is
// theirs who sign by `said`.
[[nodiscard]] bool is_signed_at(const Context& context, const Mention& said, const Mention& noun);

}  // namespace rapporteur::meetings
