#include "mention/numbered_council.h"

#include "mention/mention_parts.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

namespace {

// "the ninth |Joint Commission|, on which X was joined by Y": the body of two states that meets.
std::optional<Mention> numbered_joint_body(const Context& c, std::uint32_t t) {
  const TokenRange s = c.sentence(t);
  if (!c.doc.is_capital(t)) return std::nullopt;
  TokenRange words;
  const lexicon::Cue* organ = c.cue(t, c.cues.organ_head, &words);
  if (organ == nullptr || organ->value != "joint" || words.size() < 2) return std::nullopt;
  const Ordinal ordinal = ordinal_before(c.doc, t, s.begin);
  if (ordinal.value == 0 || c.cue(words.end, c.cues.head) != nullptr) return std::nullopt;
  Mention m;
  m.tokens = {ordinal.tokens.begin, words.end};
  m.trigger = words;
  m.sentence = c.doc.sentence_of(t);
  m.kind = "meeting";
  m.in_headline = c.doc.sentences()[m.sentence].role == text::LineRole::headline;
  m.ordinal = ordinal.value;
  m.ordinal_span = c.doc.span(ordinal.tokens);
  m.organ_span = c.doc.span(words);
  m.organ_words = c.words(m.organ_span);
  return m;
}

// "of the Indian Ocean Commission" at `of`: the organisation whose body it is; or null.
const Tag* owner_behind(const Context& c, std::uint32_t of) {
  if (c.lower(of) != "of") return nullptr;
  const std::uint32_t at = c.lower(of + 1) == "the" ? of + 2 : of + 1;
  const Tag* tag = at < c.doc.size() ? c.tags.starting(at) : nullptr;
  const bool body = tag != nullptr && tag->label == Label::body && tag->id != npos;
  return body && !names_organ(c, *tag) ? tag : nullptr;
}

// "The Commission held |its| 36th Council", "the Commission's ministers at |their| 36th Council":
// the organisation that stands before in the sentence; or null.
const Tag* owner_told(const Context& c, std::uint32_t number) {
  const std::uint32_t begin = c.sentence(number).begin;
  if (number < begin + 2) return nullptr;
  if (c.doc.lower(number - 1) != "its" && c.doc.lower(number - 1) != "their") return nullptr;
  for (std::uint32_t t = number - 1; t-- > begin;) {
    const Tag* tag = c.tags.starting(t);
    if (tag == nullptr || tag->label != Label::body || tag->id == npos) continue;
    return names_organ(c, *tag) ? nullptr : tag;
  }
  return nullptr;
}

// "the 21st |Council| of the Indian Ocean Commission"
std::optional<Mention> numbered_organ(const Context& c, std::uint32_t t) {
  if (!c.doc.is_capital(t) || c.cue(t, c.cues.body_head) == nullptr) return std::nullopt;
  const Ordinal ordinal = ordinal_before(c.doc, t, c.sentence(t).begin);
  const Tag* owner = ordinal.value > 0 ? owner_behind(c, t + 1) : nullptr;
  const std::uint32_t end = owner != nullptr ? owner->tokens.end : t + 1;
  if (owner == nullptr && ordinal.value > 0) owner = owner_told(c, ordinal.tokens.begin);
  if (owner == nullptr) return std::nullopt;
  Mention m;
  m.tokens = {ordinal.tokens.begin, end};
  m.trigger = {t, t + 1};
  m.sentence = c.doc.sentence_of(t);
  m.kind = "meeting";
  m.in_headline = c.doc.sentences()[m.sentence].role == text::LineRole::headline;
  m.ordinal = ordinal.value;
  m.ordinal_span = c.doc.span(ordinal.tokens);
  m.organisation = {owner->id, c.doc.span(owner->tokens)};
  m.organ_span = c.doc.span(m.trigger);
  m.organ_words = c.words(m.organ_span);
  return m;
}

}  // namespace

std::optional<Mention> numbered_council(const Context& c, std::uint32_t t) {
  std::optional<Mention> joint = numbered_joint_body(c, t);
  return joint ? joint : numbered_organ(c, t);
}

}  // namespace rapporteur::meetings
