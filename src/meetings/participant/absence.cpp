#include "participant/absence.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using names::MentionKind;
using tagger::Label;

constexpr std::uint32_t kBefore = 5;  // tokens in which words of absence stand before a name
constexpr std::uint32_t kBehind = 8;  // and behind it

bool is_joint(std::string_view word) { return word == "," || word == "and" || word == "nor"; }

// Somebody else, or the end of a clause.
bool another_between(const Context& c, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t t = from; t < to; ++t) {
    if (c.doc.lower(t) == ";" || c.doc.lower(t) == ".") return true;
    const names::Mention* m = c.cast.starting(t);
    if (m != nullptr && m->kind != MentionKind::collective) return true;
  }
  return false;
}

// "A, Minister of Trade, |Oman was represented by| B": the state, its capital or a body right
// before the words.
bool is_told_of_state(const Context& c, std::uint32_t from, std::uint32_t words) {
  const tagger::Tag* tag = words > from ? c.tags.covering(words - 1) : nullptr;
  if (tag == nullptr || tag->label == Label::person || tag->tokens.begin <= from) return false;
  for (std::uint32_t t = from; t < tag->tokens.begin; ++t) {
    if (c.doc.lower(t) == ",") return true;
  }
  return false;
}

// "on behalf of |Oman,| Minister A", "on behalf of |Oman| A", "on behalf of |the Omani side| A":
// for whom A acts; but "on behalf of Oman's President A".
bool names_state(const Context& c, std::uint32_t from, std::uint32_t to) {
  const std::uint32_t first = c.lower(from) == "the" ? from + 1 : from;
  for (std::uint32_t t = from; t < to; ++t) {
    const tagger::Tag* tag = c.tags.covering(t);
    if (tag == nullptr) continue;
    const bool state = tag->label == Label::state;
    const std::uint32_t end = tag->tokens.end;
    if (state && c.lower(end) == ",") return true;
    const bool side = c.lower(end) == "side" && (state || tag->label == Label::nationality);
    const names::Mention* who = end < c.doc.size() ? c.cast.starting(end) : nullptr;
    const bool named =
        state && who != nullptr && who->person != kNobody && c.cast.office_starting(end) == nullptr;
    if (tag->tokens.begin == first && (side || named)) return true;
  }
  return false;
}

// "A |of Peru| and", "A |(Peru)| and", "|Peru's| A": behind what names a state at `t`, or `t`.
std::uint32_t behind_state(const Context& c, std::uint32_t t) {
  std::uint32_t at = t;
  while (c.lower(at) == "of" || c.lower(at) == "the" || c.lower(at) == "(") ++at;
  const tagger::Tag* tag = at < c.doc.size() ? c.tags.starting(at) : nullptr;
  if (tag == nullptr || (tag->label != Label::state && tag->label != Label::nationality)) return t;
  at = tag->tokens.end;
  return c.lower(at) == ")" || c.lower(at) == "'s" ? at + 1 : at;
}

// "|A of Oman, and the President of Peru, B,| stayed away", "represented |presidents A and| B":
// nothing but people who are joined, with their states.
bool is_list(const Context& c, std::uint32_t from, std::uint32_t to) {
  bool joined = false;
  for (std::uint32_t t = from; t < to;) {
    const names::Mention* m = c.cast.starting(t);
    const bool person = m != nullptr && m->kind != MentionKind::collective;
    const std::uint32_t next = person ? m->tokens.end : behind_state(c, t);
    joined = joined || c.lower(t) == "and" || c.lower(t) == "nor";
    if (next == t && !is_joint(c.lower(t)) && c.lower(t) != "the") return false;
    t = std::max(next, t + 1);
  }
  return joined;
}

// "while B represented it": of those who are there again.
bool ends_list(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kEnds{
      "while", "whereas", "but", "although", "though", "sent", "represented", "instead"};
  return is_one_of(word, kEnds);
}

// "Absent |were| A and B", "those absent |included| A"
bool leads_to_names(std::string_view word) {
  return word == "was" || word == "were" || word == "is" || word == "are" || word == "included" ||
         word == "include" || word == "includes";
}

// "missing from the |agenda| was": of a thing.
bool is_paper(std::string_view word) {
  static constexpr std::array<std::string_view, 11> kPapers{
      "agenda",      "statement", "declaration", "communique", "communiqué", "text",
      "discussions", "document",  "resolution",  "speech",     "list"};
  return is_one_of(word, kPapers);
}

// Somebody, a state or an office is named at `t`, over an article.
bool is_somebody(const Context& c, std::uint32_t t) {
  while (c.lower(t) == "the" || c.lower(t) == "both" || c.lower(t) == ":") ++t;
  const names::Mention* m = c.cast.covering(t);
  if (m != nullptr && m->kind != MentionKind::collective) return true;
  const tagger::Tag* tag = t < c.doc.size() ? c.tags.starting(t) : nullptr;
  return tag != nullptr && (tag->label == Label::state || tag->label == Label::person ||
                            tag->label == Label::nationality);
}

