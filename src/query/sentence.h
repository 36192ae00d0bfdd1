// The sentence around words of a report, to be read with them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/byte_span.h"

namespace rapporteur::query {

// The sentence of `text` that holds `span`, or what stands near the span where that is long; never
// across a line's end unless the span is. The quote is always in it whole.
// REQUIRES: is_valid(span, text). Cost: O(length of the line, at most some hundred bytes).
std::string sentence_around(std::string_view text, ByteSpan span);

// The sentences of `text`, line by line, without the spaces between them. O(bytes).
std::vector<std::string_view> sentences_of(std::string_view text);

}  // namespace rapporteur::query
