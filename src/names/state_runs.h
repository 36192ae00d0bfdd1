// States in a row behind or before an office that several of them have.
#pragma once

#include <cstdint>
#include <vector>

#include "naming.h"

namespace rapporteur::names {

// "of Uzbekistan, |Kazakhstan and the Kyrgyz Republic|": the states from `at` on go behind
// `states`. Where they end. Cost: O(tokens of the list), as below.
std::uint32_t states_on(const Namings& namings, std::uint32_t at, std::vector<Named>& states);

// "|the Russian, Turkish and| Iranian", "|Chile's and| Peru's", right before `begin`: go before
// `states`.
void adjectives_before(const Namings& namings, std::uint32_t begin, std::vector<Named>& states);

}  // namespace rapporteur::names
