#include "organ/name_ends.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "nominal/nominal_words.h"
#include "organ/ordinal.h"

namespace rapporteur::meetings {

using tagger::Label;
using tagger::Tag;

namespace {

constexpr std::uint32_t kLongestName = 22;
// Small nouns between a number and the noun of the meeting, and without a number.
constexpr std::uint32_t kMostNouns = 6;
constexpr std::uint32_t kFewNouns = 3;

bool is_joint(std::string_view word) {
  static constexpr std::array<std::string_view, 30> kWords{
      "in",  "at",   "on",   "to",   "as",     "that", "which", "who",  "or",   "but",
      "not", "than", "into", "over", "after",  "when", "while", "also", "is",   "are",
      "was", "were", "be",   "been", "during", "will", "would", "he",   "they", "it"};
  return is_one_of(word, kWords);
}

// A small word that may describe a meeting: no verb, no preposition, nobody.
bool is_noun(const Context& c, std::uint32_t t) {
  const std::string_view word = c.doc.lower(t);
  if (c.doc.shape(t) != text::Shape::lower || word.size() < 3) return false;
  if (is_preposition(word) || is_determiner(word) || is_joint(word)) return false;
  if (c.tags.covering(t) != nullptr || c.time_at(t) != nullptr) return false;
  for (const lexicon::CueClass verbs :
       {c.cues.verb, c.cues.light_verb, c.cues.past, c.cues.future, c.cues.past_verb,
        c.cues.person_verb, c.cues.agenda, c.cues.attend, c.cues.link, c.cues.status}) {
    if (c.cue(t, verbs) != nullptr) return false;
  }
  return true;
}

// "COMMISSION ON SECURITY |CLOSES| ITS SESSION"
bool is_shouted_verb(const Context& c, std::uint32_t t) {
  if (c.doc.shape(t) != text::Shape::upper) return false;
  return c.cue(t, c.cues.light_verb) != nullptr || c.cue(t, c.cues.verb) != nullptr;
}

// "the India-Nepal |consular| dialogue", but "Nepal |wants| dialogue"
bool may_be_verb(std::string_view word) {
  return word.ends_with("ed") || word.ends_with("ing") ||
         (word.ends_with("s") && !word.ends_with("ss"));
}

// "Executive Committee of the |Saudi-Qatari Coordination Council|": where the body ends, behind the
// states whose it is, of which no table knows; or `first`.
std::uint32_t whole_behind(const Context& c, std::uint32_t first, std::uint32_t limit) {
  constexpr std::uint32_t kSides = 4;
  for (std::uint32_t t = first; t < std::min(first + kSides, limit); ++t) {
    const Tag* tag = c.tags.covering(t);
    const std::string_view word = c.doc.lower(t);
    if (tag == nullptr && word != "-" && word != "–") return first;
    if (tag == nullptr) continue;
    if (tag->label == Label::body) {
      const bool council =
          tag->id == npos && c.cue(tag->tokens.end - 1, c.cues.body_head) != nullptr;
      return council ? tag->tokens.end : first;
    }
    if (tag->label != Label::state && tag->label != Label::nationality) return first;
    t = tag->tokens.end - 1;
  }
  return first;
}

bool is_number(const Context& c, std::uint32_t end, std::uint32_t begin) {
  return end > begin && ordinal_before(c.doc, end, begin).value > 0;
}

// "intergovernmental commission |on trade and economic cooperation| was held": what a body that is
// written like a noun deals with, up to the verb or what says where and with whom; or `end`.
std::uint32_t plain_subject_end(const Context& c, std::uint32_t end, std::uint32_t limit) {
  constexpr std::uint32_t kLongest = 10;
  const lexicon::CueClass organ_head = c.cues.organ_head;
  if (c.cue(end - 1, organ_head) == nullptr && c.cue(end - 1, c.cues.body_head) == nullptr)
    return end;
  std::uint32_t best = end;
  std::uint32_t t = end + 1;
  if (c.lower(t) == "the") ++t;
  for (const std::uint32_t first = t; t < std::min(first + kLongest, limit); ++t) {
    const std::string_view word = c.doc.lower(t);
    const bool joint = word == "and" || word == "," || word == "-" || word == "of";
    if (joint && t > first && t + 1 < limit) continue;
    const std::uint32_t whole = glued_end(c, t + 1);  // "|co-|operation"
    if ((!is_noun(c, t) && whole == t + 1) || word.ends_with("ed")) break;
    if (c.cue(t, c.cues.light_verb) != nullptr) break;  // "|co-chaired| by"
    best = whole;
    t = whole - 1;
  }
  return best;
}

}  // namespace

std::uint32_t glued_end(const Context& c, std::uint32_t end) {
  const std::uint32_t limit = end > 0 ? c.sentence(end - 1).end : end;
  while (end + 1 < limit && c.doc.lower(end) == "-" && !c.doc.space_before(end) &&
         !c.doc.space_before(end + 1) && !c.doc.is_punctuation(end + 1) &&
         c.tags.covering(end + 1) == nullptr) {
    end += 2;
  }
  return end;
}

TokenRange with_subject(const Context& c, TokenRange name, std::uint32_t limit) {
  if (name.empty()) return name;
  const std::string_view next = c.lower(name.end);
  if (!c.doc.is_capital(name.end - 1)) {
    const bool deals = next == "on" || next == "for";
    return deals ? TokenRange{name.begin, plain_subject_end(c, name.end, limit)} : name;
  }
  if (next != "on" && next != "for" && next != "of") return name;
  std::uint32_t end = name.end + 1;
  while (end < limit && c.lower(end) == "the") ++end;
  const std::uint32_t first = end;
  if (next == "of") {
    const std::uint32_t whole = whole_behind(c, first, limit);
    if (whole > first) return {name.begin, whole};
  }
  while (end < limit && end - name.begin < kLongestName && c.time_at(end) == nullptr) {
    // "on |Trade-economic|, Scientific-technical and Cultural Cooperation"
    if (const std::uint32_t glued = glued_end(c, end); end > first && glued > end) {
      end = glued;
      continue;
    }
    const bool joint = end > first && end + 1 < limit && c.doc.is_capital(end + 1) &&
                       (c.lower(end) == "and" || c.lower(end) == "," || c.lower(end) == "of");
    if ((!c.doc.is_capital(end) && !joint) || is_shouted_verb(c, end)) break;
    // "the Commission for Cooperation|, Minister X| met"
    if (c.lower(end) == "," && c.cast.office_starting(end + 1) != nullptr) break;
    const Tag* tag = c.tags.covering(joint ? end + 1 : end);
    if (tag != nullptr && (tag->label != Label::body || tag->id != npos)) break;
    ++end;
  }
  return end > first ? TokenRange{name.begin, glued_end(c, end)} : name;
}

namespace {

bool is_side(const Tag* tag) {
  return tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality);
}

bool is_dash(std::string_view word) { return word == "-" || word == "–" || word == "/"; }

void add_side(const Tag& tag, ByteSpan words, Mention& m) {
  const bool known =
      std::any_of(m.states.begin(), m.states.end(), [&](const Named& s) { return s.id == tag.id; });
  if (!known) m.states.push_back({tag.id, words});
}

// "the Joint |Tajik-Japanese| Commission": both, where the name holds them. False: it does not.
bool add_pair_inside(const Context& c, std::uint32_t begin, Mention& m) {
  const std::uint32_t end = c.doc.token_at(m.organ_span.end - 1) + 1;
  for (std::uint32_t t = begin; t < end; ++t) {
    const Tag* first = c.tags.starting(t);
    if (!is_side(first) || first->tokens.end + 1 >= end || !is_dash(c.doc.lower(first->tokens.end)))
      continue;
    const Tag* second = c.tags.starting(first->tokens.end + 1);
    if (!is_side(second) || second->id == first->id) continue;
    add_side(*first, c.doc.span(first->tokens), m);
    add_side(*second, c.doc.span(second->tokens), m);
    return true;
  }
  return false;
}

}  // namespace

