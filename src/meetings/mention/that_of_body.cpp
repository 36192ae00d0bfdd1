// The meeting of another body that is told of without its noun.

#include "mention/mention_parts.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

std::optional<Mention> that_of_body(const Context& c, std::uint32_t t) {
  const TokenRange s = c.sentence(t);
  const bool that = c.doc.lower(t) == "that" && c.lower(t + 1) == "of";
  if (!that || t < s.begin + 2 || c.doc.lower(t - 1) != "by") return std::nullopt;
  const std::string_view verb = c.doc.lower(t - 2);
  if (verb != "preceded" && verb != "followed") return std::nullopt;
  const std::uint32_t begin = c.lower(t + 2) == "the" ? t + 3 : t + 2;
  const Tag* tag = c.tags.starting(begin);
  const names::Office* office = c.cast.office_starting(begin);
  std::uint32_t end = begin;
  if (tag != nullptr && tag->label == Label::body) {
    end = tag->tokens.end;
  } else if (office != nullptr && office->plural) {
    end = office->tokens.end;
  } else {
    while (end < s.end && c.doc.is_capital(end)) ++end;
  }
  if (end == begin) return std::nullopt;
  Mention m;
  m.tokens = {t, end};
  m.trigger = {t, t + 1};
  m.sentence = c.doc.sentence_of(t);
  m.kind = "meeting";
  m.fresh = true;
  m.organ_span = c.doc.span({begin, end});
  m.organ_words = c.words(m.organ_span);
  if (tag != nullptr && tag->label == Label::body && tag->id != npos) {
    m.organ = {tag->id, m.organ_span};
  }
  return m;
}

}  // namespace rapporteur::meetings
