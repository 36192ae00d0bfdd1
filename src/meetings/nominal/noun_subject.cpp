#include "nominal/noun_subject.h"

#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"

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

bool is_sitting_of(const Context& c, const Mention& noun, const Mention& whole) {
  const bool sits = noun.kind == "meeting" || noun.kind == "session";
  const bool own = noun.organisation || noun.organ || !noun.organ_words.empty();
  if (noun.verbal || !sits || own || c.lower(noun.tokens.end) != "of") return false;
  const bool beside =
      whole.tokens.begin > noun.tokens.end && whole.tokens.begin <= noun.tokens.end + 2;
  const bool summit = whole.kind == "summit" && whole.ordinal == 0 && noun.ordinal > 0;
  const bool session = whole.kind == "session" && whole.ordinal > 0 && noun.ordinal == 0;
  return beside && (summit || session);
}

void take_sitting(const Mention& noun, Mention& whole) {
  if (noun.ordinal > 0) {
    whole.ordinal = noun.ordinal;
    whole.ordinal_span = noun.ordinal_span;
  }
  if (whole.people.empty()) whole.people = noun.people;
  if (whole.states.empty()) whole.states = noun.states;
  whole.tokens.begin = noun.tokens.begin;
}

}  // namespace rapporteur::meetings
