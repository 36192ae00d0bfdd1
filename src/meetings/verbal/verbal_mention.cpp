// A verbal mention ("met with", "telephoned") takes its subject and its object from the cast.

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "mention/number_behind.h"
#include "nominal/nominal_words.h"
#include "nominal/noun_owner.h"
#include "organ/ordinal.h"
#include "verbal/guest_office.h"
#include "verbal/pronoun_ahead.h"
#include "verbal/told_body.h"
#include "verbal/told_guests.h"
#include "verbal/verb_judge.h"
#include "verbal/verb_manner.h"
#include "verbal/verb_subject.h"

namespace rapporteur::meetings {

namespace {

// "The Commission met |for the 11th time|"
void add_number(const Context& c, Mention& m) {
  std::uint32_t at = m.trigger.end;
  if (c.lower(at) != "for") return;
  at += c.lower(at + 1) == "the" ? 2 : 1;
  constexpr std::uint32_t kLongest = 3;
  for (std::uint32_t end = at + 1; end <= at + kLongest && end < c.doc.size(); ++end) {
    const Ordinal ordinal = ordinal_before(c.doc, end, at);
    if (c.doc.lower(end) != "time" || ordinal.value == 0) continue;
    // "the three met for the first time in May", "ministers meet for first time": no row of theirs
    const bool body = m.organisation || m.organ || !m.organ_words.empty();
    const names::Office* people = m.organ_words.empty()
                                      ? nullptr
                                      : c.cast.office_covering(c.doc.token_at(m.organ_span.begin));
    const bool group = people != nullptr && people->plural && !m.organisation;
    if (ordinal.value == 1 && (!body || group)) return;
    if (c.lower(end + 1) == "in" && is_stretch(c, end + 2)) return;
    m.ordinal = ordinal.value;
    m.ordinal_span = c.doc.span(ordinal.tokens);
    m.tokens.end = std::max(m.tokens.end, end + 1);
    return;
  }
}

// "visited President X", "paid a visit to King Y": whom one visits, one calls on.
bool calls_on(const Context& c, const Mention& m) {
  return m.kind == "visit" && !m.trip && !m.objects.empty() && m.states.empty() && !m.place &&
         c.lower(m.tokens.end) != "'s" && c.lower(m.tokens.end) != "'";
}

// "sit together |in the Nordic-Baltic format|"
void add_format(const Context& c, Mention& m) {
  constexpr std::uint32_t kNear = 6;
  if (m.organisation || m.organ) return;
  const std::uint32_t end = std::min(m.trigger.end + kNear, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.trigger.end; t < end; ++t) {
    const Format format = format_behind(c, t);
    if (format.body == nullptr) continue;
    if (!names_organ(c, *format.body)) {
      m.organisation = {format.body->id, c.doc.span(format.body->tokens)};
    }
    return;
  }
}

// "saw |the ministers of the League|": whoever they are, they were received.
bool sees_group_of_body(const Context& c, const Clause& clause, TokenRange verb) {
  const std::uint32_t group = verb.end + 1;
  return c.lower(verb.end) == "the" && clause.group_of_body(group) > group;
}

// "visited |the Callao naval base|": a thing that bears the name of a town, and no journey to it.
bool visits_site(const Context& c, const Mention& m) {
  std::uint32_t t = m.trigger.end;
  if (m.trip || c.lower(t) != "the") return false;
  const tagger::Tag* town = ++t < c.doc.size() ? c.tags.starting(t) : nullptr;
  if (town == nullptr || town->label != tagger::Label::place) return false;
  t = town->tokens.end;
  return t < c.doc.size() && c.doc.shape(t) == text::Shape::lower && c.time_at(t) == nullptr &&
         !is_preposition(c.doc.lower(t)) && c.cue(t, c.cues.adverb) == nullptr &&
         !c.doc.lower(t).ends_with("ly") && c.doc.lower(t) != "and";
}

// The verb has those who could meet.
bool is_complete(const Context& c, const Mention& m) {
  const std::size_t sides = m.people.size() + m.states.size();
  const TokenRange s = c.sentence(m.trigger.begin);
  if (!m.people.empty() && c.doc.lower(s.end - 1) == ":") return true;  // a list follows
  const bool body = m.organisation || m.organ || !m.organ_words.empty();
  if (m.kind == "meeting") return (body || sides >= 2 || m.group) && !is_on_arrival(c, m);
  if (m.kind == "signing") return sides >= 2 || m.apart;
  if (m.kind == "visit") {
    return !m.people.empty() && (!m.states.empty() || m.place) && !visits_site(c, m);
  }
  if (m.kind == "reception") {
    return (sides >= 2 || m.received_group || m.told_guests || (sides >= 1 && body)) &&
           !at_airport(c, m);
  }
  // "The presidents held talks": who they are is left to the text before.
  return m.kind == "talks" || m.kind == "call" || sides > 0 || body;
}

// A verb with who stands before it and behind it.
class VerbClause {
 public:
  VerbClause(const Context& context, TokenRange verb, const lexicon::Cue& cue,
             const Mention* before)
      : c_(context),
        verb_(verb),
        before_(before),
        hosts_(cue.value == "host"),
        sees_(cue.value == "see"),
        rings_(cue.value == "ring"),
        m_(opened(cue)),
        clause_(context, m_) {
    const std::uint32_t begin = c_.sentence(verb.begin).begin;
    const bool form = c_.doc.lower(verb.begin).ends_with("ing") ||
                      (verb.size() == 2 && c_.doc.lower(verb.begin + 1) == "meeting");
    // "|Gathered| in Kisumu, the ministers agreed"
    const bool opens = verb.begin == behind_dateline(c_, verb.begin).begin &&
                       c_.doc.lower(verb.begin).ends_with("ed");
    gerund_ = (form && verb.begin < begin + 3) || opens;
  }

