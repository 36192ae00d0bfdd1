// "since 2014" where it names the day of the meeting before: "the first since 2014", "suspended
// since 2014, when the last meeting was held", "has not met since 2014".

#include <algorithm>
#include <array>

#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

// "the |first| since 2014"
bool is_first_since(const Context& c, std::uint32_t since) {
  constexpr std::uint32_t kNear = 14;
  const std::uint32_t begin = c.sentence(since).begin;
  for (std::uint32_t back = 1; back <= kNear && since >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(since - back);
    if (word == "first" || word == "only") return true;
    if (word == ";" || word == "in") break;
  }
  return false;
}

// "have |not met| since 2014", "|no session| has been held since 2014".
bool is_none_since(const Context& c, std::uint32_t since) {
  static constexpr std::array<std::string_view, 6> kNone{"not",  "no",     "never",
                                                         "none", "nobody", "n't"};
  static constexpr std::array<std::string_view, 7> kMet{"met",       "convened", "sat",  "gathered",
                                                        "assembled", "together", "table"};
  constexpr std::uint32_t kNear = 14;
  const TokenRange s = c.sentence(since);
  const std::uint32_t begin = s.begin;
  bool met = false;
  // "|Not| since 2014 has there been such a |summit|"
  const bool fronted = since == begin + 1 && c.doc.lower(begin) == "not";
  for (std::uint32_t t = since; fronted && t < std::min(since + kNear, s.end); ++t) {
    if (is_one_of(c.doc.lower(t), kMet) || c.cue(t, c.cues.head) != nullptr) return true;
  }
  for (std::uint32_t back = 1; back <= kNear && since >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(since - back);
    if (word == ";" || word == ",") return false;
    met = met || is_one_of(word, kMet) || c.cue(since - back, c.cues.head) != nullptr;
    if (is_one_of(word, kNone)) return met;
  }
  return false;
}

// "since 2014, |when the last meeting was held|", "since 27 May, |when their presidents met|",
// "until Monday, |when the summit closed|"
bool opens_clause_of_meeting(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kNear = 8;
  const std::uint32_t when = c.lower(end) == "," ? end + 1 : end;
  if (c.lower(when) != "when") return false;
  const std::uint32_t limit = std::min(when + kNear, c.sentence(when).end);
  for (std::uint32_t t = when + 1; t < limit; ++t) {
    if (c.cue(t, c.cues.head) != nullptr || c.cue(t, c.cues.verb) != nullptr) return true;
  }
  return false;
}

}  // namespace

bool is_day_of_last(const Context& c, const time::Expression& e) {
  if (e.bound == time::Bound::until) return opens_clause_of_meeting(c, e.tokens.end);
  if (e.bound != time::Bound::since) return false;
  if (is_first_since(c, e.tokens.begin) || is_none_since(c, e.tokens.begin)) return true;
  return opens_clause_of_meeting(c, e.tokens.end);
}

bool is_day_of_when_clause(const Context& c, const time::Expression& e) {
  const bool bound = e.bound == time::Bound::since || e.bound == time::Bound::until;
  return bound && opens_clause_of_meeting(c, e.tokens.end);
}

bool is_since_long_ago(const Context& c, const time::Expression& e) {
  constexpr time::DayNumber kLong = 60;
  const auto days = e.bound == time::Bound::since ? time::days_of(e.edtf) : std::nullopt;
  const auto today = time::days_of(c.report.published);
  return days && today && days->first + kLong < today->first;
}

}  // namespace rapporteur::meetings
