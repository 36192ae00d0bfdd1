// The blocks of an article as plain text, and what was left out of it.
#pragma once

#include <vector>

#include "blocks.h"
#include "extractor.h"

namespace rapporteur::source::html {

// Fills text and left_out. Paragraphs, headings and captions ("Photo: ...") stand apart by blank
// lines, items ("- ...") and rows under each other. Both are in normal form (text::normalise).
// Errors: none of its own; bad_data as text::normalise has them. Cost: O(bytes).
Result<void> render(const std::vector<Block>& blocks, std::string_view where, Article& article);

}  // namespace rapporteur::source::html
