// The day that stands beside a mention in its sentence, and the days that are those of other
// things.

#include <algorithm>
#include <array>

#include "circumstance/programme_day.h"
#include "circumstance/speech_time.h"
#include "circumstance/status_words.h"
#include "clause/word_list.h"
#include "identity/main_meeting.h"
#include "mention/day_of_met.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "rapporteur/time/edtf.h"
#include "verbal/journey.h"

namespace rapporteur::meetings {

bool is_day_of_journey(const Context& c, const time::Expression& e) {
  constexpr std::uint32_t kNear = 8;
  const lexicon::CueClass homeward = c.cues.homeward;
  const TokenRange s = c.sentence(e.tokens.begin);
  for (std::uint32_t t = e.tokens.begin; t > s.begin && e.tokens.begin - t < kNear; --t) {
    const std::string_view word = c.doc.lower(t - 1);
    if (word == "," || word == ";" || c.cue(t - 1, c.cues.head) != nullptr) break;
    if (c.cue(t - 1, homeward) != nullptr) return true;
  }
  // "on April 5, |when the delegation came back| from the summit"
  const std::uint32_t when = c.lower(e.tokens.end) == "," ? e.tokens.end + 1 : e.tokens.end;
  if (c.lower(when) != "when") return false;
  for (std::uint32_t t = when + 1; t < std::min(when + kNear, s.end); ++t) {
    if (c.cue(t, homeward) != nullptr) return true;
  }
  return false;
}

bool is_day_of_arrival(const Context& c, const time::Expression& e) {
  constexpr std::uint32_t kNear = 8;
  static constexpr std::array<std::string_view, 6> kComes{"arrived",  "arrives", "arrive",
                                                          "arriving", "landed",  "lands"};
  static constexpr std::array<std::string_view, 4> kAttends{"attend", "participate", "take",
                                                            "join"};
  const TokenRange s = c.sentence(e.tokens.begin);
  bool comes = false;
  for (std::uint32_t t = e.tokens.begin; t > s.begin && e.tokens.begin - t < kNear; --t) {
    const std::string_view word = c.doc.lower(t - 1);
    if (word == "," || word == ";" || c.cue(t - 1, c.cues.head) != nullptr) return false;
    comes = comes || is_one_of(word, kComes);
  }
  if (!comes) return false;
  const std::uint32_t behind = e.tokens.end;
  if (c.lower(behind) == "to") return is_one_of(c.lower(behind + 1), kAttends);
  if (c.lower(behind) != "for") return false;
  for (std::uint32_t t = behind + 1; t < std::min(behind + kNear, s.end); ++t) {
    const tagger::Tag* tag = c.tags.covering(t);
    if (tag != nullptr && tag->label == tagger::Label::body) return true;
  }
  return false;
}

bool is_day_of_page(const Context& c, const time::Expression& e) {
  const std::uint32_t begin = c.sentence(e.tokens.begin).begin;
  std::uint32_t at = e.tokens.begin;
  const bool colon = at > begin && c.doc.lower(at - 1) == ":";
  if (colon) --at;
  return at > begin && (colon || at == begin + 1) && c.doc.lower(at - 1) == "date";
}

namespace {

// "the summit |held in Lima| on Tuesday": where the words begin that place a day behind the noun;
// or the day itself.
std::uint32_t behind_noun(const Context& c, const time::Expression& e, std::uint32_t floor) {
  constexpr std::uint32_t kLongest = 8;
  static constexpr std::array<std::string_view, 4> kSmall{"on", "in", "at", ","};
  static constexpr std::array<std::string_view, 3> kHeld{"held", "convened", "hosted"};
  std::uint32_t t = e.tokens.begin;
  while (t > floor && e.tokens.begin - t < kLongest) {
    const std::string_view word = c.doc.lower(t - 1);
    const tagger::Tag* tag = c.tags.covering(t - 1);
    const bool place = tag != nullptr &&
                       (tag->label == tagger::Label::place || tag->label == tagger::Label::state);
    if (is_one_of(word, kHeld)) return t - 1;
    if (!place && !is_one_of(word, kSmall)) break;
    --t;
  }
  return e.tokens.begin;
}

// "the session, held ahead of |the summit on Tuesday|", "The meeting reviewed what was done since
// |the 22nd Council held in Lima on Tuesday|": the day is that of another meeting, right before it.
bool is_of_other_meeting(const Context& c, const Mention& m, const time::Expression& e) {
  constexpr std::uint32_t kNear = 3;
  if (m.verbal || m.in_headline || e.tokens.begin <= m.tokens.end) return false;
  const std::uint32_t end = behind_noun(c, e, m.tokens.end);
  const bool held = end < e.tokens.begin;
  for (std::uint32_t back = 1; back <= kNear && end > m.tokens.end + back; ++back) {
    const std::uint32_t t = end - back;
    TokenRange words;
    const tagger::Tag* body = held ? c.tags.covering(t) : nullptr;
    const bool organ = body != nullptr && body->label == tagger::Label::body && back == 1;
    if (organ) words = body->tokens;
    if (!organ && c.cue(t, c.cues.head, &words) == nullptr) continue;
    if (!organ && c.cue(t, c.cues.verb) != nullptr) continue;
    // "to sit on the occasion of the summit on Tuesday": on the same day
    for (std::uint32_t at = m.tokens.begin; at < t; ++at) {
      const lexicon::Cue* link = c.cue(at, c.cues.link);
      if (link != nullptr && link->value == "sidelines") return false;
    }
    const std::string_view before = c.doc.lower(t - 1);
    return words.end + 1 >= end && before != "and" && before != ",";
  }
  return false;
}

// "X, |who arrived in Italy on Monday|, met Y": of the clause before the verb.
bool is_in_relative_before(const Context& c, const Mention& m, const time::Expression& e) {
  constexpr std::uint32_t kLongest = 24;
  if (!m.verbal || e.tokens.end >= m.trigger.begin || c.lower(e.tokens.end) != ",") return false;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kLongest && e.tokens.begin > begin + back; ++back) {
    const std::uint32_t t = e.tokens.begin - back;
    const std::string_view word = c.doc.lower(t);
    if (word == "," || word == ";") return false;
    const bool relative = word == "who" || word == "which" || word == "whose";
    if (relative) return c.doc.lower(t - 1) == ",";
  }
  return false;
}

// "agreed at a meeting in Lima to speak at |next week's| summit": of the noun behind the genitive.
bool is_owner_of_other(const Context& c, const Mention& m, const time::Expression& e) {
  constexpr std::uint32_t kNear = 5;
  static constexpr std::array<std::string_view, 5> kLinks{"at", "for", "before", "of", "to"};
  if (e.tokens.begin < m.tokens.end + 1 || c.lower(e.tokens.end) != "'s") return false;
  if (!is_one_of(c.lower(e.tokens.begin - 1), kLinks)) return false;
  const std::uint32_t end = std::min(e.tokens.end + kNear, c.sentence(e.tokens.begin).end);
  for (std::uint32_t t = e.tokens.end + 1; t < end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return true;
  }
  return false;
}

// "opens on Thursday, |following a meeting| of experts": the day of what follows it; "met on
// Monday, on |the eve of the summit|": of what comes before.
bool is_day_of_sequel(const Context& c, const Mention& m, const time::Expression& e) {
  if (m.verbal || e.tokens.end > m.tokens.begin || m.tokens.begin == 0) return false;
  const std::string_view link = c.doc.lower(m.tokens.begin - 1);
  const bool eve = link == "of" && m.tokens.begin > 1 && c.doc.lower(m.tokens.begin - 2) == "eve";
  return link == "following" || link == "after" || eve;
}

// "|Before the presidents sit down|, officials meet on 5 September": the day of what follows.
bool is_behind_fronted_clause(const Context& c, const Mention& m, const time::Expression& e) {
  constexpr std::uint32_t kLongest = 10;  // tokens of the clause behind its verb
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::string_view first = c.doc.lower(s.begin);
  if (first != "before" && first != "after" && first != "until") return false;
  for (std::uint32_t t = m.trigger.end; t < std::min(s.end, m.trigger.end + kLongest); ++t) {
    if (c.doc.lower(t) == ",") return e.tokens.begin > t;
  }
  return false;
}

// "|Ahead of the summit|, on 20 and 21 February, officials met": the day of what follows the comma.
bool is_behind_fronted_link(const Context& c, const Mention& m, const time::Expression& e) {
  constexpr std::uint32_t kLongest = 8;
  if (m.verbal) return is_behind_fronted_clause(c, m, e);
  static constexpr std::array<std::string_view, 6> kOrder{"of", "before",    "after",
                                                          "to", "following", "for"};
  if (e.tokens.begin < m.tokens.end || c.lower(m.tokens.end) != ",") return false;
  if (e.tokens.begin > m.tokens.end + kLongest) return false;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.tokens.begin == begin || m.tokens.begin > begin + kLongest) return false;
  if (!is_one_of(c.doc.lower(m.tokens.begin - 1), kOrder)) return false;
  const std::string_view first = c.doc.lower(begin);
  return first == "ahead" || first == "before" || first == "after" || first == "following" ||
         first == "prior" || first == "previous";
}

