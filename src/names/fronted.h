// Where what opens a sentence ends and its subject begins.
#pragma once

#include <cstdint>
#include <vector>

#include "naming.h"

namespace rapporteur::names {

// "In talks with the President of Peru|,| X raised visas": the comma closes what opens the
// sentence, and who follows acts; the office before it is somebody else's. Cost: O(sentence +
// names before).
[[nodiscard]] bool closes_front(const Namings& namings, std::uint32_t comma, const Naming& subject);

// "After talks with the Baltic presidents|,| X praised them": so of the only one of `names`, a list
// behind that comma.
[[nodiscard]] bool closes_front(const Namings& namings, std::uint32_t comma,
                                const std::vector<std::size_t>& names);

// "and the Special Envoy, |Head of the Mission (MIS),| B": behind what else B is, from `at` on; or
// `at`.
std::uint32_t behind_further_office(const Namings& namings, std::uint32_t at);

// "A |(MP)|, Minister of Trade": behind the letters in brackets at `at`, or `at`.
std::uint32_t behind_bracketed_letters(const Namings& namings, std::uint32_t at);

}  // namespace rapporteur::names
