// Whose side somebody is on by the name that "and" joins to his: "Ministers A and B of Peru met
// President C of Chile".
#pragma once

#include <vector>

#include "draft.h"
#include "participant/guests.h"
#include "participant/office_holders.h"

namespace rapporteur::meetings {

// Where two states meet, somebody in an office of no state is of that of the only one who is joined
// to him where the report names him first, if both meet a third. `told`: the mentions of the
// report. Cost: O(participants * mentions of the draft).
void complete_partners(const Context& context, const std::vector<Mention>& told,
                       const OfficeHolders& holders, const Guests& guests, Draft& draft);

// "the Commission between Kenya and Zambia, co-chaired by Foreign Ministers A and B": of two in the
// same office the first is of the state that is named first. Cost: O(participants).
void complete_in_order(const Context& context, const OfficeHolders& holders,
                       record::Meeting& meeting);

}  // namespace rapporteur::meetings
