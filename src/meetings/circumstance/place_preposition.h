// What the words before the name of a place make of it: where something happens, or where somebody
// goes.
#pragma once

#include <cstdint>

#include "draft.h"
#include "rapporteur/tagger/tagger.h"

namespace rapporteur::meetings {

// "in |Baku|", "in the Saudi city of |Mecca|", "|Baku| is the venue", "|Baku| hosted": something
// happens in the place named at `token`. REQUIRES: a tag covers it.
[[nodiscard]] bool is_where(const Context& context, std::uint32_t token);

// "a team was sent |to Juba|", but not "the meeting moved to Kigali".
[[nodiscard]] bool is_towards(const Context& context, const tagger::Tag& place);

}  // namespace rapporteur::meetings
