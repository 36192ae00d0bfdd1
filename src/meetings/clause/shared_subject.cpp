#include "clause/shared_subject.h"

namespace rapporteur::meetings {

bool ends_other_clause(const Context& c, const names::Mention& who, std::uint32_t begin) {
  const std::uint32_t verb = who.tokens.end + 1;
  if (c.lower(who.tokens.end) != "and") return false;
  const bool goes_on = c.cue(verb, c.cues.future) != nullptr ||
                       c.cue(verb, c.cues.light_verb) != nullptr || c.lower(verb) == "then" ||
                       c.lower(verb) == "later" || c.lower(verb) == "also";
  if (!goes_on) return false;
  for (std::uint32_t t = begin; t < who.tokens.begin; ++t) {
    if (c.lower(t) == "he" || c.lower(t) == "she") return true;
    const names::Mention* first = c.cast.starting(t);
    if (first != nullptr && first->person != kNobody) return first->person != who.person;
  }
  return false;
}

}  // namespace rapporteur::meetings
