#include "nominal/behind_noun.h"

#include <algorithm>

#include "clause/group_words.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

// "the meeting at |the Union's headquarters|": where, not whose.
bool is_house_of_body(const Context& c, std::uint32_t at) {
  if (is_determiner(c.lower(at))) ++at;
  const Tag* tag = c.tags.starting(at);
  if (tag == nullptr || tag->label != Label::body) return false;
  const std::uint32_t behind = tag->tokens.end;
  const bool genitive = c.lower(behind) == "'s" || c.lower(behind) == "'";
  return c.cue(genitive ? behind + 1 : behind, c.cues.venue) != nullptr;
}

// "the Indian |Navy (IN)|", "the Royal Navy |of| Oman".
std::uint32_t rest_of_side(const Context& c, std::uint32_t end) {
  const std::uint32_t limit = c.sentence(end - 1).end;
  constexpr std::uint32_t kLongest = 3;
  std::uint32_t at = end;
  while (at < limit && at - end < kLongest && c.doc.is_capital(at) &&
         c.tags.covering(at) == nullptr && c.cast.covering(at) == nullptr &&
         c.time_at(at) == nullptr) {
    ++at;
  }
  if (at < limit && c.lower(at) == "(") at = after_bracket(c, at);
  const Tag* of = at + 1 < limit && c.lower(at) == "of" ? c.tags.starting(at + 1) : nullptr;
  return of != nullptr && of->label == Label::state ? at + 1 : at;
}

// "of the Republic of Korea |(ROK)| and Japan"
std::uint32_t behind_letters(const Context& c, std::uint32_t end) {
  const std::uint32_t limit = c.sentence(end - 1).end;
  const Tag* tag = c.tags.covering(end - 1);
  const bool state = tag != nullptr && tag->label == Label::state;
  const bool letters = state && c.lower(end) == "(" && end + 2 < limit &&
                       c.doc.shape(end + 1) == text::Shape::upper && c.lower(end + 2) == ")";
  return letters ? end + 3 : end;
}

bool joins_guests(const Context& c, const Mention& m, std::uint32_t at) {
  const bool several = c.lower(m.trigger.end - 1).ends_with("s") && m.kind != "visit";
  if (!several || !is_between_few(m)) return false;
  if (opens_next_of_them(c, at)) return true;
  if (c.lower(at) != ";") return false;
  const std::uint32_t next = c.lower(at + 1) == "and" ? at + 2 : at + 1;
  const names::Mention* who = next < c.doc.size() ? c.cast.starting(next) : nullptr;
  return who != nullptr && who->person != kNobody;
}

bool are_with_several(const Context& c, const Mention& m) {
  constexpr std::uint32_t kReach = 10;  // tokens of "in Lima on Monday afternoon with"
  if (c.lower(m.trigger.end - 1) != "meetings") return false;
  const std::uint32_t end = std::min(m.tokens.end, m.trigger.end + kReach);
  for (std::uint32_t t = m.trigger.end; t < end && c.cast.covering(t) == nullptr; ++t) {
    if (c.doc.lower(t) == "with") return true;
  }
  return false;
}

bool opens_list(const Context& c, const Mention& m, std::uint32_t at) {
  return opens_first_of_them(c, at) && c.lower(m.trigger.end - 1).ends_with("s");
}

}  // namespace rapporteur::meetings