// "|Absent from the summit on health grounds were| A and B": up to the verb; or empty.
TokenRange inverted(const Context& c, TokenRange sentence) {
  constexpr std::uint32_t kLead = 3;      // tokens of "1. Also conspicuously"
  constexpr std::uint32_t kLongest = 16;  // tokens of "absent from the ... were"
  for (std::uint32_t t = sentence.begin; t < std::min(sentence.begin + kLead, sentence.end); ++t) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.absent, &words);
    if (cue == nullptr) {
      if (c.cast.covering(t) != nullptr) return {};
      continue;
    }
    if (cue->value != "after" && cue->value != "list") return {};
    for (std::uint32_t at = words.end - 1; at < std::min(t + kLongest, sentence.end); ++at) {
      if (is_paper(c.doc.lower(at))) return {};
      if (at >= words.end && c.cast.covering(at) != nullptr) return {};
      const bool verb = leads_to_names(c.doc.lower(at));
      if (verb) return is_somebody(c, at + 1) ? TokenRange{t, at + 1} : TokenRange{};
    }
    return {};
  }
  return {};
}

// "Two leaders |did not come|: A and B"; or empty.
TokenRange before_colon(const Context& c, TokenRange sentence) {
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const names::Mention* m = c.cast.covering(t);
    if (m != nullptr && m->person != kNobody) return {};
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.absent, &words);
    if (cue == nullptr || !cue->value.ends_with("before")) continue;
    return c.lower(words.end) == ":" && is_somebody(c, words.end) ? words : TokenRange{};
  }
  return {};
}

// In the list of those who stay away that the sentence is.
ByteSpan in_list(const Context& c, TokenRange where) {
  const TokenRange words = opening_of_absentees(c, c.sentence(where.begin));
  if (words.empty() || where.begin < words.end) return {};
  for (std::uint32_t t = words.end; t < where.begin; ++t) {
    if (ends_list(c.doc.lower(t))) return {};
  }
  return c.doc.span(words);
}

// "A, |absent| from the gathering,": a word of its own behind the name.
bool is_apposed(const Context& c, TokenRange where, TokenRange words) {
  const std::uint32_t end = behind_state(c, where.end);
  return c.lower(words.begin) == "absent" && words.begin == end + 1 && c.lower(end) == ",";
}

// "A understood |colleagues who| stayed away": the words are told of somebody without a name.
bool is_told_of_others(const Context& c, std::uint32_t from, std::uint32_t words) {
  for (std::uint32_t t = from + 1; t < words; ++t) {
    const bool noun = c.doc.lower(t) == "who" && c.doc.shape(t - 1) == text::Shape::lower &&
                      c.cast.covering(t - 1) == nullptr;
    if (noun && c.doc.lower(t - 1).ends_with("s")) return true;
  }
  return false;
}

// "|A| of Chad, and B of Mali, |did not attend|"
bool is_said_behind(const Context& c, TokenRange where, TokenRange words) {
  if (words.begin < where.end || is_told_of_state(c, where.end, words.begin)) return false;
  if (is_told_of_others(c, where.end, words.begin)) return false;
  const bool other = another_between(c, where.end, words.begin);
  const bool direct = c.cast.starting(where.end) != nullptr;
  return other ? !direct && is_list(c, where.end, words.begin) : words.begin < where.end + kBehind;
}

// "On behalf of the President |a committee was set up|": nobody acts for him who is named.
bool is_for_office(const Context& c, TokenRange where, TokenRange words) {
  constexpr std::uint32_t kReach = 14;
  static constexpr std::array<std::string_view, 6> kPassive{"was", "were", "is",
                                                            "are", "has",  "have"};
  const TokenRange s = c.sentence(words.begin);
  if (c.lower(words.begin) != "on" || words.begin != s.begin) return false;
  for (std::uint32_t t = where.end; t < std::min(where.end + kReach, s.end); ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person != kNobody) return false;
    if (is_one_of(c.doc.lower(t), kPassive)) return true;
  }
  return false;
}

// "|with the exception of| the envoy |A|"
bool is_said_before(const Context& c, TokenRange where, TokenRange words) {
  // "on behalf of |Peru Minister A|": of the state, which he speaks for
  const tagger::Tag* state = c.tags.starting(where.begin);
  const bool own = state != nullptr && state->label == Label::state &&
                   c.lower(state->tokens.end) != "'s" && c.lower(words.begin) == "on";
  if (own || is_for_office(c, where, words)) return false;
  if (words.end > where.begin || where.begin - words.end > 2) return false;
  return words.begin + kBefore >= where.begin && !another_between(c, words.end, where.begin) &&
         !names_state(c, words.end, where.begin);
}

