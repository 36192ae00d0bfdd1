// Where the names of organs really begin and end, beyond what was tagged of them.
#pragma once

#include <cstdint>

#include "draft.h"

namespace rapporteur::meetings {

// Where a name really ends that stops at a hyphen: "Commission for Co|-operation".
[[nodiscard]] std::uint32_t glued_end(const Context& context, std::uint32_t end);

// "Working Group |on Transport and Logistics|": the name with the capitals behind "on" or "for",
// which belong to a name in capitals. `limit` bounds it to the right.
[[nodiscard]] TokenRange with_subject(const Context& context, TokenRange name, std::uint32_t limit);

// "|Joint Committee on Agriculture|": the capitals from `token` on that end in the noun of a body,
// with what it deals with, no further than `limit`; empty if they do not, or if they name something
// of one state.
[[nodiscard]] TokenRange capital_body_at(const Context& context, std::uint32_t token,
                                         std::uint32_t limit);

// The same for a name that ends at `end`, the longest.
[[nodiscard]] TokenRange capital_body_before(const Context& context, std::uint32_t end,
                                             std::uint32_t floor);

// "the third |joint trade and investment| committee meeting": where the small nouns before a noun
// of meeting at `end` begin, if a number, an article or a state stands before them; or `end`.
[[nodiscard]] std::uint32_t nouns_before(const Context& context, std::uint32_t end);

// "the |Nepal-India| Joint Commission", "the |EU-Armenia| Partnership Council": adds to the mention
// the sides whose body it is, which belong to the name.
void add_pair(const Context& context, Mention& mention);

// "the senior officials' meeting of |the 9th session| of the commission": another meeting begins at
// `begin`, behind "of".
[[nodiscard]] bool is_of_meeting(const Context& context, std::uint32_t begin);

// "|Foreign Ministers|' Strategic Dialogue": the whole name of a row of talks that those of `group`
// hold; empty where none is named behind them.
TokenRange row_of_group(const Context& context, TokenRange group);

}  // namespace rapporteur::meetings
