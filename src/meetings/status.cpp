// Announced, ongoing, held, postponed or cancelled: by words that say so, by the tense of the
// clause, by the date against the report's own.

#include <algorithm>
#include <array>
#include <cstdint>

#include "draft.h"
#include "rapporteur/time/edtf.h"
#include "word_list.h"

namespace rapporteur::meetings {

namespace {

using record::Status;

// What another meeting's words count for against its own, in tokens.
constexpr std::uint32_t kOfOther = 40;

struct Verdict {
  Status status = Status::held;
  ByteSpan words;
  float confidence = 0;
  std::string_view rule;
  bool present = false;  // "opens", "is under way"
  bool stays = false;    // "is visiting"
};

// The stretch of the sentence around the mention, up to semicolons.
TokenRange clause_of(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  TokenRange out{m.tokens.begin, m.tokens.end};
  while (out.begin > s.begin && c.doc.lower(out.begin - 1) != ";") --out.begin;
  while (out.end < s.end && c.doc.lower(out.end) != ";") ++out.end;
  return out;
}

std::uint32_t distance(TokenRange a, TokenRange b) {
  if (a.end <= b.begin) return b.begin - a.end;
  if (b.end <= a.begin) return a.begin - b.end;
  return 0;
}

// "The Summit of the ..., due on Thursday, has been postponed": the verb of the clause, however far
// it stands behind its subject, unless another meeting comes between.
bool is_predicate(const Context& c, TokenRange words, const Mention& m) {
  if (words.begin < m.tokens.end || words.begin == 0) return false;
  const std::string_view before = c.doc.lower(words.begin - 1);
  if (before != "been" && before != "was" && before != "were" && before != "is") return false;
  for (std::uint32_t t = m.tokens.end; t < words.begin; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return false;
  }
  return true;
}

// "despite rumours that it had been postponed", "could be called off", "unless it is put off".
bool is_only_feared(const Context& c, TokenRange words) {
  constexpr std::uint32_t kNear = 7;
  static constexpr std::array<std::string_view, 16> kDoubts{
      "rumours", "rumors", "rumour",  "rumor", "speculation", "fears", "fear",   "denied",
      "denies",  "deny",   "denying", "could", "may",         "might", "unless", "whether"};
  const std::uint32_t begin = c.sentence(words.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && words.begin >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(words.begin - back);
    if (word == "," || word == ";" || word == "but") return false;
    // "in May", the month
    const bool month = word == "may" && c.doc.is_capital(words.begin - back);
    if (is_one_of(word, kDoubts) && !month) return true;
  }
  return false;
}

// "|Since then| it did not meet": how long there was none, not that one fell through.
bool is_of_gap(const Context& c, TokenRange words) {
  static constexpr std::array<std::string_view, 4> kMeets{"meet", "met", "place", "held"};
  const TokenRange s = c.sentence(words.begin);
  if (!is_one_of(c.doc.lower(words.end - 1), kMeets)) return false;
  for (std::uint32_t t = s.begin; t < s.end; ++t) {
    if (c.lower(t) == "since") return true;
  }
  return false;
}

// "Because of the accident it has been postponed": said of the main meeting by a pronoun.
std::optional<Verdict> by_pronoun(const Context& c) {
  for (const text::Sentence& s : c.doc.sentences()) {
    if (s.role != text::LineRole::body) continue;
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      TokenRange words;
      const lexicon::Cue* cue = c.cue(t, c.cues.status, &words);
      if (cue == nullptr || (cue->value != "postponed" && cue->value != "cancelled")) continue;
      if (is_only_feared(c, words) || is_of_gap(c, words)) continue;
      for (std::uint32_t back = 1; back <= 4 && t >= s.tokens.begin + back; ++back) {
        if (c.doc.lower(t - back) != "it") continue;
        return Verdict{*record::from_string<Status>(cue->value), c.doc.span(words), 0.7F,
                       "meetings/status-of-it"};
      }
    }
  }
  return std::nullopt;
}

// "held talks but |ruled out| a summit", "the session put off |the| matter": said of what stands
// behind the words, or, "not ruled out", of nothing.
bool is_of_object(const Context& c, TokenRange words, const Mention& m) {
  constexpr std::uint32_t kNear = 6;
  static constexpr std::array<std::string_view, 8> kDeterminers{"the", "a",   "an",    "any",
                                                                "its", "his", "their", "this"};
  const std::uint32_t begin = c.sentence(words.begin).begin;
  if (words.begin > begin && c.doc.lower(words.begin - 1) == "not") return true;
  if (is_predicate(c, words, m)) return false;
  const std::uint32_t end = std::min(words.end + kNear, c.sentence(words.begin).end);
  if (words.begin >= m.tokens.end) {
    return is_one_of(c.lower(words.end), kDeterminers) && words.end < end;
  }
  for (std::uint32_t t = words.end; t < std::min(end, m.tokens.begin); ++t) {
    if (c.cue(t, c.cues.head) != nullptr && words.end <= m.tokens.begin) return true;
  }
  return false;
}

// "|is in| Tashkent |on| a working visit", "|is on| a state visit", "|is paying| the country a
// visit"
bool is_there(const Context& c, const Mention& m, ByteSpan* words) {
  constexpr std::uint32_t kReach = 12;
  static constexpr std::array<std::string_view, 8> kBehind{
      "in", "here", "at", "now", "currently", "already", "presently", "on"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  if (m.kind != "visit" || m.verbal || m.tokens.begin == begin) return false;
  static constexpr std::array<std::string_view, 4> kPays{"paying", "making", "undertaking",
                                                         "conducting"};
  const std::string_view link = c.doc.lower(m.tokens.begin - 1);
  const bool stays = link == "on" || link == "for";
  for (std::uint32_t back = 2; back <= kReach && m.tokens.begin >= begin + back; ++back) {
    const std::uint32_t t = m.tokens.begin - back;
    if (c.doc.is_punctuation(t)) return false;
    const std::string_view verb = c.doc.lower(t);
    const std::string_view next = c.doc.lower(t + 1);
    const bool there = stays && is_one_of(next, kBehind);
    if ((verb != "is" && verb != "are") || (!there && !is_one_of(next, kPays))) continue;
    *words = c.doc.span(TokenRange{t, m.tokens.end});
    return true;
  }
  return false;
}

// "postponed", "cancelled", "opened" near the mention.
std::optional<Verdict> by_word(const Context& c, const Mention& m) {
  const TokenRange clause = clause_of(c, m);
  std::optional<Verdict> best;
  std::uint32_t best_distance = 14;
  ByteSpan there;
  if (is_there(c, m, &there)) {
    return Verdict{Status::ongoing, there, 0.8F, "meetings/status-word", true, true};
  }
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.status, &words);
    if (cue == nullptr) continue;
    const bool of_visit = cue->value == "visit";  // "is visiting", "is paying a visit"
    const std::optional<Status> status =
        of_visit ? Status::ongoing : record::from_string<Status>(cue->value);
    if (!status || (of_visit && m.kind != "visit")) continue;
    const bool drastic = *status == Status::postponed || *status == Status::cancelled;
    const bool unsure = drastic && (is_only_feared(c, words) || is_of_gap(c, words));
    if (unsure || (drastic && is_of_object(c, words, m))) continue;
    const bool predicate = drastic && is_predicate(c, words, m);
    const std::uint32_t d = predicate ? 1 : distance(words, m.tokens) + (drastic ? 0 : 8);
    if (d >= best_distance) continue;
    best = Verdict{*status,
                   c.doc.span(words),
                   drastic ? 0.85F : 0.6F,
                   "meetings/status-word",
                   c.doc.lower(words.begin).ends_with("s"),
                   of_visit};
    best_distance = d;
  }
  return best;
}