// "ministers |represented| presidents A of Chad and |B| of Mali": for whom they came.
bool stands_for(const Context& c, std::uint32_t verb, TokenRange where) {
  const std::string_view word = c.doc.lower(verb);
  if (word != "represented" && word != "representing") return false;
  if (where.begin <= verb || (verb > 0 && leads_to_names(c.doc.lower(verb - 1)))) return false;
  const names::Mention* first = c.cast.starting(verb + 1);
  if (first == nullptr || first->person == kNobody) return false;
  return where.begin == verb + 1 || is_list(c, verb + 1, where.begin);
}

// "A excused himself, |as did| B", "A will be absent, |and so will| B": as the one before.
ByteSpan as_before(const Context& c, TokenRange where) {
  static constexpr std::array<std::string_view, 3> kLinks{"as", "so", "nor"};
  static constexpr std::array<std::string_view, 11> kAuxiliaries{
      "did", "does", "do", "will", "would", "was", "were", "is", "are", "had", "has"};
  const TokenRange s = c.sentence(where.begin);
  std::uint32_t at = where.begin;
  while (at > s.begin && c.doc.lower(at - 1) == "the") --at;
  if (at < s.begin + 3 || !is_one_of(c.doc.lower(at - 1), kAuxiliaries)) return {};
  if (!is_one_of(c.doc.lower(at - 2), kLinks)) return {};
  for (std::uint32_t t = s.begin; t + 2 < at; ++t) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.absent, &words);
    if (cue != nullptr && cue->value == "before") return c.doc.span(words);
  }
  return {};
}

// "made the trip", "came": of those who come, in the words of no table that fit here.
bool tells_of_coming(const Context& c, std::uint32_t t) {
  static constexpr std::array<std::string_view, 8> kComes{
      "came", "come", "comes", "travelled", "showed", "turned", "appeared", "attended"};
  if (is_one_of(c.doc.lower(t), kComes) || c.cue(t, c.cues.attend, "subject") != nullptr)
    return true;
  return c.doc.lower(t) == "made" && c.lower(t + 1) == "the" &&
         (c.lower(t + 2) == "trip" || c.lower(t + 2) == "journey");
}

// "|Neither| A of Peru |nor B came|": the words that deny it of one of the two; or empty.
ByteSpan neither_came(const Context& c, TokenRange where) {
  constexpr std::uint32_t kReach = 24;  // tokens from "neither" to the second, and to the verb
  const TokenRange s = c.sentence(where.begin);
  std::uint32_t neither = where.begin;
  const std::uint32_t floor = std::max(s.begin, where.begin - std::min(where.begin, kReach));
  while (neither > floor && c.doc.lower(neither) != "neither" && c.doc.lower(neither) != ";") {
    --neither;
  }
  if (c.doc.lower(neither) != "neither") return {};
  // "The summit was |postponed|; neither A nor B came": nobody stayed away from it
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    const lexicon::Cue* status = c.cue(t, c.cues.status);
    const bool off =
        status != nullptr && (status->value == "postponed" || status->value == "cancelled");
    if (off) return {};
  }
  bool nor = false;
  for (std::uint32_t t = neither; t < std::min(s.end, neither + 2 * kReach); ++t) {
    nor = nor || c.doc.lower(t) == "nor";
    if (c.doc.lower(t) == ";") return {};
    if (nor && t >= where.end && tells_of_coming(c, t)) return c.doc.span({neither, neither + 1});
  }
  return {};
}

}  // namespace

TokenRange opening_of_absentees(const Context& context, TokenRange sentence) {
  const TokenRange words = inverted(context, sentence);
  return words.empty() ? before_colon(context, sentence) : words;
}

ByteSpan words_of_absence(const Context& c, TokenRange where, bool person, bool office) {
  if (const ByteSpan words = in_list(c, where); !words.empty()) return words;
  if (const ByteSpan words = neither_came(c, where); !words.empty()) return words;
  if (const ByteSpan words = as_before(c, where); !words.empty()) return words;
  const TokenRange s = c.sentence(where.begin);
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    if (person && stands_for(c, t, where)) return c.doc.span({t, t + 1});
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.absent, &words);
    if (cue == nullptr) continue;
    // "ended |without| a deal, A said"
    if (c.doc.lower(t) == "without" && !is_somebody(c, words.end)) continue;
    if (!person && cue->value.starts_with("leader")) continue;  // "Kenya was represented by A"
    // "ministers representing |Kenya and Chad|"
    if (!person && !office && cue->value.starts_with("person")) continue;
    const bool before = cue->value.ends_with("before") && is_said_behind(c, where, words);
    const bool after = cue->value.ends_with("after") && is_said_before(c, where, words);
    if (before || after || is_apposed(c, where, words)) return c.doc.span(words);
  }
  return {};
}

}  // namespace rapporteur::meetings
