// Lists and tables of those who take part: a person a line.
#pragma once

#include <cstdint>
#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

struct Row {
  std::uint32_t person = kNobody;  // of Cast::people
  TokenRange tokens;               // its mention
  std::uint32_t introduction = 0;  // the sentence before the list
};

// The people of all lists of three lines or more that give one person each, with an office or a
// state. In the order of the text. Cost: O(tokens).
std::vector<Row> rows_of_people(const Context& context);

}  // namespace rapporteur::meetings
