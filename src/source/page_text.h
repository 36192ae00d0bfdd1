// Text of printed pages, as their lines were set, made running text again.
#pragma once

#include <string_view>
#include <vector>

#include "extractor.h"

namespace rapporteur::source {

// `pages` are lines of UTF-8, pages ended by form feeds. Lines that repeat at the head or foot of
// pages and page numbers go into Article::left_out; words hyphenated at a line's end are joined, as
// are the lines of a paragraph, on over the end of a page. Cost: O(bytes).
Article running_text(std::string_view pages);

}  // namespace rapporteur::source
