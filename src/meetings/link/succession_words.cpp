#include "link/succession_words.h"

#include "mention/mention_parts.h"

namespace rapporteur::meetings {

Ordinal number_at(const Context& c, std::uint32_t t, std::uint32_t limit) {
  for (std::uint32_t length = 3; length >= 1; --length) {
    if (t + length > limit) continue;
    const Ordinal o = ordinal_before(c.doc, t + length, t);
    if (o.value > 0 && o.tokens.begin == t) return o;
  }
  return {};
}

// "the future of the region", "the past"
bool is_noun(const Context& c, std::uint32_t t, std::uint32_t end) {
  const std::string_view word = c.doc.lower(t);
  return end == t + 1 && (word == "future" || word == "past");
}

bool is_determiner_of_row(std::string_view word) {
  return word == "the" || word == "its" || word == "their" || word == "a";
}

// What follows is no noun: a verb, a comma, a place or a day.
bool ends_phrase(const Context& c, std::uint32_t at, std::uint32_t limit) {
  if (at >= limit) return false;
  const std::string_view word = c.doc.lower(at);
  const bool joint = word == "," || word == "in" || word == "at" || word == "(" || word == "on" ||
                     word == "is" || word == "being" || word == "having" || word == "to" ||
                     word == "goes" || word == "falls" || word == "has" || word == "would" ||
                     word == "took" || word == "takes" || word == "—" || word == "–" ||
                     word == "-" || word == "due" || word == "planned" || word == "scheduled" ||
                     word == "of" || word == "set" || word == "dates" || word == "dated";
  return joint || c.cue(at, c.cues.past) != nullptr || c.cue(at, c.cues.future) != nullptr;
}

bool is_of_row(const Mention& m) {
  const bool number = !m.verbal && m.ordinal > 0 && m.tokens.size() == 1;
  return !m.relation.empty() || number;
}

Mention told_by_row(const Context& c, TokenRange tokens, std::string_view relation) {
  Mention m = event_mention(c, tokens, tokens, relation);
  m.in_headline = c.doc.sentences()[m.sentence].role == text::LineRole::headline;
  return m;
}

}  // namespace rapporteur::meetings
