#include "circumstance/speech_time.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "circumstance/whereabouts.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

// "announced the visit |on Tuesday| and said that"
bool goes_on_to_say(const Context& c, const time::Expression& e) {
  if (c.lower(e.tokens.end) != "and") return false;
  for (const lexicon::Match& m : c.matches.at(e.tokens.end + 1)) {
    if (m.channel != lexicon::Channel::act || c.lower(m.tokens.end) != "that") continue;
    const catalogue::SpeechActForm& form = c.catalogue.speech_act_forms()[m.id];
    if (c.catalogue.speech_acts()[form.act].act_class == catalogue::ActClass::announce) return true;
  }
  return false;
}

// "|On Monday|, the ministry announced that X will visit Peru": the day opens the sentence, and
// what was told is still to come.
bool opens_news(const Context& c, const time::Expression& e) {
  constexpr std::uint32_t kReach = 12;
  const TokenRange s = behind_dateline(c, e.tokens.begin);
  std::uint32_t first = e.tokens.begin;
  if (first > s.begin && c.doc.lower(first - 1) == "on") --first;
  if (first > s.begin && c.doc.lower(first - 1) == "earlier") --first;
  if (first != s.begin) return false;
  for (std::uint32_t t = e.tokens.end; t + 1 < std::min(s.end, e.tokens.end + kReach); ++t) {
    if (c.cue(t, c.cues.head) != nullptr || c.cue(t, c.cues.verb) != nullptr) return false;
    for (const lexicon::Match& m : c.matches.at(t)) {
      if (m.channel != lexicon::Channel::act || c.lower(m.tokens.end) != "that") continue;
      const catalogue::SpeechActForm& form = c.catalogue.speech_act_forms()[m.id];
      const auto kind = c.catalogue.speech_acts()[form.act].act_class;
      if (kind != catalogue::ActClass::announce && kind != catalogue::ActClass::position) continue;
      for (std::uint32_t ahead = m.tokens.end; ahead < s.end; ++ahead) {
        if (c.doc.lower(ahead) == "would" || c.cue(ahead, c.cues.future) != nullptr) return true;
      }
      return false;
    }
  }
  return false;
}

// "said |in a press statement issued| on Monday", "told |a news conference| on Monday": where the
// words begin that end at `end` and say by what means it was told; or `end`.
std::uint32_t before_medium(const Context& c, std::uint32_t end, std::uint32_t floor) {
  constexpr std::uint32_t kLongest = 5;  // words from the medium back to its preposition
  std::uint32_t at = end;
  if (at > floor && c.cue(at - 1, c.cues.medium, "made") != nullptr) --at;
  if (at == floor || c.cue(at - 1, c.cues.medium, "medium") == nullptr) return end;
  for (std::uint32_t back = 2; back <= kLongest && at >= floor + back; ++back) {
    if (c.cue(at - back, c.cues.medium, "by") != nullptr) return at - back;
    if (c.cue(at - back, c.cues.medium, "tells") != nullptr) return at - back + 1;
    if (c.doc.is_punctuation(at - back)) return end;
  }
  return end;
}

// "told |the Post| on Monday": where the name of the paper begins that ends at `end`; or `end`.
std::uint32_t before_paper(const Context& c, std::uint32_t end, std::uint32_t floor) {
  constexpr std::uint32_t kLongest = 3;  // capitals of the name
  std::uint32_t at = end;
  while (at > floor && end - at < kLongest && c.doc.is_capital(at - 1)) --at;
  if (at == end) return end;
  if (at > floor && c.doc.lower(at - 1) == "the") --at;
  return at > floor && c.doc.lower(at - 1) == "told" ? at : end;
}

// "told reporters on Monday |after the session|": told on the day of the session.
bool is_beside_meeting(const Context& c, const time::Expression& e, std::uint32_t limit) {
  constexpr std::uint32_t kNear = 8;
  static constexpr std::array<std::string_view, 4> kBeside{"after", "following", "during", "at"};
  if (!is_one_of(c.lower(e.tokens.end), kBeside)) return false;
  for (std::uint32_t t = e.tokens.end + 1; t < std::min(e.tokens.end + kNear, limit); ++t) {
    if (c.doc.lower(t) == ",") return false;
    if (c.cue(t, c.cues.head) != nullptr) return true;
  }
  return false;
}

