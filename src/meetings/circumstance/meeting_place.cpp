// Where meetings are held: each place of a sentence goes to the meeting nearest to it.

#include "circumstance/meeting_place.h"

#include <algorithm>

#include "circumstance/address.h"
#include "circumstance/place_facts.h"
#include "circumstance/place_guess.h"
#include "circumstance/place_preposition.h"
#include "circumstance/place_reference.h"
#include "circumstance/whereabouts.h"
#include "clause/word_list.h"
#include "link/succession_words.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;
using tagger::Label;
using tagger::Tag;

class Places {
 public:
  Places(const Context& context, Drafts& drafts, const Attribution& attribution)
      : c_(context), drafts_(drafts), attribution_(attribution), facts_(context) {}

  void run() {
    add_labelled();
    add_places();
    for (Draft& draft : drafts_.drafts) finish(draft);
  }

 private:
  [[nodiscard]] Draft* nearest(TokenRange tokens) const {
    return nearest_draft(c_, drafts_, attribution_, tokens);
  }

  // "Venue: Addis Ababa": a line that says it outright.
  void add_labelled() {
    Draft& main = drafts_.drafts[drafts_.main];
    for (const text::Sentence& s : c_.doc.sentences()) {
      TokenRange words;
      const lexicon::Cue* label = c_.cue(s.tokens.begin, c_.cues.label, &words);
      if (label == nullptr || label->value != "where" || c_.lower(words.end) != ":") continue;
      for (std::uint32_t t = words.end; t < s.tokens.end; ++t) {
        const Tag* tag = c_.tags.starting(t);
        if (tag == nullptr || tag->label != Label::place) continue;
        facts_.set_place(main, {tag->id, c_.doc.span(tag->tokens)}, 0.9F);
        break;
      }
    }
  }

  // A place or state after "in" or "at", or as the meeting's own modifier ("the Qingdao summit").
  void add_places() {
    for (Draft& draft : drafts_.drafts) {
      for (const std::uint32_t i : draft.mentions) {
        const Mention& m = drafts_.mentions[i];
        // "flies on to Ankara. |There| he meets X": told of the meeting itself
        const bool there =
            m.place && c_.doc.sentence_of(c_.doc.token_at(m.place.words.begin)) < m.sentence;
        if (m.place && !draft.meeting.place && (there || !is_stop(draft, m.place))) {
          facts_.set_place(draft, m.place, 0.9F);
        }
        if (m.country && !draft.meeting.country) {
          facts_.set_country(draft, m.country, 0.85F);
          facts_.add_city_state(draft, m.country);
        }
      }
    }
    add_bracketed();
    add_aimed();
    add_told_of();
    add_here();
    for (const Tag& tag : c_.tags.all()) {
      const Named capital = capital_at(c_, tag.tokens.begin);
      const bool town = tag.label == Label::place || capital;
      if (!town && tag.label != Label::state) continue;
      if (!is_told(c_, tag.tokens.begin) || !is_where(c_, tag.tokens.begin)) continue;
      Draft* draft = nearest(tag.tokens);
      if (draft == nullptr && town && is_scene(c_, tag)) {
        const std::size_t meant = attribution_.meant_by_it(tag.tokens.begin);
        if (meant != Attribution::kNone) draft = &drafts_.drafts[meant];
      }
      if (draft == nullptr && town) draft = held_far_behind(tag);
      if (draft == nullptr || (is_towards(c_, tag) && !is_visit(*draft))) continue;
      if (is_of_another_edition(tag, *draft)) continue;
      if (is_further_stop(c_, drafts_.mentions, *draft, tag.tokens.begin)) continue;
      const Named named = capital ? capital : town_behind(c_, tag);
      if (town && (!may_be_town(c_, named) || goes_elsewhere(*draft, named))) continue;
      if (const Named namesake = town_like_state(c_, tag); namesake) {
        if (!draft->meeting.place) facts_.set_place(*draft, namesake, 0.75F);
        continue;
      }
      if (town && (!draft->meeting.place || is_venue(c_, named)))
        facts_.set_place(*draft, named, 0.75F);
      if (tag.label == Label::state && !draft->meeting.country && !draft->meeting.place) {
        facts_.set_country(*draft, named, 0.65F);
        facts_.add_city_state(*draft, named);
      }
    }
    add_addresses();
    add_references();
    add_main_place();
    add_dateline();
  }

