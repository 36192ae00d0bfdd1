#include "verbal/verb_judge.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"

namespace rapporteur::meetings {

namespace {

// What a visitor does, behind "called on X to".
bool is_done_on_call(std::string_view word) {
  static constexpr std::array<std::string_view, 24> kDeeds{
      "discuss", "convey", "pay",    "present",   "express", "deliver", "hand",  "exchange",
      "extend",  "say",    "bid",    "brief",     "talk",    "review",  "thank", "congratulate",
      "seek",    "submit", "inform", "introduce", "take",    "renew",   "offer", "wish"};
  return is_one_of(word, kDeeds);
}

// What begins an adjunct of a verb: "met |in| Lima".
constexpr std::array<std::string_view, 16> kAdjuncts{
    "in", "at",    "on",     "with", "for",  "to",    "by",   "after",
    "as", "under", "before", "here", "over", "about", "from", "again"};

// "called on X |and discussed| ways to deepen ties": what was done there, and nothing was asked.
bool did_on_call(const Context& c, std::uint32_t link) {
  const std::string_view verb = c.lower(link + 1);
  if (c.lower(link) != "and" || !verb.ends_with("ed")) return false;
  return is_done_on_call(verb.substr(0, verb.size() - 2)) ||
         is_done_on_call(verb.substr(0, verb.size() - 1));
}

// "called on X on Monday, |during| which they discussed how to deepen ties"
bool opens_scene(std::string_view word) {
  return word == "during" || word == "where" || word == "when" || word == "whom" || word == "which";
}

}  // namespace

// "X |called| Y on Monday", "called his Thai counterpart to discuss", but "called X a friend",
// "called Y's bluff".
bool is_rung(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 17> kBehind{
      ".",  ",",    "to",   "and",  "on", "after", "today", "yesterday", "earlier",
      "in", "late", "last", "from", "by", "this",  "of",    "before"};
  std::uint32_t at = m.trigger.end;  // "called |her Peruvian colleague| X"
  bool colleague = false;
  for (std::uint32_t steps = 0; steps < 4 && c.cast.starting(at) == nullptr; ++steps) {
    const tagger::Tag* tag = at < c.doc.size() ? c.tags.starting(at) : nullptr;
    const bool whose = tag != nullptr && (tag->label == tagger::Label::nationality ||
                                          tag->label == tagger::Label::state);
    const std::string_view word = c.lower(at);
    const bool peer = c.cue(at, c.cues.counterpart) != nullptr || word == "colleague";
    if (!whose && !peer && word != "his" && word != "her") break;
    colleague = colleague || peer;
    at = whose ? tag->tokens.end : at + 1;
  }
  const names::Mention* who = at < c.doc.size() ? c.cast.starting(at) : nullptr;
  colleague = colleague || (who != nullptr && c.cue(at, c.cues.counterpart) != nullptr);
  if (!colleague && (who == nullptr || who->person == kNobody)) return false;
  const std::uint32_t end = who != nullptr ? who->tokens.end : at;
  return is_one_of(c.lower(end), kBehind) || c.time_at(end) != nullptr;
}

bool is_on_whom(const Context& c, std::uint32_t verb) {
  for (std::uint32_t t = verb; t > c.sentence(verb).begin; --t) {
    const std::string_view link = c.doc.lower(t - 1);
    if (c.doc.lower(t) == "whom") return link == "on" || link == "upon";
  }
  return false;
}

bool sees_somebody(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 6;
  static constexpr std::array<std::string_view, 7> kFront{"the",  "his",  "her", "their",
                                                          "both", "also", "'s"};
  const std::uint32_t end = std::min(verb.end + kNear, c.sentence(verb.begin).end);
  for (std::uint32_t t = verb.end; t < end;) {
    const names::Mention* who = c.cast.starting(t);
    if (who != nullptr && who->kind == names::MentionKind::office) return true;
    if (who != nullptr && who->person != kNobody) {
      return !c.cast.people[who->person].offices.empty();
    }
    if (c.cue(t, c.cues.counterpart) != nullptr) return true;
    // "the |Secretaries of the Security Councils|"
    const bool group = c.cast.office_starting(t) != nullptr ||
                       c.matches.find(t, lexicon::Channel::organ) != nullptr;
    if (group && c.doc.lower(t).ends_with("s")) return true;
    const tagger::Tag* tag = c.tags.starting(t);
    const bool of_whom = tag != nullptr && (tag->label == tagger::Label::state ||
                                            tag->label == tagger::Label::nationality);
    if (!of_whom && !is_one_of(c.doc.lower(t), kFront)) return false;
    t = of_whom ? tag->tokens.end : t + 1;
  }
  return false;
}

bool is_only_seen(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 34> kBehind{
      "on",    "in",   "at",      "and",   "also",  "after", "before",     "during",  "for",
      "with",  "over", "about",   "today", "there", "here",  "separately", "briefly", "again",
      "this",  "last", "next",    "one",   "each",  "when",  "while",      "as",      "to",
      "later", "who",  "earlier", "then",  "from",  "ahead", "first"};
  const std::uint32_t next = m.tokens.end;
  if (next >= c.sentence(m.trigger.begin).end || c.doc.is_punctuation(next)) return true;
  return c.time_at(next) != nullptr || is_one_of(c.doc.lower(next), kBehind) ||
         is_one_of(c.doc.lower(next - 1), kBehind);
}

bool is_day_that_saw(const Context& c, const Mention& m) {
  const std::uint32_t verb = m.trigger.begin;
  const bool day = verb > c.sentence(verb).begin && c.time_at(verb - 1) != nullptr;
  return day && m.people.size() == m.objects.size();
}

// "weighs more if it |speaks with| one voice", "|spoke with| pride": a noun of no person.
bool is_saying(const Context& c, TokenRange verb) {
  static constexpr std::array<std::string_view, 9> kHow{
      "appreciation", "pride",   "concern", "confidence",  "conviction",
      "admiration",   "respect", "emotion", "satisfaction"};
  const std::string_view next = c.lower(verb.end);
  const std::string_view noun = c.lower(verb.end + 1);
  return (next == "one" && (noun == "voice" || noun == "mind")) || is_one_of(next, kHow) ||
         is_one_of(noun, kHow);
}

// "the decision to |confer| associate membership"
bool bestows(const Context& c, TokenRange verb) {
  static constexpr std::array<std::string_view, 15> kBehind{
      "with", "in",    "at",   "on",  "about", "over",  "by",     "for",
      "here", "today", "this", "and", "to",    "among", "amongst"};
  if (verb.size() > 1 || !c.doc.lower(verb.begin).starts_with("confer")) return false;
  const std::uint32_t next = verb.end;
  if (next >= c.sentence(verb.begin).end || c.doc.is_punctuation(next)) return false;
  return c.time_at(next) == nullptr && !is_one_of(c.doc.lower(next), kBehind);
}

// "|received| a report of the Executive Secretary": the noun of a thing comes before anybody.
bool is_handed(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 5;
  if (!c.doc.lower(verb.end - 1).starts_with("receiv")) return false;
  const lexicon::CueClass handed = c.lexicon.cue_class("handed");
  const std::uint32_t end = std::min(verb.end + kNear, c.sentence(verb.begin).end);
  for (std::uint32_t t = verb.end; t < end; ++t) {
    if (c.cast.covering(t) != nullptr || c.doc.is_punctuation(t)) return false;
    if (c.doc.shape(t) == text::Shape::lower && c.cue(t, handed) != nullptr) return true;
  }
  return false;
}

bool fulfils(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 5;  // tokens of "all of its new and pressing |needs|"
  if (!c.doc.lower(verb.end - 1).starts_with("me")) return false;
  const lexicon::CueClass fulfilled = c.lexicon.cue_class("fulfilled");
  const std::uint32_t end = std::min(verb.end + kNear, c.sentence(verb.begin).end);
  for (std::uint32_t t = verb.end; t < end; ++t) {
    if (c.cue(t, fulfilled) != nullptr) return true;
    if (c.cast.covering(t) != nullptr || c.doc.is_punctuation(t) || c.time_at(t) != nullptr) break;
    if (is_one_of(c.doc.lower(t), kAdjuncts)) break;
  }
  return false;
}

bool is_sent(const Context& c, TokenRange verb) {
  static constexpr std::array<std::string_view, 5> kBetween{"also", "then", "first", "has", "have"};
  const TokenRange s = c.sentence(verb.begin);
  std::uint32_t t = verb.begin;
  while (t > s.begin && is_one_of(c.doc.lower(t - 1), kBetween)) --t;
  const lexicon::CueClass handed = c.lexicon.cue_class("handed");
  const bool thing =
      t > s.begin && c.doc.shape(t - 1) == text::Shape::lower && c.cue(t - 1, handed) != nullptr;
  const std::uint32_t to = c.lower(verb.end) == "the" ? verb.end + 1 : verb.end;
  const names::Office* office = to < s.end ? c.cast.office_starting(to) : nullptr;
  return thing || (office != nullptr && office->plural);
}

// "mandated the committee |to consult with| experts": nobody who is named, nor any day.
bool is_task(const Context& c, const Mention& m) {
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.trigger.begin < begin + 2 || c.doc.lower(m.trigger.begin - 1) != "to") return false;
  const std::string_view before = c.doc.lower(m.trigger.begin - 2);
  const bool due = before == "is" || before == "are" || before == "due" || before == "was" ||
                   before == "scheduled" || before == "set" || before == "expected";
  return !due && m.people.empty() && m.states.empty() && time_beside(c, m) == kNobody;
}