void add_pair(const Context& c, Mention& m) {
  if (m.organ || m.organ_words.empty() || m.kind == "visit") return;
  const std::uint32_t begin = c.doc.token_at(m.organ_span.begin);
  const std::uint32_t first = c.sentence(begin).begin;
  if (add_pair_inside(c, begin, m)) return;
  // The second side stands before the name or was taken for its front.
  Named second;
  std::uint32_t dash = begin;
  const lexicon::Match* inside = c.matches.find(begin, lexicon::Channel::state);
  const Tag* before = begin > first ? c.tags.covering(begin - 1) : nullptr;
  if (is_side(before)) {
    second = {before->id, c.doc.span(before->tokens)};
    dash = before->tokens.begin;
  } else if (inside != nullptr && c.doc.span(inside->tokens).end < m.organ_span.end) {
    second = {c.catalogue.state_names()[inside->id].state, c.doc.span(inside->tokens)};
  }
  if (!second || second.id == npos || dash < first + 2) return;
  if (!is_dash(c.doc.lower(dash - 1))) return;
  const Tag* other = c.tags.covering(dash - 2);
  const bool body = other != nullptr && other->label == Label::body && other->id != npos;
  if (!is_side(other) && !body) return;
  if (other->tokens.end + 1 != dash || (!body && other->id == second.id)) return;
  const ByteSpan words = c.doc.span(other->tokens);
  if (body && !m.organisation) m.organisation = {other->id, words};
  const auto add = [&](const Named& state) {
    const bool known = std::any_of(m.states.begin(), m.states.end(),
                                   [&](const Named& s) { return s.id == state.id; });
    if (!known) m.states.push_back(state);
  };
  if (!body) add({other->id, words});
  add(second);
  // "the |Joint| Chad-Mali Commission"
  const std::uint32_t at = c.doc.token_at(words.begin);
  const bool joint = at > first && c.doc.is_capital(at - 1) && is_joint_word(c.doc.lower(at - 1));
  m.organ_span = {joint ? c.doc.span({at - 1, at}).begin : words.begin, m.organ_span.end};
  m.organ_words = c.words(m.organ_span);
}

