#include "organ/small_organ.h"

#include <algorithm>

#include "nominal/nominal_words.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

TokenRange small_organ_behind(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 5;
  const lexicon::CueClass organ_head = c.cues.organ_head;
  if (end == 0 || end >= c.doc.size()) return {};
  const std::uint32_t limit = std::min(c.sentence(end - 1).end, end + kLongest + 1);
  const std::uint32_t begin = c.lower(end) == "'s" || c.lower(end) == "'" ? end + 1 : end;
  for (std::uint32_t t = begin; t < limit; ++t) {
    TokenRange words;
    if (c.doc.shape(t) == text::Shape::lower && c.cue(t, organ_head, &words) != nullptr) {
      return {begin, words.end};
    }
    const std::string_view word = c.doc.lower(t);
    const bool joint = t > begin && (word == "and" || word == "-" || word == "/");
    const bool noun = c.doc.shape(t) == text::Shape::lower && !is_preposition(word) &&
                      word != "in" && word != "to" && word != "on" && word != "at" &&
                      word != "as" && word != "that" && !is_determiner(word);
    if (!joint && (!noun || word == "and" || c.cue(t, c.cues.verb) != nullptr ||
                   c.cue(t, c.cues.past) != nullptr || c.cue(t, c.cues.future) != nullptr ||
                   c.cue(t, c.cues.person_verb) != nullptr)) {
      return {};
    }
  }
  return {};
}

TokenRange small_organ_before(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 7;
  if (end == 0 || c.doc.shape(end - 1) != text::Shape::lower) return {};
  const std::uint32_t begin = c.sentence(end - 1).begin;
  for (std::uint32_t t = end; t > begin && end - t <= kLongest; --t) {
    const Tag* tag = c.tags.covering(t - 1);
    if (tag == nullptr) continue;
    if (tag->label != Label::body || tag->id == npos || tag->tokens.end != t) return {};
    const TokenRange organ = small_organ_behind(c, t);
    return organ.end == end ? organ : TokenRange{};
  }
  return {};
}

}  // namespace rapporteur::meetings
