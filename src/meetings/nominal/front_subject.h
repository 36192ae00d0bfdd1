// Who meets where another clause of the sentence says so: behind the comma that closes "After talks
// with A", or before the meeting that another followed.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "|After| talks with", "|In| his talks with": the first words of the sentence, before the token
// `phrase`, open what stands in front of its subject.
[[nodiscard]] bool opens_front(const Context& context, std::uint32_t phrase);

// "A meeting with X was |followed by| talks with Y": another meeting stands right before.
[[nodiscard]] bool follows_another(const Context& context, const Mention& mention);

// "X is |also| to meet Y": apart from what was told of before.
[[nodiscard]] bool meets_also(const Context& context, const Mention& mention);

// "After |talks with A|, B flew home": B joins those of the mention. "B met A, followed by |a lunch
// with C|": B, and never A. False: the sentence is built otherwise.
bool subject_of_other_clause(const Context& context, Mention& mention);

// "After talks with A, |B met| C", with the phrase from `phrase` on: who begins at `name` behind a
// comma acts in the main clause, and is none of a list. REQUIRES: name >= 2.
[[nodiscard]] bool opens_main_clause(const Context& context, std::uint32_t phrase,
                                     std::uint32_t name);

// "A thanked B at |their meeting| in Lima": the two who are named before it, of two sides. False:
// it has somebody, or they are not two.
bool those_before_their(const Context& context, Mention& mention);

}  // namespace rapporteur::meetings