// "will be held, he said |in Lima| on Tuesday", "said in a statement |in Lima| tonight": before the
// town that ends at `at`, or `at`.
std::uint32_t before_town(const Context& c, std::uint32_t begin, std::uint32_t at) {
  const tagger::Tag* town = at > begin ? c.tags.covering(at - 1) : nullptr;
  if (town == nullptr || town->label != tagger::Label::place) return at;
  const std::uint32_t in = town->tokens.begin;
  const bool there = in > begin + 1 && c.doc.lower(in - 1) == "in";
  if (!there) return at;
  const bool told = is_place_of_speech(c, in - 1) || before_medium(c, in - 1, begin) < in - 1;
  return told ? in - 1 : at;
}

}  // namespace

bool is_told_to_paper(const Context& c, const time::Expression& e) {
  const std::uint32_t begin = c.sentence(e.tokens.begin).begin;
  std::uint32_t at = e.tokens.begin;
  if (at > begin && c.doc.lower(at - 1) == "on") --at;
  return before_paper(c, at, begin) < at;
}

bool is_time_of_speech(const Context& c, const time::Expression& e) {
  const TokenRange s = c.sentence(e.tokens.begin);
  std::uint32_t at = e.tokens.begin;
  if (is_beside_meeting(c, e, s.end)) return false;
  if (e.tokens.end + 1 < s.end && (goes_on_to_say(c, e) || opens_news(c, e))) return true;
  for (std::uint32_t t = e.tokens.begin; t > s.begin && e.tokens.begin - t < 12; --t) {
    if (c.doc.lower(t - 1) == "according") return true;
    if (c.cue(t - 1, c.cues.head) != nullptr) break;
  }
  if (at > s.begin && (c.doc.lower(at - 1) == "on" || c.doc.lower(at - 1) == "here")) --at;
  if (at > s.begin && (c.doc.lower(at - 1) == "here")) --at;
  at = before_town(c, s.begin, at);
  at = before_medium(c, at, s.begin);
  at = before_paper(c, at, s.begin);
  for (std::uint32_t back = 1; back <= 3 && at >= s.begin + back; ++back) {
    for (const lexicon::Match& m : c.matches.at(at - back)) {
      if (m.channel != lexicon::Channel::act || m.tokens.end != at) continue;
      if (c.doc.lower(at - 1) == "states") continue;  // "the member states today reviewed"
      const catalogue::SpeechActForm& form = c.catalogue.speech_act_forms()[m.id];
      const catalogue::ActClass kind = c.catalogue.speech_acts()[form.act].act_class;
      if (kind == catalogue::ActClass::announce || kind == catalogue::ActClass::position) {
        return true;
      }
    }
  }
  const bool after_said =
      at > s.begin && (c.doc.lower(at - 1) == "said" || c.doc.lower(at - 1) == "reporters");
  return after_said;
}

bool is_speaker(const Context& c, std::uint32_t begin) {
  constexpr std::uint32_t kLongest = 10;
  static constexpr std::array<std::string_view, 16> kSmall{
      "the",     "of",     "for",      "'s",        "and",     "news",   "agency",  "press",
      "service", "office", "ministry", "newspaper", "website", "portal", "channel", "spokesman"};
  const std::uint32_t end = std::min(begin + kLongest, c.sentence(begin).end);
  for (std::uint32_t t = begin; t < end; ++t) {
    for (const lexicon::Match& m : c.matches.at(t)) {
      // "the United |States|" says nothing.
      if (m.channel != lexicon::Channel::act || c.doc.is_capital(t)) continue;
      const catalogue::SpeechActForm& form = c.catalogue.speech_act_forms()[m.id];
      const auto kind = c.catalogue.speech_acts()[form.act].act_class;
      if (kind == catalogue::ActClass::announce) return t > begin;
    }
    const bool name = c.doc.is_capital(t) || c.tags.covering(t) != nullptr;
    if (!name && !is_one_of(c.doc.lower(t), kSmall)) return false;
  }
  return false;
}

namespace {

// "postponed", "called off": what was decided, without the day to which it leads ("put off until").
bool decides(const lexicon::Cue& cue) {
  static constexpr std::array<std::string_view, 5> kLeads{" to", " for", " on", " until", "not "};
  if (cue.value != "postponed" && cue.value != "cancelled") return false;
  return std::none_of(kLeads.begin(), kLeads.end(), [&](std::string_view lead) {
    return lead.back() == ' ' ? cue.phrase.find(lead) != std::string_view::npos
                              : cue.phrase.ends_with(lead);
  });
}

}  // namespace

