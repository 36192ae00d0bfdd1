// Words of chairing that speak of another body or of another time than the meeting's.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// "the presidency |of the Andean Community|", where Mercosur meets: of a body that is neither the
// one that meets nor holds it. REQUIRES: `cue` are words of chairing. Cost: O(mentions of `draft`).
[[nodiscard]] bool is_chair_of_other_body(const Context& context, const Drafts& drafts,
                                          const Draft& draft, TokenRange cue);

// "its |upcoming| presidency", "the |former| chair", "|stepping down| from its role as chair":
// somebody who presides no longer or not yet.
[[nodiscard]] bool is_chair_of_other_time(const Context& context, TokenRange cue);

// "the Chilean |presidency| said": the office of a president.
[[nodiscard]] bool is_office_that_speaks(const Context& context, TokenRange cue);

}  // namespace rapporteur::meetings
