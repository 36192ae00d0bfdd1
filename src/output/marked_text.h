// The text of a report as HTML, in which the words that facts stand on are marked and lead to them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/byte_span.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::output {

// What stands on some words of the text.
struct Mark {
  ByteSpan span;
  std::string anchor;   // of the fact: ASCII letters, digits and hyphens
  std::string summary;  // "when: 2021-05-05": shown when the words are pointed at
  bool aside = false;   // gives way to others that stand on the same words
};

// The anchor of the place where the words of `span` begin, with `key` before it; empty if they are
// line ends alone. REQUIRES: is_valid(span, text).
std::string anchor_of_words(ByteSpan span, std::string_view text, std::string_view key);

// Appends a paragraph for each line of `text`. Marks may lie in and across one another; words
// where several do lead to the shortest, and have the summaries of the next ones too. What was left
// out stands between the lines, with the reason: that of the inside of a line behind it.
// REQUIRES: is_valid(mark.span, text). O(n log n) in marks and lines.
void write_marked_text(std::string_view text, const std::vector<Mark>& marks,
                       const std::vector<record::LeftOut>& left_out, std::string_view key,
                       std::string& out);

}  // namespace rapporteur::output
