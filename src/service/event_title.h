// What a person would write over a meeting in a calendar.
#pragma once

#include <string>

#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/query/events.h"

namespace rapporteur::service {

// By what is known, the first that fits:
//   a name      "SCO: 17th meeting of the Security Council Secretaries", "Munich Security
//   Conference" a body      "SCO Council of Heads of State: 22nd summit", "Joint Commission:
//   session" a visit     "Visit of Ana Okoye (Kenya) to Uganda", "Visit to Uganda: Kenya" parties
//   "Talks: Kenya, Uganda", "Reception: Ana Okoye (Kenya)" a place     "Conference in Nairobi"
//   nothing     "Talks"
// `catalogue` (may be null) has the names of states, acronyms of bodies and ranks of offices.
// O(bytes of the names).
std::string title_of(const query::Event& event, const catalogue::Catalogue* catalogue);

}  // namespace rapporteur::service