// "Three other sittings were called off: a meeting of the Committee; ...": what is said of all that
// the colon lists.
std::optional<Verdict> by_lead(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  std::uint32_t colon = m.tokens.begin;
  while (colon > s.begin && c.doc.lower(colon) != ":") --colon;
  if (colon == s.begin) return std::nullopt;
  for (std::uint32_t t = s.begin; t < colon; ++t) {
    TokenRange words;
    const lexicon::Cue* cue = c.cue(t, c.cues.status, &words);
    if (cue == nullptr || (cue->value != "postponed" && cue->value != "cancelled")) continue;
    return Verdict{*record::from_string<Status>(cue->value), c.doc.span(words), 0.75F,
                   "meetings/status-word"};
  }
  return std::nullopt;
}

// Another meeting is named between the mention and `words`: they speak of that one.
bool is_of_other(const Context& c, TokenRange words, const Mention& m) {
  const TokenRange between = words.begin >= m.tokens.end
                                 ? TokenRange{m.tokens.end, words.begin}
                                 : TokenRange{words.end, std::max(words.end, m.tokens.begin)};
  for (std::uint32_t t = between.begin; t < between.end; ++t) {
    if (c.cue(t, c.cues.head) != nullptr) return true;
  }
  return false;
}

bool is_future(const Context& c, std::uint32_t token, TokenRange* words) {
  // "|the invitation to the| meeting came from": it may have been held
  const bool of_meeting = c.lower(token) == "invitation" && c.lower(token + 2) == "the";
  if (of_meeting && token > 0 && c.lower(token - 1) == "the") return false;
  return c.cue(token, c.cues.future, words) != nullptr ||
         c.cue(token, c.cues.planned, words) != nullptr;
}

