// Where the names end that open a clause.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "draft.h"

namespace rapporteur::meetings {

// Behind all who are named from `at` on, no further than `end`: over people, offices, tags, words
// in capitals and the words of `joins` between them.
std::uint32_t behind_names(const Context& context, std::uint32_t at, std::uint32_t end,
                           std::span<const std::string_view> joins);

}  // namespace rapporteur::meetings
