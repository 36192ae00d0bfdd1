// Meetings that a report tells twice in words that the reading of each alone did not bring
// together.
#pragma once

#include <string>
#include <vector>

#include "draft.h"
#include "identity/identity.h"

namespace rapporteur::meetings {

// "the 68th Session of the Council" in the headline and "the 68th Ordinary Session of the Council"
// below: joins founded drafts of one body with one number, of one organ on one day, talks of an
// organ with its meeting, and the next ones of one row. `published`: the report's day; `identities`
// and `founded` are those of the drafts. Cost: quadratic in the first drafts of a report.
void join_repeated(const std::string& published, Drafts& drafts, std::vector<Identity>& identities,
                   std::vector<bool>& founded);

}  // namespace rapporteur::meetings
