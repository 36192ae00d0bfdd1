// Words by which pages give themselves away: the furniture around an article.
#pragma once

#include <string_view>

#include "rapporteur/text/document.h"

namespace rapporteur::text {

enum class PhraseAt : unsigned char { whole, start, anywhere };

struct LayoutPhrase {
  std::string_view phrase;  // lower case
  PhraseAt at;
  LineRole role;
  std::string_view reason;  // for boilerplate
};

// The first phrase of the table that `line` (lower case, trimmed) has in its place, or null.
const LayoutPhrase* find_layout_phrase(std::string_view line);

}  // namespace rapporteur::text