bool is_of_meeting(const Context& c, std::uint32_t begin) {
  constexpr std::uint32_t kLongest = 6;
  if (begin >= c.doc.size()) return false;
  const TokenRange s = c.sentence(begin);
  bool numbered = false;
  for (std::uint32_t t = begin; t < std::min(begin + kLongest, s.end);) {
    const std::string_view word = c.doc.lower(t);
    const bool noun = word == "session" || word == "sessions" || word == "meeting";
    if (noun && c.tags.covering(t) == nullptr) return numbered;
    TokenRange words{t, t + 1};
    const bool number = ordinal_before(c.doc, t + 1, t).value > 0;
    const bool adjective = c.cue(t, c.cues.adjective, &words) != nullptr;
    if (!number && !adjective && !is_determiner(word)) return false;
    numbered = numbered || number || adjective;
    t = std::max(words.end, t + 1);
  }
  return false;
}

namespace {

// Where the adjectives of a meeting begin that end at `at`, or `at`.
std::uint32_t before_adjectives(const Context& c, std::uint32_t at, std::uint32_t begin) {
  const auto is_small = [&](std::uint32_t t) { return c.doc.shape(t) == text::Shape::lower; };
  while (at > begin && is_small(at - 1) && c.cue(at - 1, c.cues.adjective) != nullptr) --at;
  return at;
}

}  // namespace

