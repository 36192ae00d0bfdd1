// Groups of office holders of a part of the world or of a club, which no table need know.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "the |Sahel| transport ministers", "transport ministers of |the Northern Corridor|": the group at
// `group` belongs to something that has a name and is no state, town or person.
bool is_of_named_circle(const Context& context, TokenRange group);

// "transport ministers of |the five Sahel countries|": they meet for these, whatever organisation
// the report speaks of.
bool is_of_countries_of_circle(const Context& context, TokenRange group);

}  // namespace rapporteur::meetings