  std::optional<Mention> read() {
    const bool may_be_whom = m_.kind == "reception" || meets() || m_.kind == "call" || rings_;
    if (is_only_meant(c_, m_)) return std::nullopt;
    if (may_be_whom && clause_.relative(verb_.begin)) {
      if (rings_) m_.kind = is_on_whom(c_, verb_.begin) ? "reception" : "call";
      return m_;
    }
    find_subject();
    const bool summit = m_.top_level;
    if (!find_object()) return std::nullopt;
    find_those_unsaid();
    // "The President met |the leaders of several countries|": no summit of theirs
    if (office_ || !subjects_.empty()) m_.top_level = summit;
    if (m_.kind == "signing" && m_.people.empty()) take_signatories_behind_colon();
    settle_sides();
    if (m_.kind == "talks" && is_on_telephone(c_, m_)) m_.kind = "call";
    if (rings_) m_.kind = "call";
    if (is_no_meeting()) return std::nullopt;
    if (calls_on(c_, m_)) m_.kind = "reception";
    if (lacks_guests() || is_counted(c_, m_) || !has_sides()) return std::nullopt;
    if (m_.kind == "meeting") add_number(c_, m_);
    if (m_.kind == "meeting" && m_.group) add_format(c_, m_);
    return m_;
  }

 private:
  // The mention by its verb alone.
  Mention opened(const lexicon::Cue& cue) {
    Mention m;
    m.trigger = verb_;
    m.tokens = verb_;
    m.trip = cue.value == "trip";
    m.kind = m.trip ? "visit" : hosts_ || sees_ ? "talks" : cue.value;
    m.verbal = true;
    m.sentence = c_.doc.sentence_of(verb_.begin);
    m.in_headline = c_.doc.sentences()[m.sentence].role == text::LineRole::headline;
    m.fresh = m.kind == "visit" && is_invited(c_, verb_);
    const std::uint32_t end = call_behind(c_, verb_);
    if (m.kind == "reception" && end > verb_.end) {
      // "received a |courtesy call| from X": no telephone
      if (c_.doc.lower(end - 2) != "courtesy") m.kind = "call";
      m.trigger.end = m.tokens.end = end;
      receives_call_ = true;
    }
    if (m.kind == "meeting") {
      m.relation = relation_of(c_, verb_);
      m.fresh = !m.relation.empty();
    }
    return m;
  }

  [[nodiscard]] bool meets() const { return m_.kind == "talks" || m_.kind == "meeting"; }

