// Addresses: from the house to the state in which it stands.
#pragma once

#include <cstdint>

#include "draft.h"

namespace rapporteur::meetings {

// Where something is: either may be without words.
struct Address {
  Named town;
  Named state;
};

// What closes an address that begins at `token`: "Cultural Centre, Homestretch Avenue,
// |Georgetown|, Guyana", "Conference Centre |Niamey|", "Speke Resort, |Munyonyo|, |Uganda|", whose
// town no table knows.
Address address_at(const Context& context, std::uint32_t token);

// The state behind a town that ends at `end`: "Langkawi|, Malaysia|", "Lang Son province|, northern
// Vietnam|", "Rogalin |in western Poland|" (the latter where no table knows the town). Without
// words if there is none.
Named state_behind(const Context& context, std::uint32_t end, bool known);

// The town that `tag` names; where it is a house that no table knows, in front of the name of a
// town, that town: "at the Jetwing Lighthouse, |Galle|", "at the Dar es Salam in |Nouakchott|".
Named town_behind(const Context& context, const tagger::Tag& tag);

// The town that gives the house `venue` its name: "the |Kigali| Convention Centre". Without words
// if none does.
Named town_in_name(const Context& context, const Named& venue);

// "Lang Son |province|": behind the noun, or `end` itself.
[[nodiscard]] std::uint32_t behind_district(const Context& context, std::uint32_t end);

}  // namespace rapporteur::meetings
