// Lines inside the article that are not of it: its title again, teasers, headings of what is gone.
#pragma once

#include <string>
#include <vector>

#include "blocks.h"

namespace rapporteur::source::html {

// Gives such blocks their reason. `title` may be empty. Cost: O(bytes).
void tidy(std::vector<Block>& blocks, std::string_view title);

// Letters and digits of ASCII in lower case and all other bytes but punctuation: equal for two
// spellings of one headline.
std::string bare_words(std::string_view words);

}  // namespace rapporteur::source::html