bool is_day_of_decision(const Context& c, const time::Expression& day) {
  const TokenRange s = c.sentence(day.tokens.begin);
  if (time::length(day.edtf) != 1 || c.lower(day.tokens.end) == "'s") return false;
  std::uint32_t before = day.tokens.begin;
  if (before > s.begin && c.doc.lower(before - 1) == "on") --before;
  // "Pakistan |on Monday| indefinitely postponed"
  std::uint32_t behind = day.tokens.end;
  while (behind < s.end && c.doc.lower(behind).ends_with("ly")) ++behind;
  const lexicon::Cue* cue = behind < s.end ? c.cue(behind, c.cues.status) : nullptr;
  // "the summit |scheduled for| Friday is suspended"
  const bool due = before > s.begin && c.doc.lower(before - 1) == "for";
  const bool planned = before > s.begin && (due || c.cue(before - 1, c.cues.head) != nullptr);
  if (cue != nullptr && decides(*cue) && !planned) return true;
  // "was postponed |on Monday|"
  for (std::uint32_t back = 1; back <= 2 && before >= s.begin + back; ++back) {
    TokenRange words;
    cue = c.cue(before - back, c.cues.status, &words);
    if (cue != nullptr && words.end == before) return decides(*cue);
  }
  return false;
}

bool is_day_put_off(const Context& c, const time::Expression& day) {
  constexpr std::uint32_t kNear = 5;
  const std::uint32_t begin = c.sentence(day.tokens.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && day.tokens.begin >= begin + back; ++back) {
    const std::uint32_t t = day.tokens.begin - back;
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.status, &words);
    if (cue == nullptr || cue->value != "postponed" || words.end > day.tokens.begin) continue;
    if (day.bound == time::Bound::until && words.end == day.tokens.begin) return true;
    const std::string_view link =
        words.end < day.tokens.begin ? c.doc.lower(words.end) : c.doc.lower(words.end - 1);
    return link == "to" || link == "for" || link == "until" || link == "till";
  }
  return false;
}

bool is_deadline(const Context& c, const time::Expression& day) {
  constexpr std::uint32_t kReach = 24;
  constexpr std::uint32_t kNear = 8;
  if (day.bound != time::Bound::until || is_day_of_when_clause(c, day)) return false;
  const std::uint32_t begin = c.sentence(day.tokens.begin).begin;
  bool meeting = false;
  for (std::uint32_t back = 1; back <= kReach && day.tokens.begin >= begin + back; ++back) {
    const std::uint32_t t = day.tokens.begin - back;
    if (c.cue(t, c.cues.future) != nullptr || c.cue(t, c.cues.planned) != nullptr ||
        c.cue(t, c.cues.status) != nullptr || c.cue(t, c.cues.light_verb) != nullptr) {
      return false;
    }
    // "|is in| Lima |until Friday|"
    const lexicon::Cue* stay = back <= kNear ? c.cue(t, c.cues.stay) : nullptr;
    if (stay != nullptr && stay->value.empty()) return false;
    meeting = meeting || (back <= kNear && c.cue(t, c.cues.head) != nullptr);
  }
  return !meeting;
}

bool is_told_to_come(const Context& c, const Mention& m) {
  constexpr std::uint32_t kBehind = 4;
  const std::uint32_t end = std::min(m.tokens.end + kBehind, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.tokens.begin; t < end; ++t) {
    if (c.cue(t, c.cues.future) != nullptr || c.cue(t, c.cues.planned) != nullptr) return true;
  }
  return false;
}

namespace {

// "agreed on Friday |to hold| the session", "agreed by telephone on Friday |to meet|"
bool is_resolved(const Context& c, const time::Expression& e) {
  static constexpr std::array<std::string_view, 7> kResolves{
      "agreed", "decided", "resolved", "promised", "offered", "pledged", "undertook"};
  if (c.lower(e.tokens.end) != "to") return false;
  const std::uint32_t verb = e.tokens.end + 1;
  if (c.cue(verb, c.cues.light_verb) == nullptr && c.cue(verb, c.cues.verb) == nullptr) {
    return false;
  }
  constexpr std::uint32_t kNear = 6;  // tokens of "over the phone in Lima on"
  const std::uint32_t begin = c.sentence(verb).begin;
  for (std::uint32_t back = 1; back <= kNear && e.tokens.begin >= begin + back; ++back) {
    const std::uint32_t t = e.tokens.begin - back;
    if (is_one_of(c.doc.lower(t), kResolves)) return true;
    if (c.doc.is_punctuation(t)) return false;
  }
  return false;
}

// "met on Sunday and |agreed to hold| a summit": behind the day `e`.
bool is_agreed_behind(const Context& c, const Mention& m, const time::Expression& e) {
  constexpr std::uint32_t kReach = 6;  // tokens of "the next trilateral"
  if (m.verbal) return false;
  for (std::uint32_t back = 1; back <= kReach && m.trigger.begin > e.tokens.end + back; ++back) {
    const std::uint32_t verb = m.trigger.begin - back;
    if (c.cue(verb, c.cues.light_verb) != nullptr) return is_agreed_on(c, verb);
    if (c.lower(verb) == "," || c.lower(verb) == ";") return false;
  }
  return false;
}

}  // namespace

