// Nouns that speak of a meeting which was told before, or of a part of it.
#pragma once

#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// "|It was the last session| under the Swiss chairmanship": of the one that was told before, to
// which `refer_back` lets the mention refer.
[[nodiscard]] bool is_said_of_told(const Context& context, const Mention& mention);
void refer_back(Mention& mention);

// "the plenary session", "the opening session": a part of the meeting of a body.
[[nodiscard]] bool is_part_session(const Context& context, const Mention& mention);
// Such a part speaks of the whole, if one of those that were `told` before names a body.
void refer_to_whole(const std::vector<Mention>& told, Mention& mention);

// "|During a phone talk|, the two sides reviewed": the call that was told before.
bool refers_to_call(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
