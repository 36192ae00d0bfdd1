// The office-holders of several states of whom a report speaks first, where it tells of their
// meeting by no name: "The foreign ministers of the four countries demanded ... After the meeting".
#pragma once

#include <optional>
#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

struct LeadGroup {
  const names::Office* office = nullptr;  // of Cast::offices, plural
  std::uint32_t sentence = 0;
  Named organisation;         // of Catalogue::bodies(), or
  std::vector<Named> states;  // two or more
};

// The first of the headline and the first sentences; empty if nobody is named so.
// Cost: O(offices of those sentences).
std::optional<LeadGroup> lead_group(const Context& context);

// "the |trade ministers| of the bloc met": the office of those after whom the meeting is called, of
// Cast::offices; or null. Cost: O(1).
const names::Office* group_called(const Context& context, const Draft& draft);

}  // namespace rapporteur::meetings
