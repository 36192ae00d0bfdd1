// The language of a text.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::source {

// ISO 639-1, by CLD2 (80 languages), where it is sure of the first 16 KB; empty otherwise: too
// short, figures and names alone, several languages, one without such a code. Cost: O(1).
std::string language_of(std::string_view text);

}  // namespace rapporteur::source
