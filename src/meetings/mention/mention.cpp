// Where a report names a meeting: nominal and verbal mentions, completed by what stands beside them
// in their sentence (subject, day, place).

#include <algorithm>

#include "draft.h"
#include "mention/body_event.h"
#include "mention/body_of_sides.h"
#include "mention/mention_parts.h"
#include "nominal/front_subject.h"
#include "nominal/meeting_number.h"
#include "nominal/nominal_words.h"
#include "nominal/noun_judge.h"
#include "nominal/noun_part.h"
#include "nominal/noun_subject.h"
#include "nominal/told_meeting.h"
#include "organ/edition.h"
#include "organ/name_ends.h"
#include "organ/ordinal.h"
#include "verbal/journey.h"
#include "verbal/told_body.h"
#include "verbal/verb_judge.h"
#include "verbal/verb_of_noun.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

// How far a visit is spoken of without being named, in sentences.
constexpr std::uint32_t kVisitReach = 6;

// Finds the mentions of one report, left to right.
class Finder {
 public:
  explicit Finder(const Context& context)
      : c_(context),
        body_events_(context),
        editions_(context),
        aside_(context.cues.aside),
        joint_(context.cues.joint_verb),
        convening_(context.cues.convening),
        owners_(owners_of_summits(context)),
        telephone_(tells_of_telephone(context)) {}

  std::vector<Mention> run() {
    for (std::uint32_t t = 0; t < c_.doc.size(); ++t) {
      const text::LineRole role = c_.doc.sentences()[c_.doc.sentence_of(t)].role;
      if (role == text::LineRole::boilerplate) continue;
      const Tag* tag = c_.tags.covering(t);
      if (std::optional<Mention> m = numbered_mention(c_, t); m) {
        t = m->tokens.end - 1;
        keep(std::move(*m));
        continue;
      }
      if (tag != nullptr && tag->label != Label::body) continue;
      if (std::optional<Mention> m = editions_.at(t); m) {
        t = m->tokens.end - 1;
        keep(std::move(*m));
        continue;
      }
      if (std::optional<Mention> m = titled_mention(c_, t); m) keep(std::move(*m));
      if (std::optional<Mention> m = aside_mention(c_, t, aside_); m && !is_manner(*m)) {
        keep(std::move(*m));
      }
      if (std::optional<Mention> m = hospitality(c_, t); m) {
        t = m->trigger.end - 1;
        keep(std::move(*m));
        continue;
      }
      if (std::optional<Mention> m = told_of_body(t); m) {
        t = m->tokens.end - 1;
        keep(std::move(*m));
        continue;
      }
      std::optional<Mention> other = out_.empty() ? std::nullopt : so_did_body(c_, t, out_.back());
      if (other) {
        keep(std::move(*other));
        continue;
      }
      if (std::optional<Mention> m = elliptic_mention(c_, t); m) {
        keep(std::move(*m));
        continue;
      }
      if (const std::uint32_t end = noun(t); end > t) {
        t = end - 1;
      } else if (const std::uint32_t verb_end = verb(t); verb_end > t) {
        t = verb_end - 1;
      } else if (const std::uint32_t held_end = held(t); held_end > t) {
        t = held_end - 1;
      } else if (const std::uint32_t joint_end = joint(t); joint_end > t) {
        t = joint_end - 1;
      } else if (const std::uint32_t stay_end = stay(t); stay_end > t) {
        t = stay_end - 1;
      }
    }
    add_untold();
    tell_preparations(c_, out_);
    tidy(c_, out_);
    std::stable_sort(out_.begin(), out_.end(), [](const Mention& a, const Mention& b) {
      return a.trigger.begin < b.trigger.begin;
    });
    tell_in_order(c_, out_);
    return std::move(out_);
  }

 private:
  // "the Council opens in Lima", "Lima brought together the ministers of the four"
  [[nodiscard]] std::optional<Mention> told_of_body(std::uint32_t t) const {
    const bool told = !out_.empty() && out_.back().sentence == c_.doc.sentence_of(t) &&
                      !out_.back().verbal && out_.back().tokens.end > t;
    std::optional<Mention> m = told ? std::nullopt : body_of_sides(c_, t);
    if (!m && !told) m = body_events_.at(t);
    return m ? m : body_events_.gathered(t);
  }

