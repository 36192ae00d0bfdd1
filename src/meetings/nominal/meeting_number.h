// The number of a meeting: which numbers count meetings of a row, and which are part of a name.
#pragma once

#include <cstdint>

#include "draft.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

// "the |13| session of the Council": a number that stands for an ordinal before `noun`.
[[nodiscard]] Ordinal bare_number(const Context& context, std::uint32_t noun);

// "the first meeting since the enlargement", "the second in two weeks": no number of a row. "the
// Second Summit in Lima" has one. REQUIRES: an ordinal.
bool only_counts(const Context& context, const Mention& mention);

// "|4th| Foreign Secretary": the number in front of a name, unless it is a part of it ("First
// Deputy"); 0 for none.
[[nodiscard]] Ordinal number_in_front(const Context& context, TokenRange name);

// "the |Ninth| Economic and Trade Ministers' Meeting": a number that was taken for a part of the
// name of those who meet becomes the meeting's own.
void take_out_number(const Context& context, Mention& mention);

// The ordinal of the name that begins at `name`, over its adjectives: "the |14th| Ordinary
// Assembly".
[[nodiscard]] Ordinal ordinal_of_name(const Context& context, std::uint32_t name);

}  // namespace rapporteur::meetings
