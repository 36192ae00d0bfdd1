// Announced, ongoing, held, postponed or cancelled: by words that say so, by the tense of the
// clause, by the date against the report's own.

#include <algorithm>
#include <array>
#include <cstdint>

#include "circumstance/status_words.h"
#include "draft.h"
#include "identity/main_meeting.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using record::Status;

std::optional<Verdict> by_date(const Context& c, const record::Meeting& meeting) {
  if (!meeting.when || c.report.published.empty()) return std::nullopt;
  const std::optional<time::Days> days = time::days_of(*meeting.when);
  const std::optional<time::Days> today = time::days_of(c.report.published);
  if (!days || !today) return std::nullopt;
  const ByteSpan words = meeting.when.evidence.front();
  if (days->first > today->last) return Verdict{Status::announced, words, 0.9F, "meetings/date"};
  if (days->last < today->first) return Verdict{Status::held, words, 0.9F, "meetings/date"};
  // "later today", "later this week", "later in the year"
  const std::string_view said = c.doc.slice(words);
  const bool ahead = said.starts_with("later today") || said.starts_with("later this ") ||
                     said.starts_with("later in the ");
  if (ahead) return Verdict{Status::announced, words, 0.8F, "meetings/date"};
  const time::DayNumber length = days->last - days->first;  // open ends are far away
  if (days->first < today->first && days->last > today->last && length < 15) {
    return Verdict{Status::ongoing, words, 0.7F, "meetings/date"};
  }
  return std::nullopt;
}

// "|earlier in the week| they had conferred": somewhen in it, and it is over. "They met; ministers
// will |later this month|": of another.
bool is_some_day_of(const Context& c, const Verdict& date, const std::optional<Verdict>& tense) {
  if (!tense || tense->status != Status::held) return false;
  const std::string_view said = c.doc.slice(date.words);
  if (date.status == Status::announced) return said.starts_with("later ");
  return date.status == Status::ongoing && said.find("week") != std::string_view::npos;
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
  if (!days || !today || days->last - days->first >= kLongest) return std::nullopt;
  return Span{days->first < days->last, days->first <= today->last && days->last >= today->last,
              days->last == today->last};
}

// "opened yesterday and |closes| today", "is |to end| today": it is not over yet.
bool end_is_ahead(const Context& c, const record::Meeting& meeting) {
  constexpr std::uint32_t kNear = 3;
  for (const ByteSpan& day : meeting.when.evidence) {
    const std::uint32_t at = c.doc.token_at(day.begin);
    for (std::uint32_t back = 1; back <= kNear && at >= back; ++back) {
      TokenRange verb;
      if (c.cue(at - back, c.cues.stretch, "end", &verb) == nullptr) continue;
      const std::string_view word = c.doc.lower(verb.begin);
      const std::string_view before = verb.begin > 0 ? c.doc.lower(verb.begin - 1) : word;
      if (before == "to" || before == "will") return true;
      if (word.ends_with("s") && word != "was" && word != "has") return true;
    }
  }
  return false;
}

// It ran over days of which the last is that of the report.
bool ends_today(const Context& c, const record::Meeting& meeting) {
  const std::optional<Span> span = span_of(c, meeting);
  return span && span->several && span->ends && !end_is_ahead(c, meeting);
}

// It goes on after the day of the report; a guest of today has not left.
bool goes_on(const Context& c, const record::Meeting& meeting) {
  const std::optional<Span> span = span_of(c, meeting);
  const auto is = [&](record::Kind kind) { return meeting.kind && *meeting.kind == kind; };
  const bool session = is(record::Kind::session) || is(record::Kind::summit);
  if (!span || !span->today) return false;
  // "met |this week|": on some day of it
  const std::string_view said = c.doc.slice(meeting.when.evidence.front());
  const bool figure =
      std::any_of(said.begin(), said.end(), [](char x) { return x >= '0' && x <= '9'; });
  if (session && !figure && said.ends_with("week")) return false;
  // "paid a visit from 28 to 30 August", but "landed on Monday for a trip of three days"
  const bool told = meeting.when.rule != "meetings/when-stretch";
  const bool last_day = span->several && span->ends && (told || session);
  return (is(record::Kind::visit) || (session && span->several)) && !last_day;
}

// It goes on after the day of the report, however long.
bool lasts(const Context& c, const record::Meeting& meeting) {
  if (!meeting.when || c.report.published.empty()) return false;
  const std::optional<time::Days> days = time::days_of(*meeting.when);
  const std::optional<time::Days> today = time::days_of(c.report.published);
  return days && today && days->first <= today->last && days->last > today->last;
}

// On days that are told, not just some time in a year or month: "The group |meets| later this
// year", "will meet before the end of the year".
bool is_of_days(const record::Meeting& meeting) {
  constexpr std::size_t kShortest = 10;  // of "2019-05-03"
  return meeting.when && meeting.when->size() >= kShortest && !meeting.when->starts_with("..");
}

// "is under way", "are meeting"
bool is_present(const Context& c, const Verdict& v) {
  const std::string_view verb = c.doc.lower(c.doc.token_at(v.words.begin));
  return verb == "is" || verb == "are";
}

