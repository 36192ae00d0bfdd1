// Who may meet where a report leaves the sides of talks open.
#pragma once

#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// "Ministers of Mali, Mauritania and Senegal held talks": two states or more before the words, none
// of them a place; empty if there are fewer.
std::vector<Named> states_of_sentence(const Context& context, const Mention& mention);
// "|Peru and Chile| agreed at a meeting in Lima": two or three states that act become the sides of
// talks of which nothing else is said.
void take_states_acting(const Context& context, Mention& mention);
// "|A of Peru and B of Chile| adopted a plan at a meeting in Lima", "adopted by |A and B| at": the
// same of people of two states and of the officials of several.
void take_people_acting(const Context& context, Mention& mention);
// "A meeting was held in Lima by |A of Peru and B of Chile|": the people of two states behind it.
void take_people_holding(const Context& context, Mention& mention);
// "It fell to |Bhutan| to host the talks with China": the only other state of the sentence, or the
// one in which its only town lies, is the other side of talks |with| a state.
void take_other_side(const Context& context, Mention& mention);
// The first two office-holders of different states, in the order of the text; or nobody.
std::vector<std::uint32_t> two_sides(const Context& context);

}  // namespace rapporteur::meetings