  // "exchanged views |over the telephone|": how those dealt with each other of whom was told.
  [[nodiscard]] bool is_manner(const Mention& m) {
    if (m.kind != "call" || out_.empty() || out_.back().sentence != m.sentence) return false;
    Mention& told = out_.back();
    if (told.kind == "talks" && told.dealt && told.people.size() == m.people.size()) {
      told.kind = m.kind;
    }
    return true;
  }

  // "told |reporters| by telephone", "traded insults |from afar|": nobody stands with the other.
  [[nodiscard]] bool speaks_to_others(TokenRange s) const {
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      if (c_.cue(t, c_.cues.encounter, "apart") != nullptr) return true;
    }
    return false;
  }

  // The last visit by somebody named that was told not far before the sentence; or null. Looks at
  // the last mentions only.
  [[nodiscard]] const Mention* visit_before(std::uint32_t sentence) const {
    constexpr std::size_t kMost = 16;
    for (std::size_t back = 1; back <= std::min(kMost, out_.size()); ++back) {
      const Mention& m = out_[out_.size() - back];
      const bool near = m.sentence < sentence && m.sentence + kVisitReach >= sentence;
      if (m.kind == "visit" && near && !m.people.empty()) return &m;
    }
    return nullptr;
  }
  [[nodiscard]] std::uint32_t guest_before(std::uint32_t sentence) const {
    const Mention* visit = visit_before(sentence);
    return visit == nullptr ? kNobody : visit->people.front();
  }

  // The guest of the last visit that was told not far before each sentence.
  [[nodiscard]] std::vector<std::uint32_t> guests_before() const {
    std::vector<std::uint32_t> out(c_.doc.sentences().size(), kNobody);
    for (const Mention& m : out_) {
      if (m.kind != "visit" || m.people.empty()) continue;
      const std::size_t end = std::min<std::size_t>(out.size(), m.sentence + kVisitReach + 1);
      for (std::size_t s = m.sentence + 1; s < end; ++s) out[s] = m.people.front();
    }
    return out;
  }

  // Those who do something together in a sentence that tells of no meeting.
  void add_untold() {
    std::vector<bool> told(c_.doc.sentences().size());
    for (const Mention& m : out_) told[m.sentence] = true;
    const std::vector<std::uint32_t> guests = guests_before();
    for (std::size_t s = 0; s < told.size(); ++s) {
      if (told[s] || speaks_to_others(c_.doc.sentences()[s].tokens)) continue;
      const text::Sentence& sentence = c_.doc.sentences()[s];
      std::optional<Mention> m;
      for (Mention& met : encounters_of_guest(c_, sentence, guests[s])) {
        m = met;
        keep(std::move(met));
      }
      if (m) continue;
      m = encounter_mention(c_, sentence);
      if (!m) m = together_mention(c_, sentence);
      if (m) keep(std::move(*m));
    }
  }

  void keep(Mention m) {
    m.fresh = m.fresh || follows_another(c_, m) || meets_also(c_, m);
    if (is_something_else(c_, m) || is_of_one_state(c_, m)) return;
    take_out_number(c_, m);
    take_year_before(c_, m);
    if (m.kind == "visit") m.ordinal = 0;  // "his first visit" is one of no row
    subject_beside(c_, m);
    take_guest_for_pronoun(c_, guest_before(m.sentence), m);
    take_guest_for_nobody(c_, visit_before(m.sentence), m);
    const std::vector<Mention> items = listed(c_, m);
    for (const Mention& item : items) complete(item);
    if (!items.empty()) return;
    const std::optional<Mention> other = other_with(c_, m);
    complete(std::move(m));
    if (other) complete(*other);
  }

  // "saw A on 1 May and on 2 May B"
  void keep_with_other(Mention m) {
    std::vector<Mention> others = gapped_mentions(c_, m);
    keep(std::move(m));
    for (Mention& other : others) keep(std::move(other));
  }

  void complete(Mention m) {
    add_pair(c_, m);
    if (m.time == kNobody) m.time = time_beside(c_, m);
    place_beside(c_, m);
    place_there(c_, m);
    if (m.kind == "visit" && !m.place && !m.country) {
      if (m.states.empty()) place_before(c_, m);
      place_visited(c_, m);
    }
    keep_each(c_, m, out_);
  }

  // The end of the noun of a meeting at `t`, or `t`.
  std::uint32_t noun(std::uint32_t t) {
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(t, c_.cues.head, &words);
    if (cue == nullptr || (c_.cue(t, c_.cues.verb) != nullptr && !is_verbal_noun(c_, t))) return t;
    if (!planned_over_day(c_, t).empty()) return t;  // "will on Monday |visit| Uganda"
    const Tag* tag = c_.tags.covering(t);
    const bool in_name =
        tag != nullptr && (words.begin < tag->tokens.begin || words.end > tag->tokens.end);
    if (in_name || is_body(c_, tag, words, *cue) || is_inner(c_, out_, tag, words)) return t;
    if (is_owner(c_, tag, owners_)) return t;
    if (is_called(c_, t)) reach_over(c_, out_, words);
    if (is_called(c_, t) || is_means(c_, words) || is_of_last_organ(c_, out_, words) ||
        is_occasion(out_, *cue, words))
      return words.end;
    if (is_round_of(c_, *cue, words) || is_in_organ(c_, out_, words) || is_led(c_, tag, words))
      return t;
    // "the call with X", but "call for", "to call".
    const std::string_view next = c_.lower(words.end);
    const std::string_view word = c_.doc.lower(t);  // "exchange of views |between|"
    const bool loose = word == "call" ? next != "with" : word.starts_with("exchange");
    Mention m = nominal_mention(c_, words, *cue);
    const bool sides = word != "call" && is_exchange_of_sides(c_, m);
    if (loose && next != "between" && !sides) return t;
    take_whole_of_group(c_, m);
    if (m.relation == "next" && was_held(m)) m.relation = {};
    if (m.relation == "previous" && is_said_of_told(c_, m)) refer_back(m);
    editions_.complete(m);
    if (names_no_meeting(c_, m) && !is_held(m)) return words.end;
    if (refers_to_call(c_, m)) {
      m.fresh = false;
      m.definite = true;
    }
    if (m.kind == "round") m.kind = "talks";
    if (is_part_session(c_, m)) refer_to_whole(out_, m);
    if (!out_.empty() && is_sitting_of(c_, out_.back(), m)) {
      take_sitting(out_.back(), m);
      out_.pop_back();
    }
    take_over_verb(c_, out_, m);
    if (is_series(c_, m)) return words.end;
    if (m.kind == "signing") tell_apart(c_, m);
    keep(std::move(m));
    return words.end;
  }

  // "The |next meeting of the Commission| on trade was held in Lima": one of a row, not to come.
  [[nodiscard]] bool was_held(const Mention& m) const {
    constexpr std::uint32_t kReach = 5;
    const std::uint32_t end = std::max(m.tokens.end, m.trigger.end);
    for (std::uint32_t t = end; t < end + kReach && t + 1 < c_.sentence(end - 1).end; ++t) {
      const std::string_view word = c_.doc.lower(t);
      if (word == "was" || word == "took") {
        return c_.doc.lower(t + 1) == "held" || c_.doc.lower(t + 1) == "place";
      }
      if (c_.doc.is_punctuation(t) || c_.cue(t, c_.cues.future) != nullptr) return false;
    }
    return false;
  }

  // "The ministers |held online talks|": told by nothing else in the sentence.
  [[nodiscard]] bool is_held(const Mention& m) const {
    const bool first = out_.empty() || out_.back().sentence != m.sentence;
    if (m.kind != "talks" || m.tokens.size() < 2 || !first || m.in_headline) return false;
    if (m.tokens.begin == c_.sentence(m.trigger.begin).begin) return false;
    const bool denied =
        c_.doc.lower(m.tokens.begin - 1) == "no" || c_.lower(m.tokens.begin) == "no";
    return !denied && light_verb_before(c_, m).size() > 0;
  }

  std::uint32_t verb(std::uint32_t t) {
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(t, c_.cues.verb, &words);
    static constexpr lexicon::Cue kCall{"", "call"};
    const TokenRange spoken = spoken_over_day(c_, t);
    if (!spoken.empty()) {
      words = spoken;
      cue = &kCall;
    }
    static constexpr lexicon::Cue kHost{"", "host"};
    static constexpr lexicon::Cue kVisit{"", "visit"};
    if (const TokenRange planned = planned_over_day(c_, t); cue == nullptr && !planned.empty()) {
      words = planned;
      cue = c_.doc.lower(t) == "host" ? &kHost : &kVisit;
    }
    if (cue == nullptr) return t;
    if (is_verb_of_noun(c_, out_, words)) return words.end;
    if (!out_.empty() && gathers_others(c_, out_.back(), words)) return words.end;
    const Mention* before = out_.empty() ? nullptr : &out_.back();
    std::optional<Mention> m = verbal_mention(c_, words, *cue, before);
    if (!m && cue->value == "signing") {
      m = old_signing(c_, words);
      if (m) out_.push_back(std::move(*m));
      return words.end;
    }
    if (!m) return std::max(words.end, stay(t));
    // "spoke with X" in a report that tells of no telephone
    const bool goes_on = before != nullptr && before->kind == "call";
    const bool afar = telephone_ || goes_on || (before == nullptr && leads_readout(c_, *m));
    if (m->kind == "call" && (!afar || is_in_margins(c_, *m)) &&
        c_.doc.lower(words.begin).starts_with("sp") && !is_on_telephone(c_, *m)) {
      m->kind = "talks";
    }
    if (before != nullptr && is_meal_before(c_, *before, *m)) {
      if (m->time == kNobody) m->time = before->time;
      if (!m->place) m->place = before->place;
      out_.pop_back();
      before = nullptr;
    }
    // "shook hands with X, whom he received"
    if (before != nullptr && says_again(*before, *m)) out_.pop_back();
    const std::uint32_t end = std::max(words.end, m->trigger.end);
    keep_with_other(std::move(*m));
    return end;
  }

  // The end of the verb at `t` by which a council is held ("opens in Lima"), or `t`.
  std::uint32_t held(std::uint32_t t) {
    TokenRange words;
    if (c_.cue(t, convening_, &words) == nullptr) return t;
    // "The session of the Council opened": the noun tells of it.
    const bool told = !out_.empty() && out_.back().sentence == c_.doc.sentence_of(t) &&
                      out_.back().tokens.end + 3 >= t;
    std::optional<Mention> m = told ? std::nullopt : convened_mention(c_, words);
    if (!m) return t;
    keep(std::move(*m));
    return words.end;
  }

  // The end of the verb of dealing at `t` that makes a mention, or `t`.
  std::uint32_t joint(std::uint32_t t) {
    TokenRange words;
    const lexicon::Cue* cue = c_.cue(t, joint_, &words);
    if (cue == nullptr || is_named_behind(words.end)) return t;
    if (cue->value == "group") {
      const std::vector<Mention> groups = groups_with_days(c_, words);
      for (const Mention& group : groups) keep(group);
      if (!groups.empty()) return words.end;
    }
    std::optional<Mention> m = joint_mention(c_, words, *cue);
    if (m && !out_.empty() && is_matter_of_noun(c_, out_.back(), words)) return words.end;
    const Mention* before = out_.empty() ? nullptr : &out_.back();
    if (!m && cue->value == "see") m = verbal_mention(c_, words, *cue, before);
    if (!m) return t;
    keep_with_other(std::move(*m));
    return words.end;
  }

  // The end of the verb of staying at `t` that tells of a visit, or `t`.
  std::uint32_t stay(std::uint32_t t) {
    std::vector<Mention> visits = turned_journey(c_, t, guest_before(c_.doc.sentence_of(t)));
    const std::uint32_t end = visits.empty() ? t : visits.front().trigger.end;
    for (Mention& visit : visits) keep(std::move(visit));
    if (end > t) return end;
    const TokenRange words = journey_verb(c_, t);
    if (words.empty()) return t;
    std::optional<Mention> m = stay_mention(c_, words);
    if (!m) return t;
    keep(std::move(*m));
    return words.end;
  }

  // "discussed in a telephone conversation": the noun tells of it.
  [[nodiscard]] bool is_named_behind(std::uint32_t at) const {
    constexpr std::uint32_t kNear = 5;
    const std::string_view link = c_.lower(at);
    if (link != "in" && link != "during" && link != "at" && link != "over") return false;
    const std::uint32_t end = std::min(at + kNear, c_.sentence(at).end);
    for (std::uint32_t t = at + 1; t < end; ++t) {
      if (c_.cue(t, c_.cues.head) != nullptr) return true;
    }
    return false;
  }

  const Context& c_;
  BodyEvents body_events_;
  Editions editions_;
  lexicon::CueClass aside_;
  lexicon::CueClass joint_;
  lexicon::CueClass convening_;
  std::vector<std::string> owners_;  // see owners_of_summits
  bool telephone_;                   // the report speaks of calls
  std::vector<Mention> out_;
};

}  // namespace

std::vector<Mention> find_mentions(const Context& context) { return Finder(context).run(); }

}  // namespace rapporteur::meetings
