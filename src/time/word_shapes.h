// What the shape of a token says: figures, "17th", "1990s", "10am", "FY2014".
#pragma once

#include <cstddef>
#include <string_view>

#include "codes.h"

namespace rapporteur::time {

// The leading digits: how many and their value (-1 if too large).
struct Figures {
  std::size_t count = 0;
  int value = 0;
};
Figures figures_of(std::string_view word);

// REQUIRES: `word` in lower case.
Item number_item(std::string_view word);
// Code::none if the word is none of these.
Item mixed_item(std::string_view word);

}  // namespace rapporteur::time
