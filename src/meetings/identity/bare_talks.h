// Talks of which a report says no more than that there were some.
#pragma once

#include <vector>

#include "draft.h"
#include "identity/identity.h"

namespace rapporteur::meetings {

// "after two days of talks in Chuuk" in front of "The 17th Summit was held": those talks are the
// meeting of the body that is told right behind, whose draft takes their mentions. `identities` and
// `founded` are those of the drafts. Cost: bounded by the first drafts of a report.
void join_bare_talks(const Context& context, Drafts& drafts,
                     const std::vector<Identity>& identities, std::vector<bool>& founded);

// "A and B co-chaired the session. |A and B agreed| to sign": what the two who preside do is done
// in the session, whose draft takes those mentions. Cost: bounded by the drafts of a report.
void join_dealt_talks(const Context& context, Drafts& drafts,
                      const std::vector<Identity>& identities, std::vector<bool>& founded);

}  // namespace rapporteur::meetings
