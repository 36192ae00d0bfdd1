#include "verbal/journey.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// May stand before a day, or alone.
bool is_small(const Context& c, std::uint32_t t) {
  static constexpr std::array<std::string_view, 14> kSmall{
      "today", "also",    "now",       "then",    "early", "late", "already",
      "again", "morning", "afternoon", "evening", "night", "here", "later",
  };
  return is_one_of(c.doc.lower(t), kSmall) || c.cue(t, c.cues.adverb) != nullptr;
}

// "on Sunday|", "from Quito|", "early|", "by train|": behind a day, a way or an adverb at `t`; or
// `t`.
std::uint32_t behind_adjunct(const Context& c, std::uint32_t t, std::uint32_t end) {
  static constexpr std::array<std::string_view, 11> kLead{
      "on", "since", "this", "of", "from", "and", "until", "for", "a", "by", ","};
  static constexpr std::array<std::string_view, 6> kCarriers{"train", "plane", "car",
                                                             "air",   "road",  "helicopter"};
  if (const time::Expression* e = c.time_at(t); e != nullptr) return e->tokens.end;
  const std::string_view word = c.doc.lower(t);
  const bool leads = t + 1 < end && is_one_of(word, kLead);
  if (const time::Expression* e = leads ? c.time_at(t + 1) : nullptr; e != nullptr) {
    return e->tokens.end;
  }
  if (word == "from") {
    const Tag* origin = place_named_at(c, t + 1);
    return origin == nullptr ? t : origin->tokens.end;
  }
  if (word == "on" && leads && c.doc.lower(t + 1) == "to") return t + 1;  // "travelled |on| to"
  if (word == "by" && leads && is_one_of(c.doc.lower(t + 1), kCarriers)) return t + 2;
  TokenRange words;
  if (c.cue(t, c.cues.duration, &words) != nullptr) return words.end;
  return is_small(c, t) ? t + 1 : t;
}

bool leads_to(std::string_view word, std::string_view frame) {
  if (frame == "in" || frame == "be" || frame == "spend") return word == "in" || word == "at";
  if (frame == "from") return word == "from";
  return word == "for" || word == "to" || word == "into";
}

}  // namespace

const Tag* place_named_at(const Context& c, std::uint32_t t) {
  const std::uint32_t end = c.sentence(t).end;
  const bool front = c.lower(t) == "the" || c.lower(t).starts_with("neighbo");
  if (front && c.tags.starting(t) == nullptr) ++t;  // "The Hague"
  const Tag* tag = t < end ? c.tags.starting(t) : nullptr;
  const bool known = tag != nullptr && tag->id != npos &&
                     (tag->label == Label::state || tag->label == Label::place);
  return known ? tag : nullptr;
}

std::uint32_t behind_adjuncts(const Context& c, std::uint32_t t, std::uint32_t end,
                              std::string_view stop) {
  constexpr std::uint32_t kLongest = 14;
  const std::uint32_t limit = std::min(end, t + kLongest);
  for (std::uint32_t next = t; t < limit; t = next) {
    if (c.doc.lower(t) == stop) break;
    next = behind_adjunct(c, t, limit);
    if (next == t) break;
  }
  return t;
}

TokenRange journey_verb(const Context& c, std::uint32_t token) {
  TokenRange verb;
  const lexicon::Cue* cue = c.cue(token, c.cues.stay, &verb);
  if (cue == nullptr) return {};
  if (cue->value.empty()) return verb;
  if (cue->value == "at") return place_named_at(c, verb.end) != nullptr ? verb : TokenRange{};
  const std::uint32_t end = c.sentence(token).end;
  // "Minister back from Lima" above a report: of a meeting as often as of a visit
  const bool body = c.doc.sentences()[c.doc.sentence_of(token)].role == text::LineRole::body;
  if (cue->value == "from" && !body) return {};
  std::uint32_t at = verb.end;
  if (cue->value == "leave") {
    if (const Tag* origin = place_named_at(c, at); origin != nullptr) at = origin->tokens.end;
  }
  const std::uint32_t behind =
      behind_adjuncts(c, at, end, cue->value == "from" ? "from" : std::string_view());
  const bool bare = behind == verb.end;  // "is in", "spent in"
  if (bare && (cue->value == "be" || cue->value == "spend")) return {};
  if (behind < end && leads_to(c.lower(behind), cue->value)) return {token, behind + 1};
  // "left |Lima| on Sunday after three days"
  const bool left = cue->value == "leave" && at > verb.end && body;
  return left ? verb : TokenRange{};
}

bool comes_home(const Context& c, const Mention& m) {
  TokenRange words;
  const lexicon::Cue* cue = m.trip ? c.cue(m.trigger.begin, c.cues.stay, &words) : nullptr;
  if (cue == nullptr) return false;
  return cue->value == "from" || (cue->value == "leave" && words.end == m.trigger.end);
}

}  // namespace rapporteur::meetings
