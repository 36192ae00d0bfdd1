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

// The names of a list behind `comma`: none where just one stands there and it closes a front.
[[nodiscard]] std::vector<std::size_t> unless_front(const Namings& namings, std::uint32_t comma,
                                                    std::vector<std::size_t> names);

}  // namespace rapporteur::names
