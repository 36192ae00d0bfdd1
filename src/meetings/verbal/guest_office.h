// A visit by those who are told by their office alone.
#pragma once

#include <cstddef>

#include "draft.h"

namespace rapporteur::meetings {

// "|The Peruvian foreign minister| will visit Quito", "|the presidents of Peru and Chile| arrived
// in Quito": an office of told states, without a name, is the subject of the verb.
[[nodiscard]] bool is_guest_office(const Context& context, TokenRange verb);

// The states behind the first `own` of `visit` are where the guests go, no guests. False: they stay
// at home, or nothing says where they go. REQUIRES: own > 0.
[[nodiscard]] bool take_destination(const Context& context, Mention& visit, std::size_t own);

}  // namespace rapporteur::meetings
