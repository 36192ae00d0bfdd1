// Which members a change can have an effect on.
#pragma once

#include <cstdint>
#include <vector>

#include "growth.h"
#include "impl.h"

namespace rapporteur::store {

// All members that are neighbours, at any remove, of one that came or went, or that shared an
// entity with one that went; sorted by id. Those that are `growing` count as there already.
// Cost: O(members that share a block with one of these).
std::vector<Reached> reach(Database& db, const Touched& touched, const Growing& growing,
                           const record::Resolver& resolver, Memory& memory);

}  // namespace rapporteur::store
