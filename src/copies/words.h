// A text as its words, without what copies do not keep: letter case, punctuation, line ends.
#pragma once

#include <string_view>
#include <vector>

#include "rapporteur/copies/fingerprint.h"

namespace rapporteur::copies {

// Words are runs of letters, digits and marks; an apostrophe inside belongs to the word. Of
// scripts that write no spaces each character is a word. Any bytes are taken; those that are no
// UTF-8 separate words. Cost: O(bytes).
void append_words(std::string_view text, std::vector<Word>& out);

}  // namespace rapporteur::copies
