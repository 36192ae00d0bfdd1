// Sentences that count the meeting which was told before them.
#pragma once

#include "draft.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

// "It is |the 42nd time that| the Council meets", "It was for |the 15th time that| they met", from
// the first word of the sentence; value 0: it counts nothing.
[[nodiscard]] Ordinal in_cleft(const Context& context, TokenRange sentence);

// "for the second time in |less than two weeks|", "in |as many months|" at `token`: it counts no
// row.
[[nodiscard]] bool is_stretch(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
