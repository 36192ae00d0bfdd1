// A meeting named by its noun, of which the sentence tells more: by a verb whose subject it is, or
// by the summit of which it is a sitting.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "a summit |expected to gather| the leaders", "a forum |that will assemble| ministers": the noun,
// told last, is the subject of the verb.
bool gathers_others(const Context& context, const Mention& noun, TokenRange verb);

// "|The meeting| brought together X and Y |to discuss| water": what they met for.
bool is_matter_of_noun(const Context& context, const Mention& noun, TokenRange verb);

// "the |21st ordinary meeting of the| summit of heads of state", "the |meeting of the| 9th
// session": one meeting, in two nouns.
bool is_sitting_of(const Context& context, const Mention& noun, const Mention& whole);

// Gives what the first noun tells of that meeting to the other.
void take_sitting(const Mention& noun, Mention& whole);

}  // namespace rapporteur::meetings
