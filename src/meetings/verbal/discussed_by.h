// Matters that were discussed by those who met.
#pragma once

#include <optional>

#include "clause/clause.h"
#include "draft.h"

namespace rapporteur::meetings {

// "Fish was discussed in Accra |by X of Ghana and Y of Togo|", "|by the ministers of Ghana and
// Togo|". `clause` is of `mention`.
[[nodiscard]] std::optional<Mention> discussed_by(const Context& context, Clause& clause,
                                                  Mention& mention);

}  // namespace rapporteur::meetings
