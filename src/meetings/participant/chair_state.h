// Which state chairs a meeting whose chair is known by name.
#pragma once

#include <string>
#include <unordered_map>

#include "draft.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::meetings {

// The chair is a state: that of the person in it, who presides as the host where nothing says
// otherwise. Cost: O(participants).
void set_chair_state(record::Meeting& meeting);

using PeopleByName = std::unordered_map<std::string, const names::Person*>;

// "Prime Minister A of Vanuatu, |the Chair of the Group|": who is there and chairs the body that
// meets, where nothing else is said of its chair. Cost: O(participants).
void set_chair_of_holder(const Context& context, const PeopleByName& people,
                         record::Meeting& meeting);

}  // namespace rapporteur::meetings