  // "X began the day |by meeting| Y": who opens the sentence; false: nobody does, or the verb is of
  // another form.
  bool takes_opening_subject() {
    static constexpr std::array<std::string_view, 6> kBefore{"by",    "after", "before",
                                                             "while", "when",  "upon"};
    const bool behind = verb_.size() > 1 && c_.doc.lower(verb_.end - 1) == "meeting" &&
                        is_one_of(c_.doc.lower(verb_.begin), kBefore);
    if (!behind) return false;
    const std::uint32_t person = person_opening(c_, {c_.sentence(verb_.begin).begin, verb_.begin});
    if (person != kNobody) m_.people.push_back(person);
    return person != kNobody;
  }

  // "|Gathered| in Lima were X and Y"
  bool takes_turned_subject() {
    const bool form = c_.doc.lower(verb_.end - 1).ends_with("ed");
    const bool opens = verb_.begin == c_.sentence(verb_.begin).begin;
    return m_.kind == "meeting" && form && opens && clause_.subject_behind(verb_.end);
  }

  // "|Received| by X on Monday were Y and Z"
  bool takes_turned_guests() {
    const std::string_view verb = c_.doc.lower(verb_.begin);
    const bool form = verb == "received" || verb == "welcomed";
    const bool opens = verb_.begin == c_.sentence(verb_.begin).begin;
    if (m_.kind != "reception" || !form || !opens) return false;
    if (!clause_.object_behind(verb_.begin + 1, "by")) return false;
    const std::vector<std::uint32_t> hosts = m_.people;
    if (!clause_.subject_behind(m_.tokens.end)) {
      m_.people.clear();
      return false;
    }
    for (const std::uint32_t p : m_.people) {
      if (std::find(hosts.begin(), hosts.end(), p) == hosts.end()) m_.objects.push_back(p);
    }
    subjects_ = hosts;
    return !m_.objects.empty();
  }

  void find_subject() {
    if (takes_turned_guests()) return;
    if (takes_opening_subject() || takes_turned_subject()) {
      subjects_ = m_.people;
      return;
    }
    const std::string_view word = word_before(c_, verb_.begin);
    const bool told = share_subject(c_, before_, word, m_) || share_all(before_, word, m_) ||
                      take_those_told(c_, before_, word, m_) ||
                      ((word == "he" || word == "she") && clause_.pronoun(verb_.begin));
    // "It goes to |the leaders, who| meet in May": no one's pronoun
    const std::uint32_t group =
        word == "they" && !told ? group_told(c_, clause_, verb_.begin) : verb_.begin;
    const bool body = word == "it" && m_.kind == "meeting" && take_told_body(c_, verb_.begin, m_);
    const bool own = !gerund_ && !told && !body && (clause_.subject(group) || m_.group);
    if (!gerund_ && !told && !own && !body) clause_.pronoun(verb_.begin);
    if (m_.kind == "meeting") {
      take_leaders(c_, clause_, verb_.begin, m_);
      take_told_owner(c_, m_);
      take_told_whole(c_, m_);
      take_whole_of_leaders(c_, verb_.begin, m_);
    }
    const bool untold = m_.kind == "meeting" && !m_.group && is_nobody();
    if (untold) take_body_of_noun(c_, verb_.begin, m_);
    if (m_.kind == "visit" && is_invited_by_subject(c_, verb_)) m_.people.clear();
    subjects_ = m_.people;
  }

  // False: nobody meets by that verb.
  bool find_object() {
    const std::size_t home = m_.states.size();
    const bool guests =
        m_.kind == "visit" && subjects_.empty() && home > 0 && is_guest_office(c_, verb_);
    borne_ = m_.kind == "signing" && c_.lower(verb_.end - 1) == "of";
    passive_ = !borne_ && is_passive(c_, verb_.begin);
    if (hosts_ && is_at_table(c_, verb_.end - 1)) m_.kind = "reception";
    if (passive_ && m_.kind == "talks" && hosts_) return false;  // a meeting is
    if (sees_ && sees_group_of_body(c_, clause_, verb_)) m_.kind = "reception";
    found_ = takes_object();
    // "met today |with X|"
    with_ = !found_ && m_.kind != "visit" && m_.kind != "signing" &&
            clause_.object_behind(verb_.end, "with");
    if (const std::uint32_t other = found_ || passive_ ? 0 : co_signer(c_, verb_, m_); other > 0) {
      clause_.object(other);
    }
    for (const std::uint32_t p : m_.people) {
      const bool acts = std::find(subjects_.begin(), subjects_.end(), p) != subjects_.end();
      if (!acts) m_.objects.push_back(p);
    }
    went_ = guests && take_destination(c_, m_, home);
    return true;
  }

