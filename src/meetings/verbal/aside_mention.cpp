// A sentence that says that two persons dealt with each other, whatever its verb: beside a meeting
// ("In the margins, X and Y went through the list") or with the other in front ("With Y, Minister
// of Trade, she went over the tolls").

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "verbal/behind_names.h"

namespace rapporteur::meetings {

namespace {

// How far behind the words of the occasion the first person stands, in tokens.
constexpr std::uint32_t kFront = 16;

bool is_pronoun(std::string_view word) { return word == "he" || word == "she"; }

// No noun or verb of a meeting stands there.
bool is_untold(const Context& c, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = begin; t < end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr || c.cue(t, c.cues.verb) != nullptr) return false;
  }
  return true;
}

// "On the sidelines, he |met with| X"
bool is_told_by_verb(const Context& c, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = begin; t < end; ++t) {
    if (c.cue(t, c.cues.verb) != nullptr && c.cue(t, c.cues.head) == nullptr) return true;
  }
  return false;
}

// The first who is named from `begin` on, not far behind; or null.
const names::Mention* first_person(const Context& c, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = begin; t < std::min(end, begin + kFront); ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->person != kNobody) return who;
  }
  return nullptr;
}

Mention begun(const Context& c, std::uint32_t verb) {
  Mention m;
  m.trigger = {verb, verb + 1};
  m.tokens = m.trigger;
  m.kind = "talks";
  m.verbal = true;
  m.dealt = true;
  m.sentence = c.doc.sentence_of(verb);
  return m;
}

// Those before the verb, or he before it and the other behind "with"; by telephone also right
// behind the verb.
std::optional<Mention> dealing(const Context& c, std::uint32_t verb, bool afar) {
  Mention m = begun(c, verb);
  Clause clause(c, m);
  if (!clause.subject(verb) && !clause.pronoun(verb)) return std::nullopt;
  const std::vector<std::uint32_t> subjects = m.people;
  const bool with = m.people.size() == 1 && clause.object_behind(verb, "with");
  if (afar && !with && m.people.size() == 1) clause.object(verb + 1);
  if (afar) m.kind = "call";
  m.states.clear();  // of what they spoke
  if (m.organisation || m.organ || !are_of_two_sides(c, m.people)) return std::nullopt;
  for (const std::uint32_t p : m.people) {
    if (std::find(subjects.begin(), subjects.end(), p) == subjects.end()) m.objects.push_back(p);
  }
  return m;
}

// "In the margins, ..." with the words of the occasion at `words`.
std::optional<Mention> beside_meeting(const Context& c, TokenRange words, bool afar) {
  const TokenRange s = c.sentence(words.begin);
  if (afar && is_attending(c, words)) return std::nullopt;
  const bool opens = words.begin <= s.begin + 2;
  const names::Mention* who = first_person(c, opens ? words.end : s.begin, s.end);
  // "He |had talks| in the margins with X": told by the verb before
  const std::uint32_t from = opens && who != nullptr ? who->tokens.begin : s.begin;
  if (who == nullptr || !is_untold(c, from, s.end)) return std::nullopt;
  if (opens && is_told_by_verb(c, words.end, who->tokens.begin)) return std::nullopt;
  static constexpr std::array<std::string_view, 8> kJoins{",",   "and", "of", "the",
                                                          "for", "(",   ")",  "'s"};
  const std::uint32_t verb = behind_names(c, who->tokens.begin, s.end, kJoins);
  std::optional<Mention> m = verb + 1 < s.end ? dealing(c, verb, afar) : std::nullopt;
  if (m) m->fresh = true;
  return m;
}

// "With Y, Minister of Trade, |X| went over the tolls": the last who is named before a verb.
std::optional<Mention> with_in_front(const Context& c, std::uint32_t with) {
  constexpr std::uint32_t kNear = 4;
  constexpr std::uint32_t kLongest = 30;
  const TokenRange s = c.sentence(with);
  const names::Mention* other = first_person(c, with + 1, std::min(s.end, with + 1 + kNear));
  if (other == nullptr || c.lower(other->tokens.end) != ",") return std::nullopt;
  if (!is_untold(c, with, s.end)) return std::nullopt;
  const std::uint32_t end = std::min(s.end, other->tokens.end + kLongest);
  for (std::uint32_t t = other->tokens.end + 1; t < end; ++t) {
    const bool he = is_pronoun(c.doc.lower(t)) && c.doc.lower(t - 1) == ",";
    const names::Mention* who = he ? nullptr : c.cast.starting(t);
    if (!he && (who == nullptr || who->person == kNobody || who->person == other->person)) continue;
    const std::uint32_t verb = he ? t + 1 : who->tokens.end;
    const bool lower = verb + 1 < s.end && !c.doc.is_punctuation(verb) && !c.doc.is_capital(verb) &&
                       c.doc.lower(verb) != "and" && c.doc.lower(verb) != "of";
    if (!lower) continue;
    Mention m = begun(c, verb);
    m.people.push_back(he ? antecedent(c, t) : who->person);
    m.people.push_back(other->person);
    m.objects = {other->person};
    m.tokens.begin = with;
    const bool known = m.people.front() != kNobody && m.people.front() != other->person;
    return known && are_of_two_sides(c, m.people) ? std::optional<Mention>(m) : std::nullopt;
  }
  return std::nullopt;
}

// "by telephone |with|", but "over the telephone |bill|"
bool ends_there(const Context& c, std::uint32_t at) {
  static constexpr std::array<std::string_view, 12> kLinks{
      "on", "with", "to", "that", "about", "and", "of", "for", "in", "by", "when", "while"};
  if (at >= c.doc.size() || c.doc.is_punctuation(at) || c.time_at(at) != nullptr) return true;
  return c.doc.is_capital(at) || is_one_of(c.doc.lower(at), kLinks);
}

}  // namespace

std::optional<Mention> aside_mention(const Context& c, std::uint32_t t, lexicon::CueClass aside) {
  const text::LineRole role = c.doc.sentences()[c.doc.sentence_of(t)].role;
  if (role == text::LineRole::headline) return std::nullopt;
  if (c.doc.lower(t) == "with" && t == c.sentence(t).begin) return with_in_front(c, t);
  TokenRange words;
  const lexicon::Cue* cue = c.cue(t, c.cues.link, &words);
  const bool beside = cue != nullptr && cue->value == "sidelines";
  if (!beside) cue = c.cue(t, aside, &words);
  if (cue == nullptr) return std::nullopt;
  const bool afar = cue->value == "call";
  if (afar && !ends_there(c, words.end)) return std::nullopt;
  return beside_meeting(c, words, afar);
}

}  // namespace rapporteur::meetings
