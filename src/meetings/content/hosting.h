// Who is to be host next time.
#pragma once

#include <optional>

#include "clause/phrase.h"
#include "draft.h"
#include "statement/statement.h"

namespace rapporteur::meetings {

// "Fiji will host the next session": an outcome of the session told. Nothing where the sentence
// names no next meeting, or its host is only hoped for. Cost: O(tokens of the sentence).
[[nodiscard]] std::optional<Statement> next_host(const Context& context, const Drafts& drafts,
                                                 const Phrases& phrases, TokenRange sentence);

}  // namespace rapporteur::meetings