  bool takes_object() {
    if (passive_) return clause_.object_behind(verb_.end, "by");
    const bool found =
        receives_call_ ? clause_.object_behind(m_.trigger.end, "from") : clause_.object(verb_.end);
    if (found) return true;
    if (m_.kind == "reception" && clause_.object_across(verb_.end)) return true;
    // "played host |on Monday to| X"
    const bool plays = hosts_ && c_.lower(verb_.end - 1).starts_with("host") && verb_.size() > 1;
    if (plays && clause_.object_behind(verb_.end, "to")) return true;
    if (hosts_ && !plays && clause_.object_behind_adjuncts(verb_.end)) return true;
    if (meets() && subjects_.size() == 1 && clause_.object_behind_adjuncts(verb_.end)) return true;
    if (meets() && clause_.object_of_group(verb_.end)) return true;
    return m_.kind != "visit" && m_.kind != "signing" &&
           clause_.object_pronoun(receives_call_ ? m_.trigger.end : verb_.end);
  }

  // Those who act or are received without being named in the clause.
  void find_those_unsaid() {
    const bool received = passive_ && found_ && m_.kind == "reception" && m_.people.size() == 1;
    if (received && is_group_before(c_, verb_.begin)) {
      m_.received_group = true;
    } else if (received && is_guest_before(c_, verb_.begin)) {
      take_protagonist(c_, m_);
    }
    if (gerund_) clause_.late_subject(m_.tokens.end);
    const bool ahead = gerund_ || is_pronoun_ahead(c_, verb_.begin);
    if (ahead && m_.kind == "meeting" && is_nobody()) take_behind_comma(c_, m_);
    if (ahead && !gerund_ && is_nobody()) take_states_behind_comma(c_, clause_, m_);
    const bool of_office = m_.kind != "visit" && m_.kind != "signing";
    office_ = of_office && is_office_before(c_, verb_.begin);
    if (is_left_unsaid()) take_protagonist(c_, m_);
    const std::string_view word = word_before(c_, verb_.begin);
    const bool guest = word == "guest" || word == "visitor";
    const bool only_met = !m_.objects.empty() && m_.people.size() == m_.objects.size();
    if (meets() && (found_ || with_) && subjects_.empty() && only_met &&
        (guest || is_delegation_before(c_, verb_.begin))) {
      take_protagonist(c_, m_);
    }
  }

  [[nodiscard]] bool is_nobody() const {
    return m_.people.empty() && m_.states.empty() && !m_.organisation && !m_.organ &&
           m_.organ_words.empty();
  }

  // "|The Minister| received X": who acts was told before.
  [[nodiscard]] bool is_left_unsaid() const {
    const bool direct = m_.kind == "talks" || m_.kind == "reception" || m_.kind == "call";
    const bool opening = verb_.begin == c_.sentence(verb_.begin).begin;
    const bool one = m_.people.size() == 1 || (office_ && m_.people.size() == m_.objects.size());
    return (direct || office_) && found_ && !passive_ && !m_.in_headline && !opening && one &&
           !m_.people.empty() && subjects_.empty() && m_.states.empty();
  }

  // "The presidents signed the convention in Aktau|: A (X), B (Y) and C (Z)|"
  void take_signatories_behind_colon() {
    const std::uint32_t end = c_.sentence(verb_.begin).end;
    for (std::uint32_t t = verb_.end; t + 1 < end; ++t) {
      if (c_.doc.lower(t) != ":") continue;
      const TokenRange words = m_.tokens;
      if (c_.cast.starting(t + 1) != nullptr) clause_.object(t + 1);
      m_.tokens = words;  // beside which place and day stand
      subjects_ = m_.people;
      return;
    }
  }

