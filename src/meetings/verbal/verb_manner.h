// In what way a verb of meeting is used: passive, on arrival, by invitation, at a table.
#pragma once

#include <cstdint>

#include "draft.h"

namespace rapporteur::meetings {

// "was warmly received": a form of "be" at most two words before the verb.
[[nodiscard]] bool is_passive(const Context& context, std::uint32_t verb);

// "was met |on arrival| by A", "received B |upon his arrival| in Lima", but "on arrival at the
// Palace": somebody is welcomed.
[[nodiscard]] bool is_on_arrival(const Context& context, const Mention& mention);

// Somebody is met on arrival: no reception by a host.
[[nodiscard]] bool at_airport(const Context& context, const Mention& mention);

// "accepted an invitation to visit Oman"
[[nodiscard]] bool is_invited(const Context& context, TokenRange verb);

// "A invited |his colleague| to visit Oman": not A, who is the subject.
[[nodiscard]] bool is_invited_by_subject(const Context& context, TokenRange verb);

// "received a phone |call| from X": behind the noun; or where the verb ends.
[[nodiscard]] std::uint32_t call_behind(const Context& context, TokenRange verb);

// "The two have met three times this year": no one meeting.
[[nodiscard]] bool is_counted(const Context& context, const Mention& mention);

// "hosted the three |for lunch|", "hosts Y |to a dinner|": at a table.
[[nodiscard]] bool is_at_table(const Context& context, std::uint32_t begin);

}  // namespace rapporteur::meetings
