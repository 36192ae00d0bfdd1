// When and how: each date and mode of a sentence goes to the meeting nearest to it.

#include <algorithm>

#include "circumstance/meeting_day.h"
#include "circumstance/meeting_place.h"
#include "circumstance/speech_time.h"
#include "circumstance/told_outright.h"
#include "circumstance/whereabouts.h"
#include "draft.h"
#include "identity/attribution.h"
#include "identity/main_meeting.h"
#include "link/succession_words.h"
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
    return !visit && (is_day_of_journey(c_, e) || is_day_of_arrival(c_, e));
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

  // Per time: the draft of another meeting of a row whose words named that day, or null: "a
  // session, the first |since May|".
  [[nodiscard]] std::vector<Draft*> days_of_rows() {
    std::vector<Draft*> out(c_.times.size());
    for (Draft& draft : drafts_.drafts) {
      const Mention& m = drafts_.mentions[draft.mentions.front()];
      if ((is_of_row(m) || m.own_day) && m.time != kNobody) out[m.time] = &draft;
    }
    return out;
  }

  // "the first |since 2011|, took place on Monday": the words of a row have named its day.
  [[nodiscard]] bool has_another_day(const Draft& draft, const time::Expression& e) const {
    const Mention& m = drafts_.mentions[draft.mentions.front()];
    if ((!is_of_row(m) && !m.own_day) || m.time == kNobody) return false;
    if (m.sentence != c_.doc.sentence_of(e.tokens.begin)) return false;
    const time::Expression& told = c_.times[m.time];
    const std::string& own = is_day_of_last(c_, told) ? told.core_edtf : told.edtf;
    return !own.empty() && !time::overlap(own, e.edtf);
  }

  // The main meeting if its sentence is that of the day; else null.
  [[nodiscard]] Draft* main_beside(const time::Expression& e) {
    const auto& here = attribution_.in(c_.doc.sentence_of(e.tokens.begin));
    const bool told = std::any_of(here.begin(), here.end(), [&](const Attribution::Place& place) {
      return place.draft == drafts_.main;
    });
    return told ? &drafts_.drafts[drafts_.main] : nullptr;
  }

  Draft* nearest(TokenRange tokens, std::uint32_t* distance = nullptr) {
    return nearest_draft(c_, drafts_, attribution_, tokens, distance);
  }

  void add_times() {
    std::vector<std::uint32_t> best(drafts_.drafts.size(), kReach + 1000);
    const std::vector<Draft*> of_rows = days_of_rows();
    for (const time::Expression& e : c_.times) {
      if (!time::is_date(e.kind) || e.edtf.empty() || !is_told(c_, e.tokens.begin)) continue;
      if (is_time_of_speech(c_, e) || c_.in_dateline(e) || is_for_period(e)) continue;
      if (is_day_of_page(c_, e) || is_of_something_else(e) || is_of_journey(e)) continue;
      if (is_day_of_decision(c_, e) || is_deadline(c_, e) || is_day_of_fronted_act(c_, e)) continue;
      if (is_since_long_ago(c_, e) && !is_day_of_last(c_, e)) continue;
      std::uint32_t distance = 0;
      Draft* draft = of_rows[c_.index_of(e)];
      if (draft == nullptr) {
        draft = opens_sentence_of_main(e) ? &drafts_.drafts[drafts_.main]
                                          : nearest(e.tokens, &distance);
        if (draft != nullptr && has_another_day(*draft, e)) draft = main_beside(e);
      }
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
      const bool better = refines(*draft, e, distance) || widens(*draft, e, distance);
      if (rank >= best[d] && !better) continue;
      best[d] = std::min(rank, best[d]);
      set_when(c_, *draft, e, 0.9F - 0.015F * static_cast<float>(std::min(distance, 25U)));
    }
    add_labelled(c_, drafts_.drafts[drafts_.main]);
    add_mentioned_times();
    add_main_time();
    if (!drafts_.drafts[drafts_.main].meeting.when) add_stamped(c_, drafts_.drafts[drafts_.main]);
    add_subtitle(c_, drafts_.drafts[drafts_.main]);
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

  // "concluded on |17 May|", and further down "the round took place |from 11 to 17 May|": all the
  // days of which the last was told before.
  [[nodiscard]] static bool widens(const Draft& draft, const time::Expression& e,
                                   std::uint32_t distance) {
    constexpr std::uint32_t kNear = 10;
    constexpr std::int64_t kLongest = 15;
    if (!draft.meeting.when || distance > kNear || e.bound != time::Bound::none) return false;
    const std::string& told = *draft.meeting.when;
    const std::int64_t length = time::length(e.edtf);
    if (time::length(told) != 1 || length < 2 || length > kLongest) return false;
    const auto day = time::days_of(told);
    const auto days = time::days_of(e.edtf);
    return day && days && day->last == days->last;
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
        const bool last = is_day_of_last(c_, c_.times[t]);
        if (time::length(last ? c_.times[t].core_edtf : c_.times[t].edtf) > 31) continue;
        set_when(c_, draft, c_.times[t], 0.6F);
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
        if (!own && (is_linked(e) || is_of_other_time(e))) continue;
        if (c_.in_dateline(e)) continue;
        set_when(c_, main, e, 0.5F);
        return;
      }
    }
  }

  // The day of a meeting that comes before or after.
  bool is_linked(const time::Expression& e) {
    const Draft* draft = nearest(e.tokens);
    if (draft == nullptr) return false;
    const Mention& first = drafts_.mentions[draft->mentions.front()];
    // "met to discuss |the results of the summit held on 25 August|"
    const bool spoken_of = words_of_what_is_left(c_, first).size() > 0;
    return !first.relation.empty() || !draft->bilateral || spoken_of;
  }

  // "The session |will be held| in Lima. The ministers agreed on it |today|": a main meeting that
  // is still to come is not of the day of something else that is over; nor the other way round, "X
  // was received. He leaves for Lima |on Friday|".
  [[nodiscard]] bool is_of_other_time(const time::Expression& e) {
    if (nearest(e.tokens) == nullptr) return false;
    const auto days = time::days_of(e.edtf);
    const auto today = time::days_of(c_.report.published);
    if (!days || !today) return false;
    const Draft& main = drafts_.drafts[drafts_.main];
    const auto told =
        std::find_if(main.mentions.begin(), main.mentions.end(),
                     [&](std::uint32_t i) { return !drafts_.mentions[i].in_headline; });
    if (told == main.mentions.end()) return false;
    const bool ahead = is_told_to_come(c_, drafts_.mentions[*told]);
    return ahead ? days->last <= today->last
                 : days->first > today->last && drafts_.mentions[*told].verbal;
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
      if (c_.cue(t, c_.cues.verb) != nullptr) return false;  // "Peru and Chile |met| virtually"
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