  void settle_sides() {
    const bool lacks = m_.people.size() + m_.states.size() < 2;
    const bool by = c_.lower(verb_.end - 1) == "by";
    const bool signs = m_.kind == "signing" && !borne_ && (!passive_ || by);
    if (signs && lacks) take_signatories(c_, before_, m_);
    // "the EU, Norway and Iceland met", "the head of ECO and the minister met": one of the sides.
    const bool sides = m_.people.size() >= 2 || m_.states.size() >= 2;
    if (sides && !m_.organ && m_.organ_words.empty()) m_.organisation = {};
    if (m_.kind != "signing") return;
    // Papers are signed, not those who are named before.
    if (passive_ || borne_) m_.people = m_.objects;
    m_.closing = is_of_closing_paper(c_, verb_);
    if (!m_.closing) tell_apart(c_, m_);
  }

  // The words only look like a meeting.
  [[nodiscard]] bool is_no_meeting() const {
    if (rings_ && (subjects_.empty() || !is_rung(c_, m_))) return true;
    if (sees_ && (!found_ || is_day_that_saw(c_, m_))) return true;
    if (hosts_ && hosts_noun()) return true;
    if (is_habit(c_, m_)) return true;
    if (m_.trip && is_sent(c_, verb_)) return true;
    if (m_.kind == "meeting" && fulfils(c_, verb_)) return true;
    if (sees_ && !m_.received_group && !is_only_seen(c_, m_)) return true;
    if (m_.kind == "call" && only_addresses(c_, m_)) return true;
    if (before_ != nullptr && only_seats(c_, verb_)) return true;
    if (urges(c_, m_) || bestows(c_, verb_) || is_saying(c_, verb_)) return true;
    if (m_.kind == "reception" && is_handed(c_, verb_)) return true;
    return m_.kind == "talks" && is_task(c_, m_);
  }

  // "hosted |a call| with her counterparts": the noun tells of it.
  [[nodiscard]] bool hosts_noun() const {
    const std::string_view article = c_.lower(verb_.end);
    if (article != "a" && article != "an") return false;
    return c_.cue(verb_.end + 1, c_.cues.head) != nullptr ||
           c_.cue(verb_.end + 2, c_.cues.head) != nullptr;
  }

  // "is receiving medical attention": nobody who is received.
  bool lacks_guests() {
    m_.told_guests = receives_those_told(c_, m_);
    const bool nobody = !found_ && m_.objects.empty() && !m_.received_group && m_.states.empty();
    if (m_.kind == "reception" && nobody && !gerund_ && !m_.told_guests) return true;
    m_.fresh = m_.fresh || is_beside_others(c_, m_);
    const bool unasked = subjects_.empty() && !m_.told_guests;
    const bool unheard = !found_ && !m_.told_guests;
    return hosts_ && (unheard || unasked || c_.lower(verb_.end) == "by");
  }

  bool has_sides() {
    // "The President met |the prime minister of Peru|": who the first is the report need not say.
    const bool guest =
        office_ && (found_ || with_) && !passive_ && subjects_.empty() && !m_.objects.empty();
    m_.unnamed = guest && m_.people.size() == m_.objects.size();
    const bool visitor = m_.kind == "reception"
                             ? office_ && found_ && !passive_ && subjects_.empty()
                             : guest && m_.kind == "meeting";
    return visitor || went_ || is_complete(c_, m_);
  }

  const Context& c_;
  TokenRange verb_;
  const Mention* before_;
  bool hosts_;
  bool sees_;
  bool rings_;
  bool receives_call_ = false;
  Mention m_;
  Clause clause_;
  bool gerund_ = false;
  bool borne_ = false;  // "The treaty |bears the signatures of| X and Y"
  bool passive_ = false;
  bool found_ = false;   // the object
  bool with_ = false;    // it stands behind "with"
  bool went_ = false;    // guests told by their office
  bool office_ = false;  // an office without a name stands before the verb
  std::vector<std::uint32_t> subjects_;
};

}  // namespace

std::optional<Mention> verbal_mention(const Context& context, TokenRange verb,
                                      const lexicon::Cue& cue, const Mention* before) {
  if (cue.value == "see" && !sees_somebody(context, verb)) return std::nullopt;
  return VerbClause(context, verb, cue, before).read();
}

}  // namespace rapporteur::meetings
