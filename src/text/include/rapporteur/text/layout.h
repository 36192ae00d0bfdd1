// The lines of a text and what each is for.
#pragma once

#include <cstdint>
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

// A line begins with `token`: it is the first, or a line end stands before it. False behind the
// last.
[[nodiscard]] bool opens_line(const Document& document, std::uint32_t token);

}  // namespace rapporteur::text
