// When and how: each date and mode of a sentence goes to the meeting nearest to it.

#include <algorithm>

#include "circumstance/meeting_place.h"
#include "circumstance/speech_time.h"
#include "circumstance/whereabouts.h"
#include "draft.h"
#include "identity/attribution.h"
#include "identity/main_meeting.h"
#include "mention/mention_parts.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

constexpr std::uint32_t kReach = kNearestReach;

class Circumstances {
 public:
  Circumstances(const Context& context, Drafts& drafts)
      : c_(context), drafts_(drafts), attribution_(context, drafts) {}

  void run() {
    add_times();
    add_modes();
    add_meeting_places(c_, drafts_, attribution_);
  }

 private:
  // Nothing but a visit has its days by the journey.
  [[nodiscard]] bool is_of_journey(const time::Expression& e) {
    const Draft* near = nearest(e.tokens);
    const Draft& draft = near != nullptr ? *near : drafts_.drafts[drafts_.main];
    const bool visit = draft.meeting.kind && *draft.meeting.kind == record::Kind::visit;
    return !visit && is_day_of_journey(c_, e);
  }

  // The day of a thing, unless it is the signing that is told.
  [[nodiscard]] bool is_of_something_else(const time::Expression& e) {
    const Draft* draft = nearest(e.tokens);
    const bool signing =
        draft != nullptr && draft->meeting.kind && *draft->meeting.kind == record::Kind::signing;
    return is_day_of_thing(c_, e, signing);
  }

  // "the work for the second half of the year", "targets for 2012": of what is planned, not when.
  [[nodiscard]] bool is_for_period(const time::Expression& e) const {
    constexpr std::int64_t kLong = 27;
    if (time::length(e.edtf) < kLong) return false;
    const std::uint32_t begin = c_.sentence(e.tokens.begin).begin;
    std::uint32_t at = e.tokens.begin;
    for (std::uint32_t back = 0; back < 3 && at > begin; ++back) {
      const std::string_view before = c_.doc.lower(at - 1);
      if (before == "for") return !is_set_for(at - 1, begin);
      if (before != "the" && before != "year" && before != "period") return false;
      --at;
    }
    return false;
  }

  // "scheduled |for| March", "the meeting |for| 2014"
  [[nodiscard]] bool is_set_for(std::uint32_t token, std::uint32_t begin) const {
    if (token == begin) return false;
    const lexicon::Cue* status = c_.cue(token - 1, c_.cues.status);
    const std::string_view word = c_.doc.lower(token - 1);
    return status != nullptr || word.ends_with("ed") || word == "set" || word == "is" ||
           word == "was" || c_.cue(token - 1, c_.cues.head) != nullptr || word == "due";
  }

  // "On June 21, the minister, who is visiting London, chaired a meeting": a day with a comma at
  // the start is that of the main clause.
  [[nodiscard]] bool opens_sentence_of_main(const time::Expression& e) const {
    const std::uint32_t sentence = c_.doc.sentence_of(e.tokens.begin);
    const TokenRange s = c_.doc.sentences()[sentence].tokens;
    if (e.tokens.begin > s.begin + 1 || c_.lower(e.tokens.end) != ",") return false;
    const auto& here = attribution_.in(sentence);
    return std::any_of(here.begin(), here.end(), [&](const Attribution::Place& place) {
      return place.draft == drafts_.main;
    });
  }

  Draft* nearest(TokenRange tokens, std::uint32_t* distance = nullptr) {
    return nearest_draft(c_, drafts_, attribution_, tokens, distance);
  }

