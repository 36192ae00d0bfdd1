// The organs of organisations that no table knows.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "the |Steering Committee| of the Lake Basin Commission", "the |Board of Governors| of" it: the
// organ whose organisation's name begins at `whole`; or nothing.
[[nodiscard]] ByteSpan organ_of(const Context& context, std::uint32_t whole);

}  // namespace rapporteur::meetings
