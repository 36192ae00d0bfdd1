// The language of a text, as far as it can be told cheaply.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::source {

// "en" where the commonest English words make up as much of the text as they do in English; empty
// otherwise. Looks at the first 16 KB. Cost: O(1).
std::string language_of(std::string_view text);

}  // namespace rapporteur::source