  void add_times() {
    std::vector<std::uint32_t> best(drafts_.drafts.size(), kReach + 1000);
    for (const time::Expression& e : c_.times) {
      if (!time::is_date(e.kind) || e.edtf.empty() || !is_told(c_, e.tokens.begin)) continue;
      if (is_time_of_speech(c_, e) || c_.in_dateline(e) || is_for_period(e)) continue;
      if (is_day_of_page(c_, e) || is_of_something_else(e) || is_of_journey(e)) continue;
      if (is_day_of_decision(c_, e) || is_deadline(c_, e)) continue;
      std::uint32_t distance = 0;
      Draft* draft =
          opens_sentence_of_main(e) ? &drafts_.drafts[drafts_.main] : nearest(e.tokens, &distance);
      if (draft == nullptr || (is_day_of_last(c_, e) && !is_told_at(*draft, e.tokens))) continue;
      if (is_before_what_comes(c_, drafts_, *draft, e)) continue;
      const bool headline =
          c_.doc.sentences()[c_.doc.sentence_of(e.tokens.begin)].role == text::LineRole::headline;
      // Finer dates first, then nearer ones, then earlier ones.
      const std::int64_t length = time::length(e.edtf);
      const bool week = e.kind == time::Kind::week;  // "meets next week ... on Wednesday"
      const std::uint32_t rank = distance + (headline ? 5 : 0) + lateness(*draft, e) +
                                 (length > 31           ? 60U
                                  : length > 15 || week ? 30U
                                                        : 0U);
      const auto d = static_cast<std::size_t>(draft - drafts_.drafts.data());
      if (rank >= best[d] && !refines(*draft, e, distance)) continue;
      best[d] = std::min(rank, best[d]);
      set_when(*draft, e, 0.9F - 0.015F * static_cast<float>(std::min(distance, 25U)));
    }
    add_labelled();
    add_mentioned_times();
    add_main_time();
    if (!drafts_.drafts[drafts_.main].meeting.when) add_stamped();
    add_subtitle();
  }

  // "will meet next week", and further down "the meeting is on |Wednesday, May 8|": the day within
  // the week, month or year that was told before.
  [[nodiscard]] static bool refines(const Draft& draft, const time::Expression& e,
                                    std::uint32_t distance) {
    constexpr std::uint32_t kNear = 10;
    constexpr std::int64_t kWeek = 7;
    constexpr std::int64_t kFewDays = 5;
    if (!draft.meeting.when || distance > kNear || e.bound != time::Bound::none) return false;
    const std::string& told = *draft.meeting.when;
    const bool loose = told.size() <= 7 || time::length(told) >= kWeek;
    return loose && time::length(e.edtf) <= kFewDays && time::contains(told, e.edtf);
  }

  // "24-29 September 2017 | Geneva, Switzerland" beside the title of the meeting: several days are
  // not those of the report.
  void add_subtitle() {
    constexpr std::int64_t kLongest = 21;  // days
    Draft& main = drafts_.drafts[drafts_.main];
    for (const std::uint32_t title : main.sentences) {
      if (c_.doc.sentences()[title].role == text::LineRole::body) break;
      for (const std::uint32_t beside : {title + 1, title - 1}) {
        if (beside >= c_.doc.sentences().size()) continue;
        const time::Expression* days = days_of_line(c_.doc.sentences()[beside].tokens);
        if (days == nullptr || time::length(days->edtf) > kLongest) continue;
        if (main.meeting.when && !time::overlap(*main.meeting.when, days->edtf)) continue;
        set_when(main, *days, 0.85F);
        if (!main.meeting.place) set_subtitle_place(main.meeting, beside);
        return;
      }
    }
  }

  // The several days of a line that holds nothing else but where it was; or null.
  [[nodiscard]] const time::Expression* days_of_line(TokenRange line) const {
    const time::Expression* days = nullptr;
    for (std::uint32_t t = line.begin; t < line.end; ++t) {
      const time::Expression* e = c_.date_at(t);
      const tagger::Tag* tag = c_.tags.starting(t);
      if (e != nullptr && days == nullptr && time::length(e->edtf) > 1) {
        days = e;
        t = e->tokens.end - 1;
      } else if (tag != nullptr &&
                 (tag->label == tagger::Label::place || tag->label == tagger::Label::state)) {
        t = tag->tokens.end - 1;
      } else if (!c_.doc.is_punctuation(t) && c_.doc.lower(t) != "|") {
        return nullptr;
      }
    }
    return days;
  }