  // "the 8th, last year, ...; the 7th, in |Doha|": another one of the row has the town.
  [[nodiscard]] bool is_of_another_edition(const Tag& tag, const Draft& draft) const {
    const std::uint32_t begin = c_.doc.span(tag.tokens).begin;
    for (const Attribution::Place& p : attribution_.in(c_.doc.sentence_of(tag.tokens.begin))) {
      const Mention& m = drafts_.mentions[p.mention];
      if (&drafts_.drafts[p.draft] == &draft || !is_of_row(m)) continue;
      if ((m.place && m.place.words.begin == begin) ||
          (m.country && m.country.words.begin == begin)) {
        return true;
      }
    }
    return false;
  }

  // "The summit on A, comprising B and C, |was held on 27 June in| Luanda": however far the verb of
  // the only meeting of the sentence stands behind it.
  [[nodiscard]] Draft* held_far_behind(const Tag& town) const {
    static constexpr std::array<std::string_view, 4> kHeld{"held", "convened", "place",
                                                           "organised"};
    const TokenRange s = c_.sentence(town.tokens.begin);
    std::uint32_t at = town.tokens.begin;
    if (at < s.begin + 3 || c_.lower(at - 1) != "in") return nullptr;
    --at;
    for (const time::Expression& e : c_.times_in(s)) {
      if (e.tokens.end == at) at = e.tokens.begin;
    }
    if (at > s.begin && c_.lower(at - 1) == "on") --at;
    if (at <= s.begin || !is_one_of(c_.lower(at - 1), kHeld)) return nullptr;
    const auto& here = attribution_.in(c_.doc.sentence_of(town.tokens.begin));
    for (const Attribution::Place& p : here) {
      if (p.draft != here.front().draft) return nullptr;
    }
    return here.empty() ? nullptr : &drafts_.drafts[here.front().draft];
  }

  // "the NATO summit |(Brussels, July)|": what the bracket behind its name says.
  void add_bracketed() {
    for (Draft& draft : drafts_.drafts) {
      for (const std::uint32_t i : draft.mentions) {
        if (draft.meeting.place) break;
        const Named town = bracketed_town(c_, drafts_.mentions[i].tokens);
        if (town) facts_.set_place(draft, town, 0.8F);
      }
    }
  }

  // "flew to Managua, Nicaragua, for the summit": said outright, whatever else stands nearer.
  void add_aimed() {
    for (const Tag& tag : c_.tags.all()) {
      const bool town = tag.label == Label::place && tag.id != npos;
      if (!town || !is_told(c_, tag.tokens.begin) || !is_where(c_, tag.tokens.begin)) continue;
      Draft* draft = aimed_at(tag);
      if (draft == nullptr || draft->meeting.place) continue;
      facts_.set_place(*draft, {tag.id, c_.doc.span(tag.tokens)}, 0.8F);
    }
  }

  // "returned from |Baku| on Thursday, where he took part in the summit": whatever stands before
  // it.
  void add_told_of() {
    for (const Tag& tag : c_.tags.all()) {
      const bool state = tag.label == Label::state;
      if ((tag.label != Label::place && !state) || !is_told(c_, tag.tokens.begin)) continue;
      const std::uint32_t clause = where_behind(c_, tag.tokens.end);
      if (clause == tag.tokens.end) continue;
      Draft* draft = first_behind(clause);
      if (draft == nullptr || draft->meeting.place) continue;
      const Named named{tag.id, c_.doc.span(tag.tokens)};
      if (!state) facts_.set_place(*draft, named, 0.8F);
      if (state && !draft->meeting.country) facts_.set_country(*draft, named, 0.75F);
    }
  }

  // The draft of the first mention of the clause that starts at `clause`, or null.
  [[nodiscard]] Draft* first_behind(std::uint32_t clause) const {
    constexpr std::uint32_t kNear = 14;
    if (clause >= c_.doc.size()) return nullptr;  // the text ends in "where"
    for (const Attribution::Place& p : attribution_.in(c_.doc.sentence_of(clause))) {
      const TokenRange m = drafts_.mentions[p.mention].tokens;
      if (m.begin < clause) continue;
      // "in Bloemfontein, where they |last| assembled": another time
      for (std::uint32_t t = clause; t < m.end; ++t) {
        if (c_.lower(t) == "last" || c_.lower(t) == "previously") return nullptr;
      }
      return m.begin < clause + kNear ? &drafts_.drafts[p.draft] : nullptr;
    }
    return nullptr;
  }

