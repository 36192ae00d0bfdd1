// One meeting in two words, a verb and a noun: which of them tells of it.
#pragma once

#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// "The Council gathered for an emergency meeting" is one mention, that of the noun.
void take_over_verb(const Context& context, std::vector<Mention>& told, Mention& noun);

// "The fourth |session| of the commission between A and B |convened|": the noun is its subject.
[[nodiscard]] bool is_verb_of_noun(const Context& context, const std::vector<Mention>& told,
                                   TokenRange verb);

// "|At a working lunch| on Wednesday, X hosted the delegates": told by the verb.
[[nodiscard]] bool is_meal_before(const Context& context, const Mention& meal, const Mention& m);

// "a foreign ministers' |meeting with| X" against "meeting with X, he said": the word at `token`,
// which may be a verb of meeting, is a noun here.
[[nodiscard]] bool is_verbal_noun(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
