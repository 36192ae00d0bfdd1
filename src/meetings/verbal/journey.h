// Somebody who goes to a place, is expected there or comes from there: visits told by a journey.
#pragma once

#include <optional>
#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// "|left Lima on Thursday for| Quito", "|is since Sunday in| Quito", "|reached| Quito", "|spent
// Friday and Saturday in| Quito", "|returned on Monday from| Quito" at `token`: a verb of class
// `stay` with the days and ways up to the name of the place; or nothing.
TokenRange journey_verb(const Context& context, std::uint32_t token);

// "Quito |awaits| Minister X on Friday", "the trip |takes| Minister X to Quito and Lima", "Lima |is
// the next stop| of Minister X", "Quito |is where| Minister X will be", "Minister Y |has invited|
// Minister X to Quito" at `token`: one visit for each place; empty where no office-holder from
// elsewhere goes to a known place.
std::vector<Mention> turned_journey(const Context& context, std::uint32_t token,
                                    std::uint32_t before);

// The known town or state whose name begins at `token`, over an article; or null.
const tagger::Tag* place_named_at(const Context& context, std::uint32_t token);
// Behind the days, the ways and the adverbs from `token` on, up to the word `stop` and `end`.
std::uint32_t behind_adjuncts(const Context& context, std::uint32_t token, std::uint32_t end,
                              std::string_view stop);
// The person holds an office, and of no state in which the place of `visit` is known to lie.
bool is_guest_in(const Context& context, const names::Person& person, const Mention& visit);

// "X |returned| on Monday from Lima", "X |left| Lima on Monday": the visit was before that day.
bool comes_home(const Context& context, const Mention& visit);

// "President Y gave a dinner in |his| honour, and |he| spent an hour with Minister Z": `guest`,
// whose visit was told before, or kNobody, in the scene of a meeting with the only other whom a
// clause names. REQUIRES: nothing else in `s` tells of a meeting. encounter.cpp
std::vector<Mention> encounters_of_guest(const Context& context, const text::Sentence& s,
                                         std::uint32_t guest);

// "|She| spent an hour with Minister Y", where the pronoun was taken for another of Y's state: it
// is `guest`, whose visit was told before. stay_mention.cpp
void take_guest_for_pronoun(const Context& context, std::uint32_t guest, Mention& mention);

// "Talks with Minister Y are to follow": with the guest of `visit`, which was told before, or null,
// where the noun names nobody else than one of the state that is visited. stay_mention.cpp
void take_guest_for_nobody(const Context& context, const Mention* visit, Mention& mention);

}  // namespace rapporteur::meetings
