// Somebody who goes to a place, is expected there or comes from there: visits told by a journey.
#pragma once

#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// "|left Lima on Thursday for| Quito", "|is since Sunday in| Quito", "|reached| Quito", "|spent
// Friday and Saturday in| Quito", "|returned on Monday from| Quito" at `token`: a verb of class
// `stay` with the days and ways up to the name of the place; or nothing.
TokenRange journey_verb(const Context& context, std::uint32_t token);

// "Quito |awaits| Minister X on Friday", "the trip |takes| Minister X to Quito and Lima", "Lima |is
// the next stop| of Minister X", "Quito |is where| Minister X will be", "Minister Y |has invited|
// Minister X to Quito" at `token`: one visit for each place; empty where no office-holder from
// elsewhere goes to a known place.
std::vector<Mention> turned_journey(const Context& context, std::uint32_t token);

// The person holds an office, and of no state in which the place of `visit` is known to lie.
bool is_guest_in(const Context& context, const names::Person& person, const Mention& visit);

}  // namespace rapporteur::meetings