// "the first was held in May 2017|;| the third will be hosted by Peru": of the clause before.
bool is_behind_semicolon(const Context& c, const Mention& m, const time::Expression& e) {
  constexpr std::uint32_t kReach = 12;
  if (e.tokens.end >= m.tokens.begin || m.tokens.begin - e.tokens.end > kReach) return false;
  for (std::uint32_t t = e.tokens.end; t < m.tokens.begin; ++t) {
    if (c.doc.lower(t) == ";") return true;
  }
  return false;
}

// "met on Monday |to prepare| the summit": where the words begin that lead to the meeting; or the
// begin of the sentence.
std::uint32_t behind_preparing(const Context& c, const Mention& m, TokenRange s) {
  constexpr std::uint32_t kLongest = 8;
  if (m.verbal) return s.begin;
  for (std::uint32_t back = 1; back <= kLongest && m.tokens.begin >= s.begin + back; ++back) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(m.tokens.begin - back, c.cues.link, &words);
    const bool leads = cue != nullptr && cue->value == "prepares" && words.begin > s.begin;
    if (leads && words.end <= m.tokens.begin && m.tokens.begin - words.end <= 1) return words.begin;
  }
  return s.begin;
}

// "the meeting and related events, to be |held from 10 to 14 July|": the day of what stands before.
bool is_day_of_holding(const Context& c, const Mention& m, const time::Expression& e) {
  constexpr std::uint32_t kReach = 20;
  constexpr std::uint32_t kNear = 5;
  static constexpr std::array<std::string_view, 6> kHeld{"held",    "scheduled", "slated",
                                                         "planned", "place",     "convened"};
  static constexpr std::array<std::string_view, 4> kBeside{"related", "other", "associated",
                                                           "parallel"};
  if (m.verbal || e.tokens.begin < m.tokens.end || e.tokens.begin > m.tokens.end + kReach) {
    return false;
  }
  const std::uint32_t from = c.lower(m.tokens.end) == "(" ? after_bracket(c, m.tokens.end)
                                                          : m.tokens.end;  // "the League |(LAS)|"
  for (std::uint32_t t = from; t < e.tokens.begin; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == ";" || word == "where" || c.doc.is_capital(t)) return false;
    if (c.cue(t, c.cues.head) != nullptr && !is_one_of(c.doc.lower(t - 1), kBeside)) return false;
  }
  for (std::uint32_t back = 1; back <= kNear && e.tokens.begin >= m.tokens.end + back; ++back) {
    if (is_one_of(c.doc.lower(e.tokens.begin - back), kHeld)) return true;
  }
  return false;
}

}  // namespace

