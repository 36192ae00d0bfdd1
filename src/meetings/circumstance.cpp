// When, where and how: each date, place and mode of a sentence goes to the meeting nearest to it.

#include <algorithm>

#include "attribution.h"
#include "draft.h"
#include "main_meeting.h"
#include "rapporteur/time/edtf.h"
#include "whereabouts.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;
using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kReach = 25;

class Circumstances {
 public:
  Circumstances(const Context& context, Drafts& drafts)
      : c_(context), drafts_(drafts), attribution_(context, drafts) {}

  void run() {
    add_times();
    add_modes();
    add_places();
    for (Draft& draft : drafts_.drafts) finish(draft);
  }

 private:
  // The draft whose mention stands nearest to `tokens` in their sentence, within kReach, or null.
  // What follows a mention is nearer than what precedes it; of equals the earlier draft.
  Draft* nearest(TokenRange tokens, std::uint32_t* distance = nullptr) {
    Draft* best = nullptr;
    std::uint32_t best_distance = kReach;
    for (const Attribution::Place& place : attribution_.in(c_.doc.sentence_of(tokens.begin))) {
      const TokenRange m = drafts_.mentions[place.mention].tokens;
      // "met on Thursday to prepare the summit": the day of those who prepare.
      const bool before = tokens.end <= m.begin;
      if (before && is_only_linked(c_, drafts_.mentions[place.mention])) continue;
      const std::uint32_t d = tokens.begin >= m.end   ? tokens.begin - m.end
                              : tokens.end <= m.begin ? m.begin - tokens.end + 2
                                                      : 0;
      if (d >= best_distance) continue;
      best = &drafts_.drafts[place.draft];
      best_distance = d;
    }
    if (distance != nullptr) *distance = best_distance;
    return best;
  }

  [[nodiscard]] bool is_text(std::uint32_t token) const {
    const text::LineRole role = c_.doc.sentences()[c_.doc.sentence_of(token)].role;
    return role != text::LineRole::stamp && role != text::LineRole::boilerplate;
  }

