// Nouns of meetings that are a part of another name, or another name of what was told last.
#pragma once

#include <cstdint>
#include <vector>

#include "draft.h"
#include "rapporteur/tagger/tagger.h"

namespace rapporteur::meetings {

// "talks on the fringes of the |event| with X": told already with the talks.
[[nodiscard]] bool is_occasion(const std::vector<Mention>& told, const lexicon::Cue& cue,
                               TokenRange words);

// "the 34th meeting of the |Summit| of Heads of State": a noun in the name of the organ that
// meets.
[[nodiscard]] bool is_of_last_organ(const Context& context, const std::vector<Mention>& told,
                                    TokenRange words);

// "meetings of the |Policy Consultations|": the name of what meets.
[[nodiscard]] bool is_in_organ(const Context& context, const std::vector<Mention>& told,
                               TokenRange words);

// "Pacific Islands Forum Leaders Meeting", "Policy Consultation Dialogue": the last noun is the
// head; "session of the General Conference" is one of that body.
[[nodiscard]] bool is_inner(const Context& context, const std::vector<Mention>& told,
                            const tagger::Tag* tag, TokenRange words);

// "the Troika Summit, hereafter called |Summit|": another name of what was named before.
[[nodiscard]] bool is_called(const Context& context, std::uint32_t t);

// The day and the place behind that other name are those of what was named.
void reach_over(const Context& context, std::vector<Mention>& told, TokenRange words);

}  // namespace rapporteur::meetings
