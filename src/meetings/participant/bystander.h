// Who is named beside a meeting without taking part in it, and who takes part by a bare name.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "a letter from |the Mauritanian President A|". Cost: O(1).
bool is_spoken_of(const Context& context, TokenRange person);

// "proposed a meeting between |A| and |B|", "a possible summit of |the presidents of| Peru and
// Chile": of a meeting that nobody has agreed on.
[[nodiscard]] bool is_of_unmet(const Context& context, TokenRange who);

// "|Prince| Ali bin Said", who needs no office.
bool is_noble(const Context& context, TokenRange person);

// "|A|, B and C took part", "present were A and |B|": in a row of people beside such words.
[[nodiscard]] bool is_told_to_attend(const Context& c, TokenRange person);

// The sentence tells of an airport, where guests are met and seen off.
[[nodiscard]] bool is_at_airport(const Context& c, TokenRange person);

// "|Foreign Minister A| said that a summit between the prime ministers of Peru and Chile would be
// held": the meeting is between others than him.
[[nodiscard]] bool speaks_of_others(const Context& context, const record::Meeting& meeting,
                                    const names::Mention& person);

// "Was met on arrival by A": who welcomes a guest takes no part in what he came for.
[[nodiscard]] bool is_welcomer(const Context& c, TokenRange person);

// "|A|, Deputy Secretary-General, told reporters that it will be held in May": who tells of a
// meeting to come and, being neither a leader nor a minister of a session, need not be there.
[[nodiscard]] bool only_announces(const Context& context, const record::Meeting& meeting,
                                  const names::Mention& person);

// "A received B", "A held talks with B": the sentence tells that some of it meet one another.
bool meets_somebody(const Context& context, TokenRange person);

// "the war against |Ukraine|", "the integrity |of Ukraine|", where no office is of it: what is
// talked about rather than who talks.
[[nodiscard]] bool is_state_spoken_of(const Context& context, TokenRange state);

// "Tendai Moyo in Harare", "By Tendai Moyo": a line that says who wrote the report.
[[nodiscard]] bool is_byline(const Context& context, TokenRange person);

// The token before a list of states ("|in| Mali, Guinea and Benin") one of which starts at `state`;
// `floor` at the earliest. REQUIRES: state > floor.
[[nodiscard]] std::uint32_t before_list(const Context& context, std::uint32_t floor,
                                        std::uint32_t state);

}  // namespace rapporteur::meetings