// "|to be| co-chaired by", "|should be| signed": still to come.
bool is_to_be(const Context& c, std::uint32_t verb) {
  constexpr std::uint32_t kNear = 4;
  static constexpr std::array<std::string_view, 5> kAhead{"to", "should", "shall", "may", "must"};
  const std::uint32_t begin = c.sentence(verb).begin;
  for (std::uint32_t back = 1; back <= kNear && verb >= begin + back + 1; ++back) {
    const std::string_view word = c.doc.lower(verb - back);
    if (word == "be") return is_one_of(c.doc.lower(verb - back - 1), kAhead);
    if (word != "co" && word != "-" && c.cue(verb - back, c.cues.adverb) == nullptr) return false;
  }
  return false;
}

std::optional<Verdict> by_tense(const Context& c, const Mention& m) {
  const TokenRange clause = clause_of(c, m);
  std::optional<Verdict> best;
  std::uint32_t best_distance = 1000;
  for (std::uint32_t t = clause.begin; t < clause.end; ++t) {
    TokenRange words;
    bool future = is_future(c, t, &words);
    const bool past = !future && c.cue(t, c.cues.past, &words) != nullptr;
    if (!future && !past) continue;
    future = future || is_to_be(c, words.begin);
    t = words.end - 1;
    const std::uint32_t d =
        2 * distance(words, m.tokens) + (past ? 1 : 0) + (is_of_other(c, words, m) ? kOfOther : 0U);
    if (d >= best_distance) continue;
    best = Verdict{future ? Status::announced : Status::held, c.doc.span(words),
                   0.8F - 0.01F * static_cast<float>(std::min(d, 30U)), "meetings/tense"};
    best_distance = d;
  }
  return best;
}

// "|arrived| in Baku on Monday for an official visit": it has begun, whatever is to come of it.
std::optional<Verdict> by_arrival(const Context& c, const Mention& m) {
  static constexpr std::array<std::string_view, 4> kCame{"arrived", "landed", "began", "started"};
  static constexpr std::array<std::string_view, 4> kAhead{"to", "will", "not", "when"};
  if (m.kind != "visit" || m.in_headline) return std::nullopt;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t t = m.tokens.begin; t > begin + 1; --t) {
    const std::string_view word = c.doc.lower(t - 1);
    if (word == ";" || c.cue(t - 1, c.cues.head) != nullptr) return std::nullopt;
    if (!is_one_of(word, kCame) || is_one_of(c.doc.lower(t - 2), kAhead)) continue;
    return Verdict{Status::held, c.doc.span({t - 1, t}), 0.9F, "meetings/own-verb"};
  }
  return std::nullopt;
}

