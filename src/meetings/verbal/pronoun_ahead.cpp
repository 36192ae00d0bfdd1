#include "verbal/pronoun_ahead.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

std::uint32_t group_told(const Context& c, const Clause& clause, std::uint32_t verb) {
  for (std::uint32_t t = c.sentence(verb).begin; t + 1 < verb; ++t) {
    if (c.doc.lower(t) != "the") continue;
    const std::uint32_t end = clause.group_of_body(t + 1);
    if (end > t + 1 && end < verb) return end;
  }
  return verb;
}

bool is_pronoun_ahead(const Context& c, std::uint32_t verb) {
  static constexpr std::array<std::string_view, 6> kFronts{"when",  "as",     "while",
                                                           "after", "before", "once"};
  const std::uint32_t front = behind_dateline(c, verb).begin;
  const std::string_view pronoun = c.lower(front + 1);
  return front + 2 == verb && is_one_of(c.doc.lower(front), kFronts) &&
         (pronoun == "they" || pronoun == "it");
}

void take_states_behind_comma(const Context& c, Clause& clause, Mention& m) {
  constexpr std::uint32_t kReach = 14;
  const std::uint32_t end = std::min(m.trigger.end + kReach, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.trigger.end; t + 1 < end; ++t) {
    if (c.doc.lower(t) != ",") continue;
    const tagger::Tag* state = c.tags.starting(t + 1);
    if (state == nullptr || state->label != tagger::Label::state) continue;
    const TokenRange words = m.tokens;
    clause.object(t + 1);
    m.tokens = words;  // beside which place and day stand
    return;
  }
}

}  // namespace rapporteur::meetings