namespace {

// "The summit was |preceded by| a meeting of the Council on 27 April": the day of what stands
// behind.
bool is_day_of_prelude(const Context& c, const Mention& m, const time::Expression& e) {
  constexpr std::uint32_t kNear = 8;
  const std::uint32_t end = std::min({e.tokens.begin, m.tokens.end + kNear, c.doc.size()});
  for (std::uint32_t t = m.tokens.end; t + 1 < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if ((word == "preceded" || word == "followed") && c.doc.lower(t + 1) == "by") return true;
  }
  return false;
}

// "The summit |will| be held in Lima, a spokesman |said on Wednesday|": what is still to come is
// not on the day, over by now, on which somebody tells of it.
bool is_told_ahead(const Context& c, const Mention& m, const time::Expression& e) {
  constexpr std::uint32_t kBefore = 16;  // "will lead a team of experts to Lima for the session"
  constexpr std::uint32_t kBehind = 4;
  if (m.in_headline || e.tokens.begin < m.tokens.end || c.report.published.empty()) return false;
  if (!is_time_of_speech(c, e)) return false;
  const std::optional<time::Days> told = time::days_of(e.edtf);
  const std::optional<time::Days> today = time::days_of(c.report.published);
  if (!told || !today || told->last > today->last) return false;
  // The words of somebody may take in the comma behind them.
  bool comma = false;
  for (std::uint32_t t = m.tokens.end - 1; t < e.tokens.begin; ++t) comma |= c.doc.lower(t) == ",";
  if (!comma) return false;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const std::uint32_t first = std::min(m.tokens.begin, m.trigger.begin);
  const std::uint32_t from = first > begin + kBefore ? first - kBefore : begin;
  const std::uint32_t end = std::min(m.tokens.end + kBehind, e.tokens.begin);
  for (std::uint32_t t = from; t < end; ++t) {
    if (c.cue(t, c.cues.future) != nullptr || c.cue(t, c.cues.planned) != nullptr) return true;
  }
  return false;
}

// "discussed |on Tuesday| the outcome of the summit", "the outcome of the summit at their meeting
// |on Tuesday|": of those who speak of a meeting that is over.
bool is_day_of_speakers(const Context& c, const Mention& m, const time::Expression& e) {
  if (words_of_what_is_left(c, m).size() == 0) return false;
  if (e.tokens.end <= m.trigger.begin) return e.tokens.end <= m.tokens.begin;
  for (std::uint32_t t = m.tokens.end; t < e.tokens.begin; ++t) {
    if (c.lower(t) == "," || c.cue(t, c.cues.head) != nullptr) return true;
  }
  return false;
}

// "announced it |on Tuesday| and said that X would meet Y": of what was said, not of what it tells.
bool is_before_said_that(const Context& c, const Mention& m, const time::Expression& e) {
  if (!m.verbal) return false;
  for (std::uint32_t t = e.tokens.end; t + 1 < m.trigger.begin; ++t) {
    if (c.doc.lower(t + 1) == "that" && c.cue(t, c.cues.person_verb) != nullptr) return true;
  }
  return false;
}

// "The summit decided to hold |its next meeting| in May 2030": the day of the one to come.
bool is_of_another_edition(const Context& c, const Mention& m, const time::Expression& e) {
  constexpr std::uint32_t kNear = 3;  // tokens of "next regular session"
  for (std::uint32_t t = m.tokens.end; t + 1 < e.tokens.begin; ++t) {
    if (earlier_one(c, t)) return true;
    const lexicon::Cue* which = c.cue(t, c.cues.adjective);
    if (which == nullptr || (which->value != "next" && which->value != "previous")) continue;
    const std::uint32_t end = std::min(t + kNear + 1, e.tokens.begin);
    for (std::uint32_t head = t + 1; head < end; ++head) {
      if (c.cue(head, c.cues.head) != nullptr) return true;
    }
  }
  return false;
}

// "On 10 June, a preparatory meeting |for the 5th session|": the day of the first of the two.
bool is_day_of_preparation(const Context& c, const Mention& m, const time::Expression& e) {
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.verbal || m.tokens.begin < begin + 2 || e.tokens.end + 1 > m.tokens.begin) return false;
  if (c.doc.lower(m.tokens.begin - 1) != "for") return false;
  const std::uint32_t noun = m.tokens.begin - 2;
  return e.tokens.end <= noun && c.cue(noun, c.cues.head) != nullptr;
}