// The verb of the meeting itself: "sat", "will sit", "the Committee sits in May".
std::optional<Verdict> by_own_verb(const Context& c, const Mention& m) {
  if (!m.verbal) return std::nullopt;
  const std::uint32_t verb = m.trigger.begin;
  const std::uint32_t begin = c.sentence(verb).begin;
  const ByteSpan words = c.doc.span(m.trigger);
  for (std::uint32_t back = 0; back <= 5 && verb >= begin + back; ++back) {
    TokenRange future;
    if (!is_future(c, verb - back, &future) || future.end + 1 < verb) continue;
    return Verdict{Status::announced, c.doc.span(future), 0.85F, "meetings/own-verb"};
  }
  const std::string_view word = c.doc.lower(verb);
  const bool did = verb > begin && c.doc.lower(verb - 1) == "did";
  const bool past = did || word.ends_with("ed") || c.cue(verb, c.cues.past) != nullptr ||
                    c.cue(verb, c.cues.past_verb) != nullptr;
  if (past) return Verdict{Status::held, words, 0.85F, "meetings/own-verb"};
  const bool body = c.doc.sentences()[m.sentence].role == text::LineRole::body;
  const bool of_body = m.organisation || m.organ || !m.organ_words.empty();
  const bool present = of_body && body && m.trigger.size() == 1 && word.ends_with("s");
  if (present) return Verdict{Status::announced, words, 0.55F, "meetings/own-verb"};
  return std::nullopt;
}

std::optional<Verdict> by_date(const Context& c, const record::Meeting& meeting) {
  if (!meeting.when || c.report.published.empty()) return std::nullopt;
  const std::optional<time::Days> days = time::days_of(*meeting.when);
  const std::optional<time::Days> today = time::days_of(c.report.published);
  if (!days || !today) return std::nullopt;
  const ByteSpan words = meeting.when.evidence.front();
  if (days->first > today->last) return Verdict{Status::announced, words, 0.9F, "meetings/date"};
  if (days->last < today->first) return Verdict{Status::held, words, 0.9F, "meetings/date"};
  const std::int64_t length = std::int64_t{days->last} - days->first;  // open ends are far away
  if (days->first < today->first && days->last > today->last && length < 15) {
    return Verdict{Status::ongoing, words, 0.7F, "meetings/date"};
  }
  return std::nullopt;
}

// How the days of a meeting lie to that of the report; none where either is not told by the day.
struct Span {
  bool several = false;  // days
  bool today = false;    // the report's day is among them
  bool ends = false;     // it is the last
};

std::optional<Span> span_of(const Context& c, const record::Meeting& meeting) {
  constexpr std::int64_t kLongest = 15;  // days; what is longer is a month or a year
  if (!meeting.when || c.report.published.empty()) return std::nullopt;
  const std::optional<time::Days> days = time::days_of(*meeting.when);
  const std::optional<time::Days> today = time::days_of(c.report.published);
  if (!days || !today || std::int64_t{days->last} - days->first >= kLongest) return std::nullopt;
  return Span{days->first < days->last, days->first <= today->last && days->last >= today->last,
              days->last == today->last};
}

// It ran over days of which the last is that of the report.
bool ends_today(const Context& c, const record::Meeting& meeting) {
  const std::optional<Span> span = span_of(c, meeting);
  return span && span->several && span->ends;
}

// It goes on after the day of the report; a guest of today has not left.
bool goes_on(const Context& c, const record::Meeting& meeting) {
  const std::optional<Span> span = span_of(c, meeting);
  const auto is = [&](record::Kind kind) { return meeting.kind && *meeting.kind == kind; };
  const bool session = is(record::Kind::session) || is(record::Kind::summit);
  if (!span || !span->today) return false;
  return is(record::Kind::visit) || (session && span->several && !span->ends);
}

// It goes on after the day of the report, however long.
bool lasts(const Context& c, const record::Meeting& meeting) {
  if (!meeting.when || c.report.published.empty()) return false;
  const std::optional<time::Days> days = time::days_of(*meeting.when);
  const std::optional<time::Days> today = time::days_of(c.report.published);
  return days && today && days->first <= today->last && days->last > today->last;
}

