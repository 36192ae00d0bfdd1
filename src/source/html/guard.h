// What a page may ask of its parser: a linear pass over the tags in front of it.
//
// The HTML5 parser is quadratic in nesting depth, in the attributes of a tag and in formatting
// elements left open. This pass writes the page anew with bounds on all three, and without what
// no reader sees (scripts, styles, comments), which is also most of the bytes.
// Source: WHATWG HTML, 13.2.5 (tokenisation), as far as finding the ends of tags needs it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::source::html {

inline constexpr std::size_t kDeepest = 200;      // elements within elements
inline constexpr std::size_t kMostTags = 500000;  // of one page; some 300 bytes of memory each

struct Guarded {
  std::string html;                  // UTF-8; formatting elements are gone or `span`
  std::vector<std::string> json_ld;  // scripts of type application/ld+json
  std::size_t too_deep = 0;          // tags left out below kDeepest; their text is kept
  bool too_many = false;             // more than kMostTags: `html` ends there
  bool cut_short = false;            // the page ends inside a tag or a comment
};

// Total. Cost: O(bytes).
Guarded guard(std::string_view page);

}  // namespace rapporteur::source::html