std::uint32_t nouns_before(const Context& c, std::uint32_t end) {
  const std::uint32_t begin = c.sentence(end - 1).begin;
  bool verb = false;
  std::uint32_t at = end;
  while (at > begin && end - at < kMostNouns) {
    const std::string_view word = c.doc.lower(at - 1);
    const bool joint = at < end && (word == "and" || word == "-" || word == "/");
    if (!joint && (!is_noun(c, at - 1) || is_number(c, at, begin))) break;
    if (!joint && c.cast.covering(at - 1) != nullptr) return end;
    verb = verb || may_be_verb(word);
    --at;
  }
  if (at == end || at == begin) return end;
  if (is_number(c, at, begin)) return at;
  if (verb || end - at > kFewNouns) return end;
  // "Peru-Chile |bilateral| trade talks"
  const std::uint32_t front = before_adjectives(c, at, begin);
  if (front == begin) return end;
  const std::string_view before = c.doc.lower(front - 1);
  const Tag* tag = c.tags.covering(front - 1);
  const bool pair = tag != nullptr && tag->label != Label::person && tag->label != Label::body &&
                    front > begin + 2 && c.doc.lower(tag->tokens.begin - 1) == "-";
  TokenRange words;  // "|trilateral| defence meeting"
  const bool how = !c.doc.is_capital(at) && c.cue(at - 1, c.cues.adjective, &words) != nullptr &&
                   words.end == at;
  return is_determiner(before) || before == "a" || before == "an" || pair || how ? at : end;
}

TokenRange capital_body_at(const Context& c, std::uint32_t token, std::uint32_t limit) {
  constexpr std::uint32_t kLongest = 8;  // tokens
  static constexpr std::array<std::string_view, 4> kJoints{"of", "for", "on", "and"};
  static constexpr std::array<std::string_view, 5> kDomestic{"national", "federal", "state",
                                                             "provincial", "cabinet"};
  if (token >= limit || token >= c.doc.size()) return {};
  const std::uint32_t floor = c.sentence(token).begin;
  const bool number = ordinal_before(c.doc, token + 1, floor).value > 0;
  if (number || !c.doc.is_capital(token) || is_determiner(c.doc.lower(token))) return {};
  std::uint32_t last = token;
  for (std::uint32_t t = token; t < std::min(token + kLongest, limit); ++t) {
    const bool capital = c.doc.is_capital(t);
    if (!capital && c.doc.lower(t) != "-" && !is_one_of(c.doc.lower(t), kJoints)) break;
    if (is_one_of(c.doc.lower(t), kDomestic)) return {};
    if (c.cue(t, c.cues.head) != nullptr && c.doc.lower(t) != "ministerial") return {};
    TokenRange words;
    if (capital && c.cue(t, c.cues.organ_head, &words) != nullptr) last = std::max(last, words.end);
  }
  if (last <= token + 1) return {};
  // "Inter-Governmental Committee |of Officials|"
  const Tag* tag = c.tags.covering(last - 1);
  if (tag != nullptr && tag->label == Label::body && tag->id == npos) {
    last = std::max(last, std::min(tag->tokens.end, limit));
  }
  return with_subject(c, {token, last}, limit);
}

TokenRange capital_body_before(const Context& c, std::uint32_t end, std::uint32_t floor) {
  constexpr std::uint32_t kLongest = 12;  // tokens
  for (std::uint32_t n = std::min(kLongest, end - floor); n > 1; --n) {
    const Tag* tag = c.tags.covering(end - n);
    if (tag != nullptr && (tag->label != Label::body || tag->id != npos)) continue;
    const TokenRange name = capital_body_at(c, end - n, end);
    if (name.end == end) return name;
  }
  return {};
}

TokenRange row_of_group(const Context& c, TokenRange group) {
  static constexpr std::array<std::string_view, 4> kMarks{"'", "’", "'s", "’s"};
  static constexpr std::array<std::string_view, 3> kNouns{"dialogue", "consultations",
                                                          "consultation"};
  TokenRange noun;
  if (!is_one_of(c.lower(group.end), kMarks) || group.end + 1 >= c.doc.size()) return {};
  if (c.cue(group.end + 1, c.cues.head, &noun) == nullptr || !c.doc.is_capital(noun.end - 1)) {
    return {};
  }
  const bool row = is_one_of(c.lower(noun.end - 1), kNouns);
  return row ? TokenRange{group.begin, noun.end} : TokenRange{};
}

}  // namespace rapporteur::meetings
