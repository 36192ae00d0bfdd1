// The lines of a text and what each is for.
#pragma once

#include <string_view>
#include <vector>

#include "rapporteur/base/byte_span.h"
#include "rapporteur/text/document.h"

namespace rapporteur::text {

struct Line {
  ByteSpan span;  // without its line end and outer white space; empty for a blank line
  LineRole role = LineRole::body;
  std::string_view reason;  // for boilerplate: "share line", "navigation", ... (static storage)
};

// One entry per line, in order. Cost: O(bytes).
std::vector<Line> lines_of(std::string_view text);

}  // namespace rapporteur::text