  void set_subtitle_place(record::Meeting& m, std::uint32_t sentence) const {
    const TokenRange line = c_.doc.sentences()[sentence].tokens;
    for (std::uint32_t t = line.begin; t < line.end; ++t) {
      const tagger::Tag* tag = c_.tags.starting(t);
      if (tag != nullptr && tag->label == tagger::Label::place) return set_town(m, *tag, 0.7F);
    }
  }

  // "May 21, 2013   16:30   Dushanbe": the line below the title of what took place there.
  void add_stamped() {
    constexpr std::uint32_t kTop = 12;  // sentences
    const auto& sentences = c_.doc.sentences();
    for (std::uint32_t s = 0; s < std::min<std::size_t>(kTop, sentences.size()); ++s) {
      const TokenRange line = sentences[s].tokens;
      const time::Expression* day = c_.time_at(line.begin);
      const tagger::Tag* town = c_.tags.covering(line.end - 1);
      if (day == nullptr || town == nullptr || town->label != tagger::Label::place) continue;
      if (!time::is_date(day->kind) || day->edtf.empty() || time::length(day->edtf) != 1) continue;
      const time::Expression* clock = c_.time_at(day->tokens.end);
      if (clock == nullptr || clock->kind != time::Kind::time_of_day) continue;
      if (clock->tokens.end != town->tokens.begin || town->tokens.end != line.end) continue;
      record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
      set_when(drafts_.drafts[drafts_.main], *day, 0.5F);
      return set_town(main, *town, 0.5F);
    }
  }

  void set_town(record::Meeting& m, const tagger::Tag& town, float confidence) const {
    const ByteSpan words = c_.doc.span(town.tokens);
    m.place.set(c_.words(words), {words}, confidence, "meetings/place");
    const catalogue::Index state = town.id == npos ? npos : c_.catalogue.places()[town.id].state;
    if (state == npos || m.country) return;
    m.country.set(std::string(c_.catalogue.states()[state].code), {words}, confidence,
                  "meetings/country-of-place");
  }

