// Which of its meetings a report is about.
#pragma once

#include <cstddef>

#include "draft.h"

namespace rapporteur::meetings {

// The position in `drafts.drafts` of the meeting that the headline and the first sentences name,
// and that the report names most. REQUIRES: there is a draft.
std::size_t main_draft(const Context& context, const Drafts& drafts);

}  // namespace rapporteur::meetings
