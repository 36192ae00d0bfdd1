// Which of its meetings a report is about.
#pragma once

#include <cstddef>

#include "draft.h"

namespace rapporteur::meetings {

// Sentences of running text before that one, `most` at most.
[[nodiscard]] std::uint32_t running_before(const Context& context, std::uint32_t sentence,
                                           std::uint32_t most);

// Fewer than three sentences of running text stand before the mention.
[[nodiscard]] bool is_in_opening(const Context& context, const Mention& mention);

// "as part of the preparations for the summit", "on the sidelines of the session": the words are
// about another meeting than the one that is told of.
bool is_only_linked(const Context& context, const Mention& mention);

// "delegations that are here to attend |the Ninth Summit| called on X", "met Y, who was in Lima to
// attend |the Forum|": the occasion of what is told.
bool is_attended(const Context& context, const Mention& mention);

// "discussed |the results of| the summit in Tunis": the mention tells what a meeting that is over
// left behind. The words that say so; empty if there are none.
[[nodiscard]] TokenRange words_of_what_is_left(const Context& context, const Mention& mention);

// One of these, or named as what something is agreed for or as what was held weeks ago: the mention
// serves to tell of something else.
bool is_for_another(const Context& context, const Mention& mention);

// The position in `drafts.drafts` of the meeting that the headline and the first sentences name,
// and that the report names most. REQUIRES: there is a draft.
std::size_t main_draft(const Context& context, const Drafts& drafts);

}  // namespace rapporteur::meetings