bool is_agreed_on(const Context& c, std::uint32_t verb) {
  static constexpr std::array<std::string_view, 8> kAgrees{
      "agreed", "agreeing", "agree", "agrees", "decided", "deciding", "resolved", "vowed"};
  return verb > 1 && c.doc.lower(verb - 1) == "to" && is_one_of(c.doc.lower(verb - 2), kAgrees);
}

namespace {

// "|Preparations for the summit|, which Lima will host next month, ended |today|": the day of those
// who prepare, behind the noun of what they prepare.
bool is_of_preparations(const Context& c, const Mention& m, const time::Expression& e) {
  constexpr std::uint32_t kFront = 5;
  static constexpr std::array<std::string_view, 6> kNouns{
      "preparations", "preparation", "arrangements", "groundwork", "countdown", "rehearsals"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.verbal || e.tokens.begin < m.tokens.end) return false;
  bool prepares = false;
  for (std::uint32_t t = begin; t < std::min(begin + kFront, m.tokens.begin); ++t) {
    prepares = prepares || is_one_of(c.doc.lower(t), kNouns);
  }
  bool relative = false;
  for (std::uint32_t t = m.tokens.end; prepares && t < e.tokens.begin; ++t) {
    const std::string_view word = c.doc.lower(t);
    relative = word == "which" || word == "where" || word == "that" || (relative && word != ",");
  }
  const bool near = e.tokens.begin <= m.tokens.end + 2;  // "for the summit of Monday"
  return prepares && !relative && !near;
}

bool is_over(const Context& c, const time::Expression& e) {
  const auto days = time::days_of(e.edtf);
  const auto today = time::days_of(c.report.published);
  return days && today && days->last <= today->last;
}

}  // namespace

bool is_before_what_comes(const Context& c, const Mention& m, const time::Expression& e) {
  if (is_of_preparations(c, m, e)) return is_over(c, e);
  if (e.tokens.end > m.trigger.begin) return false;
  const bool said = c.lower(e.tokens.end) == "that" && is_told_to_come(c, m);
  const bool agreed = is_resolved(c, e) || is_agreed_behind(c, m, e);
  if (m.relation != "next" && !said && !agreed) return false;
  return is_over(c, e);
}

bool is_before_what_comes(const Context& c, const Drafts& drafts, const Draft& draft,
                          const time::Expression& e) {
  const std::uint32_t sentence = c.doc.sentence_of(e.tokens.begin);
  return std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](std::uint32_t i) {
    const Mention& m = drafts.mentions[i];
    return m.sentence == sentence && is_before_what_comes(c, m, e);
  });
}

bool is_time_of_plan(const Context& c, const time::Expression& e) {
  constexpr std::size_t kYears = 9;  // "2010/2011", and a year alone
  constexpr std::uint32_t kReach = 4;
  static constexpr std::array<std::string_view, 13> kPlans{
      "budget", "budgets", "programme", "program", "programmes", "programs", "plan",
      "plans",  "roadmap", "strategy",  "period",  "framework",  "biennium"};
  const std::uint32_t begin = c.sentence(e.tokens.begin).begin;
  if (e.edtf.size() > kYears || e.edtf.find('-') != std::string::npos) return false;
  if (is_one_of(c.lower(e.tokens.end), kPlans)) return true;  // "the 2024 |budget|"
  const bool yearly = c.lower(e.tokens.end) == "annual" || c.lower(e.tokens.end) == "work";
  if (yearly && (is_one_of(c.lower(e.tokens.end + 1), kPlans) ||
                 c.lower(e.tokens.end + 1).starts_with("report"))) {
    return true;
  }
  const std::uint32_t next = e.tokens.end;  // "the |2019-2024| action plan"
  const bool years = e.edtf.size() == kYears && e.tokens.begin > begin && next < c.doc.size();
  if (years && is_determiner(c.doc.lower(e.tokens.begin - 1))) {
    return !c.doc.is_punctuation(next) && c.cue(next, c.cues.head) == nullptr;
  }
  for (std::uint32_t back = 1; back <= kReach && e.tokens.begin >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(e.tokens.begin - back);
    if (is_one_of(word, kPlans)) return true;
    if (word != "for" && word != "the" && word != "of" && word != "years") return false;
  }
  return false;
}

}  // namespace rapporteur::meetings
