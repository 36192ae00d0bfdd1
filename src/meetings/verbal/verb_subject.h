// Who acts by a verb of meeting where the clause itself names nobody: those of whom was told
// before.
#pragma once

#include <cstdint>
#include <string_view>

#include "draft.h"

namespace rapporteur::meetings {

class Clause;

// The word before the verb, over auxiliaries and adverbs.
[[nodiscard]] std::string_view word_before(const Context& context, std::uint32_t verb);

// "X called on A and met B": the subject of the verb before.
bool share_subject(const Context& context, const Mention* before, std::string_view word,
                   Mention& mention);

// "The ministers A and B arrived in Lima. |They| will call on X": both of whom it was told.
bool share_all(const Mention* before, std::string_view word, Mention& mention);

// "A of Peru and B of Chile walked over the bridge. |They| met in Lima": those of the sentence
// before, where no meeting was told of; false if no two states are among them.
bool take_those_told(const Context& context, const Mention* before, std::string_view word,
                     Mention& mention);

// "A and B |led the delegations| which met in Lima": they met.
void take_leaders(const Context& context, Clause& clause, std::uint32_t verb,
                  const Mention& mention);

// "The Minister received X": he of whom the report spoke before.
void take_protagonist(const Context& context, Mention& mention);

// "they were received", "the ministers will be received"
[[nodiscard]] bool is_group_before(const Context& context, std::uint32_t verb);

// "|The guest| was also received by X", "|the minister| was received by X": of whom the report
// speaks.
[[nodiscard]] bool is_guest_before(const Context& context, std::uint32_t verb);

// "the Prime Minister is scheduled to meet X": an office without its name.
[[nodiscard]] bool is_office_before(const Context& context, std::uint32_t verb);

// "A delegation led by X is visiting Oman. |The delegation| met Y": he who leads it.
[[nodiscard]] bool is_delegation_before(const Context& context, std::uint32_t verb);

// "A signed a declaration on trade |together with| B": where the other begins, or 0.
std::uint32_t co_signer(const Context& context, TokenRange verb, const Mention& mention);

// "which |the two| had signed in Bishkek on 13 March": those of whom the sentence or the one before
// tells that they signed or met.
void take_signatories(const Context& context, const Mention* before, Mention& mention);

}  // namespace rapporteur::meetings
