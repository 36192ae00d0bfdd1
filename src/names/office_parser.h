// The parser of one office; find_offices.cpp decides where offices are.
#pragma once

#include "rapporteur/names/office.h"

namespace rapporteur::names {

// The office whose head is `head`, a match of the office channel; it starts at token `floor` at the
// earliest. Cost: O(length of the office).
Office parse_office(const Text& text, const lexicon::Match& head, std::uint32_t floor);

}  // namespace rapporteur::names