  // One of its mentions stands at these words.
  [[nodiscard]] bool is_told_at(const Draft& draft, TokenRange words) const {
    return std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](std::uint32_t i) {
      return drafts_.mentions[i].trigger.begin == words.begin;
    });
  }

  // The day that a mention takes over from its title or from the one beside it.
  void add_mentioned_times() {
    for (Draft& draft : drafts_.drafts) {
      for (const std::uint32_t i : draft.mentions) {
        const std::uint32_t t = drafts_.mentions[i].time;
        if (draft.meeting.when || t == kNobody || c_.times[t].edtf.empty()) continue;
        if (time::length(c_.times[t].edtf) > 31) continue;
        set_when(draft, c_.times[t], 0.6F);
      }
    }
  }

  // Where a meeting is told first its own day is told; later sentences compare, recall and look on.
  [[nodiscard]] std::uint32_t lateness(const Draft& draft, const time::Expression& e) const {
    constexpr std::uint32_t kStep = 30;
    constexpr std::uint32_t kMost = 58;
    const std::uint32_t here = c_.doc.sentence_of(e.tokens.begin);
    std::uint32_t before = 0;
    for (const std::uint32_t sentence : draft.sentences) {
      if (sentence >= here) break;
      if (c_.doc.sentences()[sentence].role == text::LineRole::body) before += kStep;
    }
    return std::min(before, kMost);
  }

  // "Date: 23/09/2016" above a report: its own, unless another line says where it takes place.
  [[nodiscard]] bool is_of_report(std::uint32_t label, const time::Expression& e) const {
    if (c_.lower(label) != "date" || e.edtf != c_.report.published) return false;
    return std::none_of(
        c_.doc.sentences().begin(), c_.doc.sentences().end(), [&](const text::Sentence& s) {
          TokenRange words;
          const lexicon::Cue* where = c_.cue(s.tokens.begin, c_.cues.label, &words);
          return where != nullptr && where->value == "where" && c_.lower(words.end) == ":";
        });
  }

  // "WHEN: Monday 27 January": a line that says it outright.
  void add_labelled() {
    Draft& main = drafts_.drafts[drafts_.main];
    for (const text::Sentence& s : c_.doc.sentences()) {
      TokenRange words;
      const lexicon::Cue* label = c_.cue(s.tokens.begin, c_.cues.label, &words);
      if (label == nullptr || c_.lower(words.end) != ":") continue;
      for (const time::Expression& e : c_.times_in(s.tokens)) {
        const bool here = e.tokens.begin >= s.tokens.begin && e.tokens.end <= s.tokens.end;
        if (!here || label->value != "when" || e.edtf.empty() || !time::is_date(e.kind)) continue;
        if (is_of_report(s.tokens.begin, e)) continue;
        set_when(main, e, 0.9F);
        break;
      }
    }
  }

  // A bound names the last day that it leaves: "by the end of June" is `../2009-06-30`.
  [[nodiscard]] std::string value_of(const time::Expression& e) const {
    if (is_day_of_last(c_, e)) return e.core_edtf;
    if (e.bound != time::Bound::until) return e.edtf;
    const std::optional<time::Days> days = time::days_of(e.edtf);
    return days ? time::edtf_of({time::kOpenBegin, days->last}) : e.edtf;
  }

  void set_when(Draft& draft, const time::Expression& e, float confidence) {
    draft.meeting.when.set(value_of(e), {e.span}, confidence, "meetings/when-nearest");
    draft.meeting.when_basis = e.basis;
    const bool visit = draft.meeting.kind && *draft.meeting.kind == record::Kind::visit;
    const time::Expression* second = day_joined(e);
    if (second == nullptr && visit) second = day_of_return(e);
    if (second != nullptr) {
      const auto first = time::days_of(e.edtf);
      const auto last = time::days_of(second->edtf);
      draft.meeting.when.set(time::edtf_of({first->first, last->last}), {e.span, second->span},
                             confidence, "meetings/when-nearest");
      draft.meeting.when_basis = second->basis;
    }
  }

  // "departs on November 29 and |returns on December 2|": the day on which a guest leaves for home,
  // behind that of the arrival, or null.
  [[nodiscard]] const time::Expression* day_of_return(const time::Expression& e) const {
    constexpr std::int64_t kLongest = 15;  // days
    const TokenRange s = c_.sentence(e.tokens.begin);
    for (const time::Expression& next : c_.times_in({e.tokens.end, s.end})) {
      if (next.tokens.begin < e.tokens.end || next.edtf.empty() || !time::is_date(next.kind))
        continue;
      const auto first = time::days_of(e.edtf);
      const auto last = time::days_of(next.edtf);
      if (time::length(e.edtf) != 1 || time::length(next.edtf) != 1 || !first || !last)
        return nullptr;
      const time::DayNumber days = last->first - first->first;
      if (days < 1 || days > kLongest || !is_day_of_journey(c_, next)) return nullptr;
      return &next;
    }
    return nullptr;
  }

  // "on Monday |and yesterday|": the day behind `e` that goes on with it, or null.
  [[nodiscard]] const time::Expression* day_joined(const time::Expression& e) const {
    std::uint32_t at = e.tokens.end;
    if (c_.lower(at) != "and" || time::length(e.edtf) != 1) return nullptr;
    if (c_.lower(++at) == "on") ++at;
    const time::Expression* next = c_.time_at(at);
    if (next == nullptr || next->tokens.begin != at || next->edtf.empty()) return nullptr;
    if (!time::is_date(next->kind) || time::length(next->edtf) != 1) return nullptr;
    const auto first = time::days_of(e.edtf);
    const auto second = time::days_of(next->edtf);
    return first && second && second->first == first->last + 1 ? next : nullptr;
  }

  // The main meeting may have its day in a sentence that does not name it again.
  void add_main_time() {
    for (const bool own : {true, false}) {
      if (!drafts_.drafts[drafts_.main].meeting.when) add_main_time(own);
    }
  }

  // `own`: of a day that no other meeting claims; else of the first one in the opening sentences.
  void add_main_time(bool own) {
    Draft& main = drafts_.drafts[drafts_.main];
    std::uint32_t seen = 0;
    for (std::uint32_t s = 0; s < c_.doc.sentences().size() && seen < (own ? 3U : 2U); ++s) {
      if (c_.doc.sentences()[s].role != text::LineRole::body) continue;
      ++seen;
      for (const time::Expression& e : c_.times_in(c_.doc.sentences()[s].tokens)) {
        const bool here = c_.doc.sentence_of(e.tokens.begin) == s;
        if (!here || e.edtf.empty() || !time::is_date(e.kind) || is_time_of_speech(c_, e)) continue;
        if (is_day_of_page(c_, e) || is_of_something_else(e) || is_of_journey(e)) continue;
        if (is_day_of_decision(c_, e) || is_deadline(c_, e)) continue;
        if (is_before_what_comes(c_, drafts_, main, e)) continue;
        if (time::length(e.edtf) > 10 || (own && nearest(e.tokens) != nullptr)) continue;
        if (!own && (is_linked(e) || is_of_what_was(e))) continue;
        if (c_.in_dateline(e)) continue;
        set_when(main, e, 0.5F);
        return;
      }
    }
  }

  // The day of a meeting that comes before or after.
  bool is_linked(const time::Expression& e) {
    const Draft* draft = nearest(e.tokens);
    if (draft == nullptr) return false;
    const Mention& first = drafts_.mentions[draft->mentions.front()];
    return !first.relation.empty() || !draft->bilateral;
  }

  // "The session |will be held| in Lima. The ministers agreed on it |today|": a main meeting that
  // is still to come is not of the day of something else that is over.
  [[nodiscard]] bool is_of_what_was(const time::Expression& e) {
    if (nearest(e.tokens) == nullptr) return false;
    const auto days = time::days_of(e.edtf);
    const auto today = time::days_of(c_.report.published);
    if (!days || !today || days->last > today->last) return false;
    const Draft& main = drafts_.drafts[drafts_.main];
    const auto told =
        std::find_if(main.mentions.begin(), main.mentions.end(),
                     [&](std::uint32_t i) { return !drafts_.mentions[i].in_headline; });
    return told != main.mentions.end() && is_told_to_come(c_, drafts_.mentions[*told]);
  }

  void add_modes() {
    for (std::uint32_t t = 0; t < c_.doc.size(); ++t) {
      TokenRange words;
      const lexicon::Cue* cue = c_.cue(t, c_.cues.mode, &words);
      if (cue == nullptr || !is_told(c_, t) || is_of_some(t)) continue;
      const std::size_t d = attribution_.at(t);
      const std::optional<record::Mode> mode = record::from_string<record::Mode>(cue->value);
      if (d == Attribution::kNone || !mode || drafts_.drafts[d].meeting.mode) continue;
      drafts_.drafts[d].meeting.mode.set(*mode, {c_.doc.span(words)}, 0.7F, "meetings/mode");
    }
  }

  // "|Niue and Tokelau| joined online", "|Mr Rao| took part by video link": how some attended.
  [[nodiscard]] bool is_of_some(std::uint32_t mode) const {
    constexpr std::uint32_t kNear = 4;
    const std::uint32_t begin = c_.sentence(mode).begin;
    bool attends = false;
    for (std::uint32_t back = 1; back <= kNear && mode >= begin + back; ++back) {
      const std::uint32_t t = mode - back;
      attends = attends || c_.cue(t, c_.cues.attend) != nullptr;
      const tagger::Tag* tag = c_.tags.covering(t);
      const names::Mention* who = c_.cast.covering(t);
      const bool state = tag != nullptr && tag->label == tagger::Label::state;
      if (state || (who != nullptr && who->person != kNobody)) return attends;
    }
    return false;
  }

  const Context& c_;
  Drafts& drafts_;
  Attribution attribution_;
};

}  // namespace

void add_circumstances(const Context& context, Drafts& drafts) {
  Circumstances(context, drafts).run();
}

}  // namespace rapporteur::meetings
