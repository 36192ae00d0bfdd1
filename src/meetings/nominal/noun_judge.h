// What looks like the noun of a meeting and names none.
#pragma once

#include <string>
#include <vector>

#include "draft.h"
#include "rapporteur/tagger/tagger.h"

namespace rapporteur::meetings {

// "round" without a number, "ready for dialogue", "no meeting", "said that dialogue must go on".
[[nodiscard]] bool names_no_meeting(const Context& context, const Mention& mention);
// "Lima and Quito had an |exchange| of views": two sides or more, each of which is named.
[[nodiscard]] bool is_exchange_of_sides(const Context& context, const Mention& mention);
// "a series of bilateral meetings with heads of parliaments": no one meeting.
[[nodiscard]] bool is_series(const Context& context, const Mention& mention);
// "the 25th round of talks" with the round at `words`: the talks are the noun.
[[nodiscard]] bool is_round_of(const Context& context, const lexicon::Cue& cue, TokenRange words);
// "the Pacific Islands Forum" is an organisation, no forum. `tag` covers the noun, or is null.
[[nodiscard]] bool is_body(const Context& context, const tagger::Tag* tag, TokenRange words,
                           const lexicon::Cue& cue);
// The organisations that no table knows and of whose summits or ministers the report speaks,
// folded: "the fourth summit of the |Reed Lakes Forum|". At most a few. Cost: O(tags).
[[nodiscard]] std::vector<std::string> owners_of_summits(const Context& context);
// Then "the |Lakes Forum|" is one of them, and no forum. `tag` covers the noun, or is null.
[[nodiscard]] bool is_owner(const Context& context, const tagger::Tag* tag,
                            const std::vector<std::string>& owners);
// "co-chair of the Partners |Forum|", "member of the Peace |Conference|": a body that is led.
[[nodiscard]] bool is_led(const Context& context, const tagger::Tag* tag, TokenRange words);

// A word of sport, companies or the domestic house in the phrase or right beside it.
[[nodiscard]] bool is_something_else(const Context& context, const Mention& mention);
// "a meeting of the Russian Security Council": an organ that one state has by itself.
[[nodiscard]] bool is_of_one_state(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