  // "They met in the town", "the session held there": the town that was named before.
  void add_references() {
    for (std::uint32_t t = 0; t < c_.doc.size(); ++t) {
      const TownReference meant = town_meant(c_, t);
      if (!meant.town || !is_told(c_, t)) continue;
      Draft* draft = nearest(meant.words);
      if (draft == nullptr || draft->meeting.place) continue;
      const catalogue::Index state = c_.catalogue.places()[meant.town.id].state;
      const auto& country = draft->meeting.country;
      if (country && (state == npos || *country != c_.catalogue.states()[state].code)) continue;
      facts_.set_place(*draft, meant.town, 0.7F);
    }
  }

  // "at the National Cultural Centre, Homestretch Avenue, Georgetown".
  void add_addresses() {
    for (Draft& draft : drafts_.drafts) {
      for (const std::uint32_t i : draft.mentions) {
        if (draft.meeting.place) break;
        const TokenRange m = drafts_.mentions[i].tokens;
        const std::uint32_t end = std::min(m.end + kNearestReach, c_.sentence(m.begin).end);
        for (std::uint32_t t = m.end; t < end && !draft.meeting.place; ++t) {
          if (c_.lower(t) != "at" && c_.lower(t) != "in") continue;
          if (is_denied_for_other(c_, t)) continue;
          const std::uint32_t next = c_.lower(t + 1) == "the" ? t + 2 : t + 1;
          const std::uint32_t name = town_named_behind(c_, next);
          if (name >= c_.doc.size() || !c_.doc.is_capital(name)) continue;
          const Address address = address_at(c_, name);
          if (!address.town && !address.state) continue;
          Draft* owner = nearest({next, next + 1});
          if (owner != &draft) continue;
          take_address(draft, address);
        }
      }
    }
  }

  void take_address(Draft& draft, const Address& address) {
    if (address.town.words.size() > 0) facts_.set_place(draft, address.town, 0.75F);
    if (!address.state || draft.meeting.country) return;
    facts_.set_country(draft, address.state, 0.65F);
    if (!draft.meeting.place) facts_.add_city_state(draft, address.state);
  }

  // "a meeting held here on Monday": where the report was written.
  void add_here() {
    if (!has_dateline()) return;
    for (std::uint32_t t = c_.dateline.end; t < c_.doc.size(); ++t) {
      if (c_.doc.lower(t) != "here") continue;
      Draft* draft = nearest({t, t + 1});
      if (draft == nullptr || draft->meeting.place) continue;
      const auto& country = draft->meeting.country;
      if (country && *country != c_.report.dateline.country) continue;
      set_dateline(*draft, 0.8F);
    }
  }

  // A session of which no place is said at all is taken to be where the report was written, with
  // little confidence.
  void add_dateline() {
    Draft& main = drafts_.drafts[drafts_.main];
    const bool apart = main.meeting.mode && *main.meeting.mode == record::Mode::virtual_;
    if (main.meeting.place || apart || is_ahead(c_.report, main.meeting)) return;
    const auto& country = main.meeting.country;  // "ROME: |Italy| hosted the summit"
    if (country && *country != c_.report.dateline.country) return;
    if (const Named unknown = name_behind(c_, drafts_.mentions, main); unknown.words.size() > 0) {
      return facts_.set_place(main, unknown, 0.4F);
    }
    if ((!main.bilateral || is_in_building(c_, drafts_.mentions, main)) && has_dateline())
      set_dateline(main, 0.4F);
  }

  [[nodiscard]] bool has_dateline() const {
    if (c_.report.dateline.place.empty()) return false;
    return dateline_state(c_) || !dateline_town(c_).words.empty();
  }

  void set_dateline(Draft& draft, float confidence) {
    const Named state = dateline_state(c_);
    if (!state) return facts_.set_place(draft, dateline_town(c_), confidence);
    facts_.set_country(draft, state, confidence);
    facts_.add_city_state(draft, state);
  }

  // "to Managua, Nicaragua, |for the 40th Meeting|": the draft of that mention, or null.
  [[nodiscard]] Draft* aimed_at(const Tag& tag) const {
    constexpr std::uint32_t kNear = 4;
    const TokenRange s = c_.sentence(tag.tokens.begin);
    std::uint32_t at = tag.tokens.end;
    if (c_.lower(at) == ",") ++at;
    const Tag* state = at < s.end ? c_.tags.starting(at) : nullptr;
    if (state != nullptr && state->label == Label::state) at = state->tokens.end;
    if (c_.lower(at) == ",") ++at;
    // "left for Suva |on Monday| to attend the summit"
    if (c_.lower(at) == "on" && c_.time_at(at + 1) != nullptr) ++at;
    if (const time::Expression* day = c_.time_at(at); day != nullptr) at = day->tokens.end;
    const bool aim = c_.lower(at) == "for" || (c_.lower(at) == "to" && at + 1 < s.end);
    if (at >= s.end || !aim || c_.time_at(at + 1) != nullptr) return nullptr;
    for (const Attribution::Place& p : attribution_.in(c_.doc.sentence_of(tag.tokens.begin))) {
      const TokenRange m = drafts_.mentions[p.mention].tokens;
      if (drafts_.mentions[p.mention].verbal || m.begin < at || m.begin > at + kNear) continue;
      return &drafts_.drafts[p.draft];
    }
    return nullptr;
  }

