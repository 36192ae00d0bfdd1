// Small words around a meeting of a row that has no noun of its own: "the next, in Lima".
#pragma once

#include <cstdint>
#include <string_view>

#include "draft.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

// The ordinal number that begins at `token`; value 0: none.
Ordinal number_at(const Context& context, std::uint32_t token, std::uint32_t limit);
// "the future of the region", "the past" from `token` to `end`.
bool is_noun(const Context& context, std::uint32_t token, std::uint32_t end);
bool is_determiner_of_row(std::string_view word);
// What follows at `token` is no noun: a verb, a comma, a place or a day.
bool ends_phrase(const Context& context, std::uint32_t token, std::uint32_t limit);

// "the previous session", "|the fifth| was in Lima": its own words set it apart from the others of
// its row.
[[nodiscard]] bool is_of_row(const Mention& mention);

// Another meeting of the row than that told of, by the words `tokens`.
Mention told_by_row(const Context& context, TokenRange tokens, std::string_view relation);

}  // namespace rapporteur::meetings
