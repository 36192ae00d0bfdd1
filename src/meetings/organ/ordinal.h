// Ordinals before the noun of a meeting: "17th", "seventeenth", "thirty-ninth", "XV".
#pragma once

#include <cstdint>

#include "rapporteur/text/document.h"

namespace rapporteur::meetings {

struct Ordinal {
  int value = 0;  // 0: none
  text::TokenRange tokens;
};

// The ordinal whose last token is `end - 1`; `first` bounds the look to the left.
Ordinal ordinal_before(const text::Document& doc, std::uint32_t end, std::uint32_t first);

}  // namespace rapporteur::meetings