Verdict decide(const Context& c, const Drafts& drafts, const Draft& draft) {
  std::optional<Verdict> word;
  std::optional<Verdict> tense;
  for (const std::uint32_t i : draft.mentions) {
    const Mention& m = drafts.mentions[i];
    if (!word) word = by_word(c, m);
    if (!word) word = by_lead(c, m);
    if (m.in_headline && draft.mentions.size() > 1) continue;
    std::optional<Verdict> t = by_arrival(c, m);
    if (!t) t = by_own_verb(c, m);
    if (!t) t = by_tense(c, m);
    if (t && (!tense || t->confidence > tense->confidence + 0.05F)) tense = t;
  }
  const bool drastic =
      word && (word->status == Status::postponed || word->status == Status::cancelled);
  if (draft.meeting.main && !drastic) {
    if (const std::optional<Verdict> it = by_pronoun(c); it) word = it;
  }
  const std::optional<Verdict> date = by_date(c, draft.meeting);
  const Mention& first = drafts.mentions[draft.mentions.front()];
  if (word && (word->status == Status::postponed || word->status == Status::cancelled))
    return *word;
  if (date) return *date;
  if (word && word->status == Status::ongoing && (word->stays || lasts(c, draft.meeting))) {
    return *word;
  }
  if (first.relation == "next") {
    return {Status::announced, c.doc.span(first.trigger), 0.8F, "meetings/next"};
  }
  if (first.relation == "previous") {
    return {Status::held, c.doc.span(first.trigger), 0.8F, "meetings/previous"};
  }
  if (word && word->status == Status::ongoing && !word->present && ends_today(c, draft.meeting)) {
    word->status = Status::held;
  }
  if (word && !(tense && tense->status == Status::announced)) {
    if (word->status == Status::held || !tense || draft.meeting.main) return *word;
  }
  if (tense) return *tense;
  return {Status::held, c.doc.span(first.trigger), 0.5F, "meetings/default"};
}

// Of a row that is numbered, what has a higher number than the meeting that is held is still to
// come, and what has a lower one is over; unless a day says otherwise.
void by_number(Drafts& drafts) {
  const record::Meeting& main = drafts.drafts[drafts.main].meeting;
  if (!main.ordinal) return;
  for (Draft& draft : drafts.drafts) {
    record::Meeting& m = draft.meeting;
    const bool same_row = m.organisation && main.organisation
                              ? *m.organisation == *main.organisation
                              : m.organ && main.organ && *m.organ == *main.organ;
    if (!m.ordinal || !same_row || m.status.rule == "meetings/date") continue;
    if (!m.kind || !main.kind || *m.kind != *main.kind) continue;
    if (m.organ && main.organ && *m.organ != *main.organ) continue;
    const bool drastic = *m.status == Status::postponed || *m.status == Status::cancelled;
    if (drastic || *m.ordinal == *main.ordinal) continue;
    const Status status = *m.ordinal > *main.ordinal ? Status::announced : Status::held;
    m.status.set(status, m.ordinal.evidence, 0.75F, "meetings/status-of-number");
  }
}

}  // namespace

void add_status(const Context& c, Drafts& drafts) {
  for (Draft& draft : drafts.drafts) {
    Verdict v = decide(c, drafts, draft);
    const bool over = v.status == Status::held && v.rule != "meetings/status-word";
    if (over && goes_on(c, draft.meeting)) v.status = Status::ongoing;
    draft.meeting.status.set(v.status, {v.words}, v.confidence, std::string(v.rule));
  }
  // Of what nothing is told the main meeting says whether it is still to come.
  const record::Fact<Status>& main = drafts.drafts[drafts.main].meeting.status;
  for (Draft& draft : drafts.drafts) {
    record::Fact<Status>& status = draft.meeting.status;
    if (status.rule == "meetings/default" && *main == Status::announced) status.value = *main;
  }
  by_number(drafts);
}

}  // namespace rapporteur::meetings