  [[nodiscard]] bool is_stop(const Draft& draft, const Named& town) const {
    return is_further_stop(c_, drafts_.mentions, draft, c_.doc.token_at(town.words.begin));
  }

  static bool is_visit(const Draft& draft) {
    return draft.meeting.kind && *draft.meeting.kind == Kind::visit;
  }

  // "arrived in Lima after a visit |to Chile|": a town of another state than the one visited.
  [[nodiscard]] bool goes_elsewhere(const Draft& draft, const Named& town) const {
    if (!is_visit(draft) || town.id == npos) return false;
    const catalogue::Index state = c_.catalogue.places()[town.id].state;
    return state != npos &&
           std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](std::uint32_t i) {
             const Mention& m = drafts_.mentions[i];
             if (m.verbal || c_.lower(m.trigger.end) != "to") return false;
             const std::uint32_t at =
                 m.trigger.end + (c_.lower(m.trigger.end + 1) == "the" ? 2 : 1);
             const Tag* tag = at < c_.doc.size() ? c_.tags.starting(at) : nullptr;
             return tag != nullptr && tag->label == Label::state && tag->id != state;
           });
  }

  // The town of the opening sentences, in the country if one is told.
  void add_main_place() {
    constexpr std::uint32_t kOpening = 5;
    Draft& main = drafts_.drafts[drafts_.main];
    if (main.meeting.place) return;
    std::uint32_t seen = 0;
    for (const text::Sentence& s : c_.doc.sentences()) {
      if (s.role != text::LineRole::body && s.role != text::LineRole::headline) continue;
      if (++seen > kOpening) return;
      for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        const Tag* tag = c_.tags.starting(t);
        if (tag == nullptr || tag->label != Label::place || !is_where(c_, t)) continue;
        if (is_towards(c_, *tag) || is_further_stop(c_, drafts_.mentions, main, t)) continue;
        const Draft* owner = s.role == text::LineRole::body ? nearest(tag->tokens) : nullptr;
        if (owner != nullptr && owner != &main) continue;
        if (tag->id == npos && has_dateline()) continue;
        if (main.meeting.country && !lies_in(*tag, *main.meeting.country)) continue;
        facts_.set_place(main, {tag->id, c_.doc.span(tag->tokens)}, 0.5F);
        return;
      }
    }
  }

  [[nodiscard]] bool lies_in(const Tag& tag, const std::string& country) const {
    if (tag.id == npos) return false;
    const catalogue::Index state = c_.catalogue.places()[tag.id].state;
    return state != npos && c_.catalogue.states()[state].code == country;
  }

  void finish(Draft& draft) {
    record::Meeting& m = draft.meeting;
    // On screens nobody is anywhere, unless the words say it outright.
    constexpr float kSure = 0.7F;
    const bool guess = m.place ? m.place.confidence < kSure : m.country.confidence < kSure;
    const bool apart = m.mode && *m.mode == record::Mode::virtual_ && guess && is_told_first(draft);
    if (apart || (m.kind && *m.kind == Kind::call)) {
      m.place = {};
      m.country = {};
      m.venue = {};
    }
  }

  // The mode stands in the sentence of running text that names the meeting first.
  [[nodiscard]] bool is_told_first(const Draft& draft) const {
    const std::uint32_t mode =
        c_.doc.sentence_of(c_.doc.token_at(draft.meeting.mode.evidence.front().begin));
    for (const std::uint32_t sentence : draft.sentences) {
      if (sentence == mode) return true;
      if (c_.doc.sentences()[sentence].role == text::LineRole::body) return false;
    }
    return false;
  }

  const Context& c_;
  Drafts& drafts_;
  const Attribution& attribution_;
  PlaceFacts facts_;
};

}  // namespace

void add_meeting_places(const Context& context, Drafts& drafts, const Attribution& attribution) {
  Places(context, drafts, attribution).run();
}

}  // namespace rapporteur::meetings