// "is |being held| this weekend", "are |meeting| tomorrow": of what is fixed for a day ahead.
bool may_be_planned(const Context& c, const Verdict& v) {
  const std::uint32_t last = c.doc.token_at(v.words.end - 1);
  const std::string_view verb = c.doc.lower(last);
  const std::string_view before = last > 0 ? c.doc.lower(last - 1) : std::string_view();
  return is_present(c, v) && (before == "being" || verb == "meeting" || before == "taking");
}

// "the results of the summit": all that is told of it, and it is over.
std::optional<Verdict> by_what_is_left(const Context& c, const Drafts& drafts, const Draft& draft) {
  TokenRange words;
  for (const std::uint32_t i : draft.mentions) {
    words = words_of_what_is_left(c, drafts.mentions[i]);
    if (words.size() == 0) return std::nullopt;
  }
  return Verdict{Status::held, c.doc.span(words), 0.75F, "meetings/tense"};
}

bool is_drastic(const std::optional<Verdict>& v) {
  return v && (v->status == Status::postponed || v->status == Status::cancelled);
}

// Half of what is told of it says that it did not come about.
std::optional<Verdict> by_grammar(const Context& c, const Drafts& drafts, const Draft& draft) {
  std::optional<Verdict> out;
  std::size_t unmet = 0;
  for (const std::uint32_t i : draft.mentions) {
    const std::optional<Verdict> v = status_unmet(c, drafts.mentions[i]);
    if (v) ++unmet;
    if (!out) out = v;
  }
  return unmet * 2 >= draft.mentions.size() ? out : std::nullopt;
}

// "expressed the |hope| that the meeting will be renewed": of what nobody knows yet.
bool is_only_hoped(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 6;
  static constexpr std::array<std::string_view, 6> kHopes{"hope",   "hoped", "hopes",
                                                          "hoping", "wish",  "wished"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && m.tokens.begin >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(m.tokens.begin - back);
    if (std::find(kHopes.begin(), kHopes.end(), word) != kHopes.end()) return true;
  }
  return false;
}

Verdict decide(const Context& c, const Drafts& drafts, const Draft& draft) {
  std::optional<Verdict> word;
  std::optional<Verdict> tense;
  for (const std::uint32_t i : draft.mentions) {
    const Mention& m = drafts.mentions[i];
    if (!m.prepared.empty()) {
      if (!tense) tense = {Status::announced, c.doc.span(m.trigger), 0.7F, "meetings/prepared"};
      continue;
    }
    if (!word) word = status_by_word(c, m);
    if (!word) word = status_by_lead(c, m);
    if (!word) word = status_by_product(c, m);
    if (!word) word = status_by_present(c, m);
    if (m.in_headline && draft.mentions.size() > 1) continue;
    if (tense && is_only_hoped(c, m)) continue;
    std::optional<Verdict> t = status_by_arrival(c, m);
    if (!t) t = status_by_own_verb(c, m);
    if (!t) t = status_by_tense(c, m);
    if (t && (!tense || t->confidence > tense->confidence + 0.05F)) tense = t;
  }
  if (draft.meeting.main && !is_drastic(word)) {
    if (const std::optional<Verdict> it = status_by_pronoun(c); it) word = it;
    const bool ahead = tense && tense->status == Status::announced;
    if (!word && !ahead) word = status_by_attendance(c, drafts);
  }
  if (!is_drastic(word)) {
    if (const std::optional<Verdict> unmet = by_grammar(c, drafts, draft); unmet) word = unmet;
  }
  const std::optional<Verdict> date = by_date(c, draft.meeting);
  const Mention& first = drafts.mentions[draft.mentions.front()];
  if (is_drastic(word)) return *word;
  const bool begun = word && word->status == Status::ongoing && !word->simple;
  if (begun && date && date->status == Status::announced && may_be_planned(c, *word)) return *date;
  if (begun && !word->stays && date && date->status == Status::announced) return *word;
  // "|is under way| in Suva, where the leaders arrived on Monday"
  if (begun && !word->stays && is_present(c, *word)) return *word;
  if (date && is_some_day_of(c, *date, tense)) return *tense;
  if (date) return *date;
  const bool coming = first.relation == "next";  // "the results of the |upcoming| meeting"
  if (const auto left = by_what_is_left(c, drafts, draft); left && !coming) return *left;
  if (word && word->status == Status::ongoing && (word->stays || lasts(c, draft.meeting))) {
    return *word;
  }
  if (coming) {
    return {Status::announced, c.doc.span(first.trigger), 0.8F, "meetings/next"};
  }
  if (first.relation == "previous") {
    return {Status::held, c.doc.span(first.trigger), 0.8F, "meetings/previous"};
  }
  if (word && word->status == Status::ongoing && !word->present && ends_today(c, draft.meeting)) {
    word->status = Status::held;
  }
  const bool over = word && word->status == Status::held && !word->present;  // "closed in Lima"
  if (word && (begun || over || !(tense && tense->status == Status::announced))) {
    if (word->status == Status::held || !tense || draft.meeting.main) return *word;
  }
  if (tense) return *tense;
  for (const std::uint32_t i : draft.mentions) {
    if (const auto news = status_by_news_of_today(c, drafts.mentions[i]); news) return *news;
  }
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
    // "They |gather| in Halden on 27 and 28 June", on the first of the two
    const bool present = v.status == Status::announced && v.rule == "meetings/own-verb";
    const bool begun = present && lasts(c, draft.meeting) && is_of_days(draft.meeting);
    if (begun || (over && goes_on(c, draft.meeting))) v.status = Status::ongoing;
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
