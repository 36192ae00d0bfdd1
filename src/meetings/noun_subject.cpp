#include "noun_subject.h"

#include <array>

#include "mention_parts.h"
#include "word_list.h"

namespace rapporteur::meetings {

namespace {

// `noun` stands before the verb in its sentence.
bool is_before(const Context& c, const Mention& noun, TokenRange verb) {
  return !noun.verbal && noun.trigger.end <= verb.begin &&
         noun.sentence == c.doc.sentence_of(verb.begin);
}

}  // namespace

bool gathers_others(const Context& c, const Mention& noun, TokenRange verb) {
  constexpr std::uint32_t kReach = 5;  // tokens of "that is expected to"
  static constexpr std::array<std::string_view, 4> kBehind{"in", "on", "at", "for"};
  const std::string_view word = c.doc.lower(verb.end - 1);
  if (!word.starts_with("gather") && !word.starts_with("assembl")) return false;
  if (!is_before(c, noun, verb) || verb.begin > noun.tokens.end + kReach) return false;
  for (std::uint32_t t = noun.tokens.end; t < verb.begin; ++t) {
    if (c.doc.is_punctuation(t) || c.cast.covering(t) != nullptr) return false;
  }
  return verb.end < c.doc.size() && !c.doc.is_punctuation(verb.end) &&
         !is_one_of(c.lower(verb.end), kBehind);
}

bool is_matter_of_noun(const Context& c, const Mention& noun, TokenRange verb) {
  constexpr std::uint32_t kReach = 60;  // tokens of those who were brought together
  if (!is_before(c, noun, verb) || c.doc.lower(verb.begin - 1) != "to") return false;
  if (verb.begin - noun.trigger.end > kReach) return false;
  for (std::uint32_t t = noun.trigger.end; t < verb.begin; ++t) {
    if (c.cue(t, c.cues.gathers) != nullptr) return true;
  }
  return false;
}

bool is_meeting_of_summit(const Context& c, const Mention& noun, const Mention& summit) {
  const bool sits = noun.kind == "meeting" || noun.kind == "session";
  if (noun.verbal || !sits || noun.ordinal == 0) return false;
  if (summit.kind != "summit" || summit.ordinal > 0) return false;
  return c.lower(noun.tokens.end) == "of" && summit.trigger.begin > noun.tokens.end &&
         summit.trigger.begin <= noun.tokens.end + 2;
}

void take_number(const Mention& noun, Mention& summit) {
  summit.ordinal = noun.ordinal;
  summit.ordinal_span = noun.ordinal_span;
  summit.tokens.begin = noun.tokens.begin;
}

}  // namespace rapporteur::meetings