// "spoke by telephone on Tuesday |to set the date of| the 17th session": the day of those who do
// it, unless they come to attend it.
bool is_day_of_purpose(const Context& c, const Mention& m, const time::Expression& e) {
  if (m.verbal || m.in_headline || e.tokens.end > m.tokens.begin) return false;
  std::uint32_t to = e.tokens.end;
  while (to < m.tokens.begin && c.doc.lower(to) != "to") ++to;
  if (to + 1 >= m.tokens.begin || c.doc.is_capital(to + 1)) return false;
  const std::string_view verb = c.doc.lower(to + 1);
  if (verb == "the" || verb == "a" || c.cue(to + 1, c.cues.attend) != nullptr) return false;
  for (std::uint32_t t = c.sentence(m.trigger.begin).begin; t < to; ++t) {
    if (c.cue(t, c.cues.head) != nullptr || c.cue(t, c.cues.verb) != nullptr) return true;
  }
  return false;
}

}  // namespace

std::uint32_t time_beside(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  const bool over = is_known_by_product(c, m);  // "On Friday it takes up the report of |it|"
  const std::uint32_t from = over ? m.tokens.end : behind_preparing(c, m, s);
  std::uint32_t best = kNobody;
  std::uint32_t best_distance = 12;
  for (const time::Expression& e : c.times_in(s)) {
    if (e.tokens.begin < from || e.tokens.end > s.end || !time::is_date(e.kind)) continue;
    if ((m.kind != "visit" || comes_home(c, m)) && is_day_of_journey(c, e)) continue;
    if (c.in_dateline(e) || is_day_of_page(c, e) || is_day_of_thing(c, e, m.kind == "signing"))
      continue;
    // "the secretariat confirmed |yesterday| that the summit is postponed"
    const bool speech = m.kind == "visit" || c.lower(e.tokens.end) == "that";
    if ((speech && is_time_of_speech(c, e)) || is_day_put_off(c, e)) continue;
    if (is_told_to_paper(c, e)) continue;
    if (is_day_of_decision(c, e) || is_deadline(c, e)) continue;
    if (is_told_ahead(c, m, e) || is_before_what_comes(c, m, e)) continue;
    if (is_before_said_that(c, m, e) || is_day_of_speakers(c, m, e)) continue;
    const bool own = m.trigger.begin >= e.tokens.end && is_day_of_when_clause(c, e);
    if ((is_day_of_last(c, e) && !own) || is_of_other_meeting(c, m, e)) continue;
    if (is_owner_of_noun(c, m, e) || is_owner_of_other(c, m, e) ||
        (is_since_long_ago(c, e) && !own))
      continue;
    if (is_day_of_prelude(c, m, e) || is_in_relative_before(c, m, e)) continue;
    if (e.tokens.end < m.tokens.begin && is_day_of_fronted_act(c, e)) continue;
    if (is_behind_semicolon(c, m, e) || is_day_of_sequel(c, m, e)) continue;
    if (is_day_of_next_clause(c, m, e)) continue;
    if (is_behind_fronted_link(c, m, e) || is_of_another_edition(c, m, e)) continue;
    if (is_day_of_purpose(c, m, e) || is_day_of_preparation(c, m, e)) continue;
    if (m.kind != "visit" && is_day_of_arrival(c, e)) continue;
    if (m.in_headline && e.edtf == c.report.published) continue;  // its stamp in the same line
    const std::uint32_t distance = e.tokens.begin >= m.tokens.end ? e.tokens.begin - m.tokens.end
                                   : e.tokens.end <= m.tokens.begin
                                       ? m.tokens.begin - e.tokens.end + 3
                                       : 0;
    if (is_day_of_holding(c, m, e)) return c.index_of(e);
    if (distance < best_distance) {
      best = c.index_of(e);
      best_distance = distance;
    }
  }
  return best != kNobody ? best : day_of_programme(c, m);
}

}  // namespace rapporteur::meetings