// "whom he has |yet to| meet"
bool is_yet_to_come(const Context& c, std::uint32_t verb) {
  return verb > 1 && c.doc.lower(verb - 1) == "to" && c.doc.lower(verb - 2) == "yet";
}

// "resolved |to sign| agreements", of which no day is told: what they mean to do.
bool is_only_meant(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 16> kMeans{
      "agreed",    "resolved", "decided", "pledged", "vowed", "undertook", "promised", "committed",
      "intention", "intend",   "intends", "ready",   "need",  "willing",   "hoped",    "readiness"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (is_yet_to_come(c, m.trigger.begin)) return true;
  if (m.kind != "signing" || m.trigger.begin < begin + 2) return false;
  if (c.doc.lower(m.trigger.begin - 1) != "to") return false;
  const std::uint32_t day = time_beside(c, m);
  const bool told = day != kNobody && c.times[day].tokens.begin >= m.trigger.end;
  return !told && is_one_of(c.doc.lower(m.trigger.begin - 2), kMeans);
}

namespace {

// "him"; "her" where no noun follows that is hers ("sat down with |her colleague|").
bool is_one_told(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 7> kBehind{"at",  "in",   "on", "and",
                                                           "sat", "were", "was"};
  const std::string_view word = c.lower(token);
  if (word != "her") return word == "him" || word == "them";
  const std::uint32_t next = token + 1;
  return next >= c.sentence(token).end || c.doc.is_punctuation(next) ||
         is_one_of(c.doc.lower(next), kBehind);
}

// "A and B sat |beside him|", "|with her| at the table sat A and B"
bool is_beside_one_told(const Context& c, std::uint32_t verb) {
  static constexpr std::array<std::string_view, 9> kBeside{
      "beside", "besides", "by", "around", "with", "opposite", "near", "behind", "to"};
  const std::uint32_t first = c.sentence(verb).begin;
  if (is_one_of(c.lower(first), kBeside) && is_one_told(c, first + 1)) return true;
  std::uint32_t at = verb + 1;
  if (c.lower(at) == "next" || c.lower(at) == "down") ++at;
  return is_one_of(c.lower(at), kBeside) && is_one_told(c, at + 1);
}

}  // namespace

bool only_seats(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kLongest = 12;  // tokens of "next to him as co-chairman"
  static constexpr std::array<std::string_view, 3> kSits{"sat", "sits", "sit"};
  static constexpr std::array<std::string_view, 12> kWhere{"across", "opposite", "next",   "beside",
                                                           "behind", "facing",   "around", "round",
                                                           "beyond", "at",       "on",     "in"};
  if (!is_one_of(c.doc.lower(verb.begin), kSits)) return false;
  if (is_beside_one_told(c, verb.begin)) return true;
  // "A and B sat in", "sat in on it"
  const std::uint32_t behind = verb.begin + 2;
  const bool in =
      c.lower(verb.begin + 1) == "in" && (behind >= c.doc.size() || c.doc.is_punctuation(behind) ||
                                          c.lower(behind) == "on" || c.lower(behind) == "too");
  if (in) return true;
  const std::uint32_t begin = c.sentence(verb.begin).begin;
  // "|In place of| the President sat A"
  const lexicon::Cue* instead = c.cue(begin, c.cues.absent);
  if (instead != nullptr && instead->value == "person_after") return true;
  std::uint32_t first = verb.begin;
  while (first > begin && verb.begin - first < kLongest) {
    const std::string_view word = c.doc.lower(first - 1);
    if (word == "," || word == ";" || word == "and" || word == "while") break;
    const names::Mention* who = c.cast.covering(first - 1);
    if (who != nullptr && (who->person != kNobody || !who->states.empty())) return false;
    --first;
  }
  return first < verb.begin && is_one_of(c.doc.lower(first), kWhere);
}

// "|call on| the parties |to| lay down their arms", "called on Peru on Tuesday to stop": nobody is
// visited.
bool urges(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 8;
  const std::string_view verb = c.doc.lower(m.trigger.begin);
  const std::string_view on = c.lower(m.trigger.end - 1);
  if (!verb.starts_with("call") || (on != "on" && on != "upon")) return false;
  if (verb == "call" && m.objects.empty()) return true;
  const std::uint32_t end = std::min(m.tokens.end + kNear, c.sentence(m.trigger.begin).end);
  const std::uint32_t from = m.objects.empty() ? m.trigger.end : m.tokens.end - 1;
  for (std::uint32_t t = from; t < end; ++t) {
    if (t >= m.tokens.end && c.doc.is_punctuation(t)) return false;
    if (did_on_call(c, t) || opens_scene(c.doc.lower(t))) return false;
    if (c.doc.lower(t) == "to") return !is_done_on_call(c.lower(t + 1));
  }
  return false;
}

bool says_again(const Mention& before, const Mention& m) {
  return m.kind == "reception" && before.verbal && before.kind == "talks" &&
         before.sentence == m.sentence && before.people.size() == 2 &&
         std::is_permutation(before.people.begin(), before.people.end(), m.people.begin(),
                             m.people.end());
}

bool is_courtesy_call(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 20;
  if (verb.size() != 2 || !c.doc.lower(verb.begin).starts_with("call")) return false;
  if (c.doc.lower(verb.end - 1) != "on" && c.doc.lower(verb.end - 1) != "upon") return false;
  const std::uint32_t begin = c.lower(verb.end) == "the" ? verb.end + 1 : verb.end;
  const names::Mention* who = begin < c.doc.size() ? c.cast.starting(begin) : nullptr;
  if (who == nullptr || who->person == kNobody) return false;
  const std::uint32_t end = std::min(who->tokens.end + kNear, c.sentence(verb.begin).end);
  for (std::uint32_t t = who->tokens.end; t < end; ++t) {
    if (did_on_call(c, t)) return true;
    if (c.doc.lower(t) == "to") return is_done_on_call(c.lower(t + 1));
    if (c.doc.lower(t) == ";") break;
  }
  return true;
}

bool is_habit(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 6;
  static constexpr std::array<std::string_view, 8> kOften{
      "annually",   "yearly",     "regularly", "periodically",
      "biannually", "biennially", "monthly",   "quarterly"};
  static constexpr std::array<std::string_view, 6> kSpans{"year",   "years",   "month",
                                                          "months", "quarter", "week"};
  static constexpr std::array<std::string_view, 5> kTimes{"a", "per", "every", "each", "in"};
  const TokenRange s = c.sentence(m.trigger.begin);
  if (m.in_headline || c.doc.sentences()[m.sentence].role != text::LineRole::body) return false;
  const auto days = c.times_in(s);
  if (std::any_of(days.begin(), days.end(), [](const time::Expression& e) {
        return time::is_date(e.kind) && !e.edtf.empty();
      })) {
    return false;
  }
  for (std::uint32_t t = m.trigger.end; t < std::min(s.end, m.trigger.end + kNear); ++t) {
    const std::string_view word = c.doc.lower(t);
    if (is_one_of(word, kOften)) return true;
    const bool often =
        word == "once" || word == "twice" || word == "every" || word == "each" || word == "times";
    if (!often) continue;
    std::uint32_t span = t + 1;
    if (is_one_of(c.lower(span), kTimes)) ++span;
    if (is_one_of(c.lower(span), kSpans) || is_one_of(c.lower(span + 1), kSpans)) return true;
  }
  return false;
}

namespace {

// "|The last time| the three ministers met was in Lima", "|the first time| the two sat down".
bool is_last_time(const Context& c, std::uint32_t verb) {
  constexpr std::uint32_t kReach = 10;
  const std::uint32_t begin = c.sentence(verb).begin;
  for (std::uint32_t back = 2; back <= kReach && verb >= begin + back; ++back) {
    const std::uint32_t t = verb - back;
    if (c.doc.is_punctuation(t)) return false;
    if (c.doc.lower(t) != "time" || t < begin + 2) continue;
    const std::string_view which = c.doc.lower(t - 1);
    const bool row = which == "last" || which == "first" || which == "previous";
    const bool told = t < begin + 3 || c.doc.lower(t - 3) != "for";  // "for the first time"
    return row && told && c.doc.lower(t - 2) == "the";
  }
  return false;
}

}  // namespace

std::string_view relation_of(const Context& c, TokenRange verb) {
  const std::string_view before =
      verb.begin > c.sentence(verb.begin).begin ? c.doc.lower(verb.begin - 1) : std::string_view();
  const std::string_view after = c.lower(verb.end);
  if (before == "next" || after == "next") return "next";
  // "the leaders |first| met in Cairo in 1977"
  const bool somewhere = after == "in" || after == "at" || after == "on";
  if (before == "last" || (before == "first" && somewhere)) return "previous";
  return is_last_time(c, verb.begin) ? "previous" : std::string_view();
}

}  // namespace rapporteur::meetings
