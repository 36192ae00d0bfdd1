// "When they met in Baku, the ministers of the League agreed": pronouns of those who meet, which
// the same sentence names elsewhere.
#pragma once

#include <cstdint>

#include "clause/clause.h"
#include "draft.h"

namespace rapporteur::meetings {

// "what |the ministers of the League| said when they met": where those end, earlier in the sentence
// of `verb`; or `verb`.
std::uint32_t group_told(const Context& context, const Clause& clause, std::uint32_t verb);

// "|When they| met in Baku, the ministers of the League agreed": who acts stands behind.
bool is_pronoun_ahead(const Context& context, std::uint32_t verb);

// "When they met in Baku, |Georgia and Turkey| agreed"
void take_states_behind_comma(const Context& context, Clause& clause, Mention& mention);

}  // namespace rapporteur::meetings
