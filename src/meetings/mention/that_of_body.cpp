// The meeting of another body that is told of without its noun.

#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

namespace {

// The name of the body or the office of the group that begins at `begin`; empty if there is none.
TokenRange body_at(const Context& c, std::uint32_t begin) {
  const Tag* tag = c.tags.starting(begin);
  const names::Office* office = c.cast.office_starting(begin);
  const std::uint32_t limit = c.sentence(begin).end;
  std::uint32_t end = begin;
  TokenRange words;
  if (tag != nullptr && tag->label == Label::body) {
    end = tag->tokens.end;
  } else if (c.cue(begin, c.cues.officials, &words) != nullptr) {
    end = words.end;  // "that of |the experts|"
  } else if (office != nullptr && office->plural) {
    end = office->tokens.end;
  } else {
    while (end < limit && c.doc.is_capital(end)) ++end;
  }
  return {begin, end};
}

// A meeting of that body or group, told by the words from `begin` on.
Mention told_of(const Context& c, std::uint32_t begin, TokenRange body) {
  Mention m;
  m.tokens = {begin, body.end};
  m.trigger = {begin, begin + 1};
  m.sentence = c.doc.sentence_of(begin);
  m.kind = "meeting";
  m.fresh = true;
  m.organ_span = c.doc.span(body);
  m.organ_words = c.words(m.organ_span);
  const Tag* tag = c.tags.starting(body.begin);
  if (tag != nullptr && tag->label == Label::body && tag->id != npos) {
    m.organ = {tag->id, m.organ_span};
  }
  return m;
}

}  // namespace

std::optional<Mention> that_of_body(const Context& c, std::uint32_t t) {
  const TokenRange s = c.sentence(t);
  const bool that = c.doc.lower(t) == "that" && c.lower(t + 1) == "of";
  if (!that || t < s.begin + 2 || c.doc.lower(t - 1) != "by") return std::nullopt;
  const std::string_view verb = c.doc.lower(t - 2);
  if (verb != "preceded" && verb != "followed") return std::nullopt;
  const TokenRange body = body_at(c, c.lower(t + 2) == "the" ? t + 3 : t + 2);
  if (body.empty()) return std::nullopt;
  return told_of(c, t, body);
}

std::optional<Mention> so_did_body(const Context& c, std::uint32_t t, const Mention& before) {
  static constexpr std::array<std::string_view, 6> kDid{"had", "did", "has", "have", "was", "were"};
  const bool so = c.doc.lower(t) == "so" && is_one_of(c.lower(t + 1), kDid);
  if (!so || before.sentence != c.doc.sentence_of(t) || before.in_headline) return std::nullopt;
  if (before.kind != "meeting" || !before.people.empty() || c.lower(t + 2) != "the") {
    return std::nullopt;
  }
  const TokenRange other = body_at(c, t + 3);
  if (other.empty()) return std::nullopt;
  Mention m = told_of(c, t, other);
  m.trigger = {t + 1, t + 2};
  m.verbal = true;
  m.group = before.group;
  m.time = before.time;
  m.place = before.place;
  m.country = before.country;
  return m;
}

}  // namespace rapporteur::meetings
