// What a mention takes over from another that names its body.
#pragma once

#include "draft.h"

namespace rapporteur::meetings {

// Gives `to` the organisation and the organ of `from`, with their words.
inline void take_body(const Mention& from, Mention& to) {
  to.organisation = from.organisation;
  to.organ = from.organ;
  to.organ_words = from.organ_words;
  to.organ_span = from.organ_span;
}

}  // namespace rapporteur::meetings
