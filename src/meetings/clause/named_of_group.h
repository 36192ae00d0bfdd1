// The words by which a report names some of a group: "including", "with, among others, X".
#pragma once

#include <cstdint>

#include "draft.h"

namespace rapporteur::meetings {

// "colleagues, |including| X", "ten meetings, |among them with| X": behind the words at `token`
// that name some of those told of before; or `token`.
[[nodiscard]] std::uint32_t behind_naming(const Context& context, std::uint32_t token);

// "with|, among others,| X": behind the words at `token` that say that there were more; or `token`.
[[nodiscard]] std::uint32_t behind_among_others(const Context& context, std::uint32_t token);

// "with |several countries, including| Peru and Chile": behind the words of the group at `token`,
// which names nobody, and those that name some of it; or `token`.
[[nodiscard]] std::uint32_t behind_group(const Context& context, std::uint32_t token);

}  // namespace rapporteur::meetings