  // "announced on Wednesday", "said on Monday": when somebody spoke, not when they met.
  [[nodiscard]] bool is_time_of_speech(const time::Expression& e) const {
    const TokenRange s = c_.sentence(e.tokens.begin);
    std::uint32_t at = e.tokens.begin;
    for (std::uint32_t t = e.tokens.begin; t > s.begin && e.tokens.begin - t < 12; --t) {
      if (c_.doc.lower(t - 1) == "according") return true;
      if (c_.cue(t - 1, c_.cues.head) != nullptr) break;
    }
    if (at > s.begin && (c_.doc.lower(at - 1) == "on" || c_.doc.lower(at - 1) == "here")) --at;
    if (at > s.begin && (c_.doc.lower(at - 1) == "here")) --at;
    for (std::uint32_t back = 1; back <= 3 && at >= s.begin + back; ++back) {
      for (const lexicon::Match& m : c_.matches.at(at - back)) {
        if (m.channel != lexicon::Channel::act || m.tokens.end != at) continue;
        const catalogue::SpeechActForm& form = c_.catalogue.speech_act_forms()[m.id];
        const catalogue::ActClass kind = c_.catalogue.speech_acts()[form.act].act_class;
        if (kind == catalogue::ActClass::announce || kind == catalogue::ActClass::position) {
          return true;
        }
      }
    }
    const bool after_said =
        at > s.begin && (c_.doc.lower(at - 1) == "said" || c_.doc.lower(at - 1) == "reporters");
    return after_said;
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

  void add_times() {
    std::vector<std::uint32_t> best(drafts_.drafts.size(), kReach + 1000);
    for (const time::Expression& e : c_.times) {
      if (!time::is_date(e.kind) || e.edtf.empty() || !is_text(e.tokens.begin)) continue;
      if (is_time_of_speech(e) || c_.in_dateline(e)) continue;
      std::uint32_t distance = 0;
      Draft* draft =
          opens_sentence_of_main(e) ? &drafts_.drafts[drafts_.main] : nearest(e.tokens, &distance);
      if (draft == nullptr) continue;
      const bool headline =
          c_.doc.sentences()[c_.doc.sentence_of(e.tokens.begin)].role == text::LineRole::headline;
      // Finer dates first, then nearer ones, then earlier ones.
      const std::int64_t length = time::length(e.edtf);
      const std::uint32_t rank = distance + (headline ? 5 : 0) + lateness(*draft, e) +
                                 (length > 31   ? 60U
                                  : length > 15 ? 30U
                                                : 0U);
      const auto d = static_cast<std::size_t>(draft - drafts_.drafts.data());
      if (rank >= best[d]) continue;
      best[d] = rank;
      set_when(*draft, e, 0.9F - 0.015F * static_cast<float>(std::min(distance, 25U)));
    }
    add_labelled();
    add_mentioned_times();
    add_main_time();
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

  // "WHEN: Monday 27 January", "Venue: Addis Ababa": a line that says it outright.
  void add_labelled() {
    Draft& main = drafts_.drafts[drafts_.main];
    for (const text::Sentence& s : c_.doc.sentences()) {
      TokenRange words;
      const lexicon::Cue* label = c_.cue(s.tokens.begin, c_.cues.label, &words);
      if (label == nullptr || c_.lower(words.end) != ":") continue;
      for (const time::Expression& e : c_.times_in(s.tokens)) {
        const bool here = e.tokens.begin >= s.tokens.begin && e.tokens.end <= s.tokens.end;
        if (!here || label->value != "when" || e.edtf.empty() || !time::is_date(e.kind)) continue;
        set_when(main, e, 0.9F);
        break;
      }
      for (std::uint32_t t = words.end; label->value == "where" && t < s.tokens.end; ++t) {
        const Tag* tag = c_.tags.starting(t);
        if (tag == nullptr || tag->label != Label::place) continue;
        set_place(main, {tag->id, c_.doc.span(tag->tokens)}, 0.9F);
        break;
      }
    }
  }

  // Said in the sentence of running text that names the meeting first.
  [[nodiscard]] bool is_opening(const Draft& draft, const time::Expression& e) const {
    const std::uint32_t here = c_.doc.sentence_of(e.tokens.begin);
    for (const std::uint32_t sentence : draft.sentences) {
      if (c_.doc.sentences()[sentence].role == text::LineRole::headline) continue;
      return sentence == here;
    }
    return false;
  }

  // A bound names the last day that it leaves: "by the end of June" is `../2009-06-30`.
  static std::string value_of(const time::Expression& e) {
    if (e.bound != time::Bound::until) return e.edtf;
    const std::optional<time::Days> days = time::days_of(e.edtf);
    return days ? time::edtf_of({time::kOpenBegin, days->last}) : e.edtf;
  }

  void set_when(Draft& draft, const time::Expression& e, float confidence) {
    draft.meeting.when.set(value_of(e), {e.span}, confidence, "meetings/when-nearest");
    draft.meeting.when_basis = e.basis;
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
        if (!here || e.edtf.empty() || !time::is_date(e.kind) || is_time_of_speech(e)) continue;
        if (time::length(e.edtf) > 10 || (own && nearest(e.tokens) != nullptr)) continue;
        if (!own && is_linked(e)) continue;
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

  // A place or state after "in" or "at", or as the meeting's own modifier ("the Qingdao summit").
  void add_places() {
    for (Draft& draft : drafts_.drafts) {
      for (const std::uint32_t i : draft.mentions) {
        const Mention& m = drafts_.mentions[i];
        if (m.place && !draft.meeting.place) set_place(draft, m.place, 0.9F);
        if (m.country && !draft.meeting.country) {
          set_country(draft, m.country, 0.85F);
          add_city_state(draft, m.country);
        }
      }
    }
    for (const Tag& tag : c_.tags.all()) {
      const Named capital = capital_at(c_, tag.tokens.begin);
      const bool town = tag.label == Label::place || capital;
      if (!town && tag.label != Label::state) continue;
      if (!is_text(tag.tokens.begin) || !after_in(tag.tokens.begin)) continue;
      Draft* draft = nearest(tag.tokens);
      if (draft == nullptr) continue;
      const Named named = capital ? capital : Named{tag.id, c_.doc.span(tag.tokens)};
      if (town && (!draft->meeting.place || is_venue(c_, named))) set_place(*draft, named, 0.75F);
      if (tag.label == Label::state && !draft->meeting.country && !draft->meeting.place) {
        set_country(*draft, named, 0.65F);
        add_city_state(*draft, named);
      }
    }
    add_here();
    add_main_place();
  }

  // "a meeting held here on Monday": where the report was written. A session of which no place is
  // said at all is taken to be there too, with little confidence.
  void add_here() {
    if (c_.report.dateline.place.empty()) return;
    const Named dateline = dateline_place();
    if (dateline.words.empty()) return;
    for (std::uint32_t t = c_.doc.token_at(dateline.words.end - 1); t < c_.doc.size(); ++t) {
      if (c_.doc.lower(t) != "here") continue;
      Draft* draft = nearest({t, t + 1});
      if (draft == nullptr || draft->meeting.place || draft->meeting.country) continue;
      set_place(*draft, dateline, 0.8F);
    }
    Draft& main = drafts_.drafts[drafts_.main];
    const bool apart = main.meeting.mode && *main.meeting.mode == record::Mode::virtual_;
    if (!main.meeting.place && !main.meeting.country && !main.bilateral && !apart) {
      set_place(main, dateline, 0.4F);
    }
  }

  // The town of the dateline where it stands in the text, known or not; without words if it stands
  // nowhere or is no town.
  [[nodiscard]] Named dateline_place() const {
    for (const Tag& tag : c_.tags.all()) {
      const ByteSpan span = c_.doc.span(tag.tokens);
      if (c_.doc.slice(span) != c_.report.dateline.place) continue;
      return tag.label == Label::place ? Named{tag.id, span} : Named{};
    }
    for (const text::Sentence& s : c_.doc.sentences()) {
      const ByteSpan span = c_.doc.span(s.tokens);
      if (!c_.doc.slice(span).starts_with(c_.report.dateline.place)) continue;
      const auto size = static_cast<std::uint32_t>(c_.report.dateline.place.size());
      return {npos, {span.begin, span.begin + size}};
    }
    return {};
  }

  // "in Baku", "in the Saudi city of Mecca", "Baku is the venue", "Baku hosted".
  [[nodiscard]] bool after_in(std::uint32_t token) const {
    const TokenRange s = c_.sentence(token);
    std::uint32_t at = town_phrase_before(c_, token);
    if (at > s.begin && c_.doc.lower(at - 1) == "the") --at;
    const Tag* self = c_.tags.covering(token);
    for (std::uint32_t t = self->tokens.end; t < std::min(self->tokens.end + 4, s.end); ++t) {
      const lexicon::Cue* host = c_.cue(t, c_.cues.host);
      if (host != nullptr && host->value == "before") return true;
    }
    if (at == s.begin) return false;
    const std::string_view before = c_.doc.lower(at - 1);
    return before == "in" || before == "at" || before == "to";
  }

  void add_main_place() {
    Draft& main = drafts_.drafts[drafts_.main];
    if (main.meeting.place || main.meeting.country) return;
    std::uint32_t seen = 0;
    for (const text::Sentence& s : c_.doc.sentences()) {
      if (s.role != text::LineRole::body && s.role != text::LineRole::headline) continue;
      if (++seen > 5) return;
      for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        const Tag* tag = c_.tags.starting(t);
        if (tag == nullptr || tag->label != Label::place || !after_in(t)) continue;
        if (c_.doc.lower(t - 1) == "to") continue;
        set_place(main, {tag->id, c_.doc.span(tag->tokens)}, 0.5F);
        return;
      }
    }
  }

  void set_place(Draft& draft, const Named& place, float confidence) {
    record::Meeting& m = draft.meeting;
    const catalogue::Place* known = place.id == npos ? nullptr : &c_.catalogue.places()[place.id];
    // "in Langkawi, Malaysia": the state that follows decides between towns of one name.
    const std::uint32_t end = c_.doc.token_at(place.words.end);
    const Tag* after =
        c_.lower(end) == "," && end + 1 < c_.doc.size() ? c_.tags.covering(end + 1) : nullptr;
    const bool state_follows = after != nullptr && after->label == Label::state;
    if (is_area(c_, place)) return;
    if (is_venue(c_, place)) {
      if (!m.venue) m.venue.set(c_.words(place.words), {place.words}, confidence, "meetings/venue");
      if (known != nullptr) set_state(m, known->state, place.words, confidence);
      return;
    }
    if (last_word(place) == "capital") return set_capital(draft, place, confidence);
    m.place.set(c_.words(place.words), {place.words}, confidence, "meetings/place");
    if (state_follows) {
      set_country(draft, {after->id, c_.doc.span(after->tokens)}, confidence);
    } else if (known != nullptr) {
      if (m.country && known->state != npos &&
          *m.country != c_.catalogue.states()[known->state].code) {
        return;
      }
      set_state(m, known->state, place.words, confidence);
    }
  }

  // "the Tunisian capital": the town where the report names it somewhere, else its state alone.
  void set_capital(Draft& draft, const Named& place, float confidence) {
    const catalogue::Place& town = c_.catalogue.places()[place.id];
    for (const Tag& tag : c_.tags.all()) {
      if (tag.label != Label::place || tag.id != place.id) continue;
      const ByteSpan named = c_.doc.span(tag.tokens);
      draft.meeting.place.set(c_.words(named), {named, place.words}, confidence,
                              "meetings/place-capital");
      break;
    }
    set_state(draft.meeting, town.state, place.words, confidence);
  }

  [[nodiscard]] std::string_view last_word(const Named& place) const {
    return place.id == npos ? std::string_view()
                            : c_.doc.lower(c_.doc.token_at(place.words.end - 1));
  }

  void set_state(record::Meeting& m, catalogue::Index state, ByteSpan words, float confidence) {
    if (state == npos) return;
    m.country.set(std::string(c_.catalogue.states()[state].code), {words}, confidence,
                  "meetings/country-of-place");
  }

  void set_country(Draft& draft, const Named& state, float confidence) {
    draft.meeting.country.set(std::string(c_.catalogue.states()[state.id].code), {state.words},
                              confidence, "meetings/country");
  }

  // Luxembourg, Singapore, Monaco: the state is its town.
  void add_city_state(Draft& draft, const Named& state) {
    const catalogue::State& s = c_.catalogue.states()[state.id];
    if (s.capital != s.name || draft.meeting.place) return;
    draft.meeting.place.set(c_.words(state.words), {state.words}, 0.7F, "meetings/city-state");
  }

  void add_modes() {
    for (std::uint32_t t = 0; t < c_.doc.size(); ++t) {
      TokenRange words;
      const lexicon::Cue* cue = c_.cue(t, c_.cues.mode, &words);
      if (cue == nullptr || !is_text(t)) continue;
      const std::size_t d = attribution_.at(t);
      const std::optional<record::Mode> mode = record::from_string<record::Mode>(cue->value);
      if (d == Attribution::kNone || !mode || drafts_.drafts[d].meeting.mode) continue;
      drafts_.drafts[d].meeting.mode.set(*mode, {c_.doc.span(words)}, 0.7F, "meetings/mode");
    }
  }

  void finish(Draft& draft) {
    record::Meeting& m = draft.meeting;
    if (m.kind && *m.kind == Kind::call) {
      m.place = {};
      m.country = {};
      m.venue = {};
    }
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
