// Groups of states that are told together: round a table, or as the guests of one.
#pragma once

#include <optional>

#include "clause/clause.h"
#include "draft.h"

namespace rapporteur::meetings {

// "|Around the table| in Lima on Friday were X and Y": who they are stands behind a verb of being.
// `clause` is of `mention`.
[[nodiscard]] std::optional<Mention> seated_mention(const Context& context, Clause& clause,
                                                    Mention& mention);

// "X of Peru and Y of Chile |were joined| in Lima on Monday by Z": told by no noun of a meeting.
[[nodiscard]] std::optional<Mention> joined_mention(const Context& context, Clause& clause,
                                                    Mention& mention);

// "welcomed in Lima |his colleagues from Chile and Peru|", but "welcomed |the decision| of his
// colleagues": a group of states behind nothing but a place or a day.
[[nodiscard]] bool welcomes_group(const Context& context, const Mention& mention);

}  // namespace rapporteur::meetings
