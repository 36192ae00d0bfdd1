// Those who are bound by a treaty and meet as such: "the contracting parties to the Lusaka
// Agreement".
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// The parties to a treaty whose name ends right before the verb at `end`, over its auxiliaries; or
// nothing.
[[nodiscard]] TokenRange treaty_parties_before(const Context& context, std::uint32_t end);

// "Agreement", "Convention": the noun at `token`, in capitals, names a treaty.
[[nodiscard]] bool is_treaty_noun(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
