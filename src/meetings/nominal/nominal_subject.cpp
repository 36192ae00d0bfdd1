// The subject of a meeting that is the object of a verb or belongs to somebody: "X and Y held
// talks", "the Council opened its session", "his talks with Y".

#include <algorithm>
#include <array>

#include "circumstance/speech_time.h"
#include "clause/clause.h"
#include "clause/shared_subject.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/behind_noun.h"
#include "nominal/front_subject.h"
#include "nominal/nominal_words.h"
#include "nominal/noun_owner.h"
#include "nominal/own_clause.h"
#include "participant/sides.h"

namespace rapporteur::meetings {

namespace {

bool is_said(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kSaid{
      "said", "says", "stated", "added", "noted", "announced", "stressed", "explained", "hoped"};
  return is_one_of(word, kSaid);
}

bool is_he(std::string_view word) { return word == "he" || word == "she"; }

// "Nepal and India |on Monday| held": before the day that stands in front of the verb, or `verb`.
std::uint32_t before_day(const Context& c, std::uint32_t verb) {
  const time::Expression* day = verb > 0 ? c.time_at(verb - 1) : nullptr;
  if (day == nullptr || !time::is_date(day->kind) || day->tokens.begin == 0) return verb;
  return c.lower(day->tokens.begin - 1) == "on" ? day->tokens.begin - 1 : day->tokens.begin;
}

// "|Nepal and India| held the ninth meeting of the Joint Committee": whose body it is. False: not
// two or three states by themselves.
bool states_of_verb(const Context& c, Mention& m, TokenRange verb) {
  constexpr std::size_t kFew = 3;
  const bool row = !m.organisation && !m.organ && !m.organ_words.empty() && m.owner.empty();
  if (!row || !m.states.empty() || !m.people.empty() || m.in_headline) return false;
  Mention sides;
  sides.trigger = sides.tokens = m.trigger;
  sides.kind = m.kind;
  if (!Clause(c, sides).subject(before_day(c, verb.begin))) return false;
  const bool other = sides.organisation || sides.organ || !sides.organ_words.empty();
  if (other || !sides.people.empty()) return false;
  if (sides.states.size() < 2 || sides.states.size() > kFew) return false;
  m.states = std::move(sides.states);
  return true;
}

// "the meeting |with| X"
bool with_behind(const Context& c, const Mention& m) { return c.lower(m.trigger.end) == "with"; }

// "The foreign ministers agreed to hold |a summit|": of the leaders of the same states.
void leave_to_leaders(const Context& c, Mention& m) {
  using catalogue::OfficeLevel;
  const auto leads = [&](std::uint32_t person) {
    const names::Person& p = c.cast.people[person];
    if (p.offices.empty() || p.offices.front().office == npos) return true;
    const OfficeLevel level = c.catalogue.offices()[p.offices.front().office].level;
    return level == OfficeLevel::head_of_state || level == OfficeLevel::head_of_government;
  };
  const bool ministers = m.organ_words.find("inister") != std::string::npos &&
                         m.organ_words.find("rime") == std::string::npos;
  if (ministers) m.organ_words.clear();
  if (std::any_of(m.people.begin(), m.people.end(), leads)) return;
  for (const std::uint32_t person : m.people) {
    if (const Named& state = c.cast.people[person].state) m.states.push_back(state);
  }
  if (!m.people.empty() || ministers) m.group = false;
  m.people.clear();
}

// "X and Y held the talks": false if no such verb stands before the phrase.
// "The |Union| postponed the summit": its own; but a state may put off what it was to host.
bool owner_of_put_off(const Context& c, Mention& m, std::uint32_t verb) {
  if (m.organisation || m.organ || !m.organ_words.empty() || m.kind == "visit") return false;
  Mention told = m;
  const bool body = Clause(c, told).subject(verb) && told.organisation &&
                    told.organisation.id != npos && told.people.empty() && told.states.empty();
  if (body) m.organisation = told.organisation;
  return body;
}

bool subject_of_verb(const Context& c, Mention& m) {
  const lexicon::Cue* cue = nullptr;
  const TokenRange verb = light_verb_before(c, m, &cue);
  if (cue != nullptr && cue->value == "off") return owner_of_put_off(c, m, verb.begin);
  // "X held a foreign ministers' meeting with Y"
  const bool group = m.kind == "meeting" && m.people.size() <= 1 && !m.organ_words.empty() &&
                     c.cast.office_starting(c.doc.token_at(m.organ_span.begin)) != nullptr;
  // "she had bilateral meetings with X and with Y"
  const bool with = m.kind == "talks" && (with_behind(c, m) || are_with_several(c, m));
  const bool nobody = (m.people.size() < 2 || with) && !m.organisation && !m.organ &&
                      (m.organ_words.empty() || group);
  if (verb.size() > 0 && !nobody) return states_of_verb(c, m, verb);
  if (verb.size() == 0) return false;
  // "A, who |chaired the meeting with B|": they presided together, over what was told
  const std::string_view word = c.doc.lower(verb.begin);
  const bool presides = word.starts_with("chair") || word.starts_with("presid") || word == "co";
  if (presides && m.definite && !m.people.empty() && with_behind(c, m)) {
    m.people.clear();
    m.states.clear();
    return true;
  }
  Mention grown = m;
  Clause clause(c, grown);
  if (!clause.subject(verb.begin) && !clause.pronoun(verb.begin)) return false;
  if (cue->value == "lead" && (grown.people.size() < 2 || !is_between_few(m))) return false;
  grown.objects = m.people;
  if (grown.kind == "summit" && is_agreed_on(c, verb.begin)) leave_to_leaders(c, grown);
  m = std::move(grown);
  return true;
}

// "A meeting with X took place as well": he of whom the report spoke before, if X is of elsewhere.
void add_protagonist(const Context& c, Mention& m) {
  const bool few = m.kind == "meeting" || m.kind == "talks" || m.kind == "call";
  bool with = false;
  const std::uint32_t end = std::min(m.tokens.end, m.trigger.end + kFarReach);
  for (std::uint32_t t = m.trigger.end; t < end && c.cast.covering(t) == nullptr; ++t) {
    with = with || c.doc.lower(t) == "with";
  }
  const bool named = c.lower(m.trigger.end) == "with" && m.kind == "meeting";
  const bool office = m.people.empty() && m.states.size() == 1;  // "with the President of Peru"
  if (!few || !with || m.in_headline || (m.people.size() != 1 && !office)) return;
  if (m.definite && !named) return;
  const std::uint32_t other = antecedent(c, c.sentence(m.trigger.begin).begin);
  if (other == kNobody || (!office && (other == m.people.front() || !m.states.empty()))) return;
  const Named& met = office ? m.states.front() : c.cast.people[m.people.front()].state;
  const names::Person& person = c.cast.people[other];
  if (!met || !person.state || met.id == person.state.id) return;
  m.objects = m.people;
  m.people.insert(m.people.begin(), other);
}

// "Talks followed with X of Peru and Y of Chile": with him of whom the report spoke before.
bool subject_of_report(const Context& c, Mention& m) {
  if (m.people.size() < 2 || !is_between_few(m) || m.organisation || m.in_headline) return false;
  const TokenRange s = c.sentence(m.trigger.begin);
  bool with = false;
  for (std::uint32_t t = s.begin; t < std::min(m.tokens.end, m.trigger.end + kFarReach); ++t) {
    if (c.cast.covering(t) != nullptr) break;
    with = with || (t >= m.trigger.end && c.doc.lower(t) == "with");
  }
  const std::uint32_t subject = with ? antecedent(c, s.begin) : kNobody;
  const bool met = std::find(m.people.begin(), m.people.end(), subject) != m.people.end();
  if (subject == kNobody || met || c.cast.people[subject].offices.empty()) return false;
  m.objects = m.people;
  m.people.insert(m.people.begin(), subject);
  return true;
}

// "|The Swiss president| arrived in Lima on Tuesday for a two-day visit": the guest by his office
// alone.
void guest_by_office(const Context& c, Mention& m) {
  if (m.kind != "visit" || !m.people.empty() || !m.states.empty()) return;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t t = m.tokens.begin; t > begin && m.tokens.begin - t < kSubjectReach; --t) {
    if (c.doc.lower(t - 1) == ";" || c.cue(t - 1, c.cues.head) != nullptr) return;
    const names::Mention* who = c.cast.covering(t - 1);
    if (who == nullptr) continue;
    const bool office = who->person == kNobody && who->kind == names::MentionKind::office;
    if (!office || who->states.size() != 1) return;
    const std::string_view link =
        who->tokens.begin > begin ? c.doc.lower(who->tokens.begin - 1) : std::string_view();
    const bool other = link == "by" || link == "with" || link == "of" || link == "from";
    if (!other && !c.cast.offices[who->office].plural) m.states = who->states;
    return;
  }
}

// "Peru and Chile agreed at a meeting |of their interior ministers|": those of the states that the
// clause names.
void take_their_states(const Context& c, Mention& m) {
  constexpr std::uint32_t kNear = 3;
  if (!m.states.empty() || !m.people.empty() || m.organisation || m.organ) return;
  for (std::uint32_t t = m.trigger.end; t < std::min(m.trigger.end + kNear, m.tokens.end); ++t) {
    if (c.doc.lower(t) != "their") continue;
    m.states = states_of_sentence(c, m);
    if (m.states.empty()) return;
    // "of their |Inter-Ministerial Committee|": no group of office holders, but a body of theirs
    const bool body = !m.organ_words.empty() &&
                      c.cast.office_starting(c.doc.token_at(m.organ_span.begin)) == nullptr;
    if (body) return;
    m.organ_words.clear();
    if (m.kind == "meeting") m.kind = "talks";
    return;
  }
}

// "an agreement between X of Peru and Y of Chile during |their first summit| in Lima": the two who
// stand last before, of a meeting that has a place or a day of its own.
void take_those_before(const Context& c, Mention& m) {
  constexpr std::uint32_t kReach = 24;
  const bool few = m.kind == "summit" || m.kind == "meeting" || m.kind == "talks";
  const bool bare =
      m.people.empty() && m.states.empty() && !m.organisation && !m.organ && m.organ_words.empty();
  if (!few || !bare || m.in_headline || c.lower(m.tokens.begin) != "their") return;
  if (light_verb_before(c, m).size() > 0) return;  // "A, B and C |held| their first"
  Mention beside = m;
  place_beside(c, beside);
  if (!beside.place && !beside.country && time_beside(c, beside) == kNobody) return;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  std::vector<std::uint32_t> people;
  for (std::uint32_t t = m.tokens.begin; t > begin && m.tokens.begin - t < kReach;) {
    const names::Mention* who = c.cast.covering(t - 1);
    if (who == nullptr || who->person == kNobody) {
      --t;
      continue;
    }
    people.insert(people.begin(), who->person);
    t = who->tokens.begin;
    if (people.size() == 2) break;
    // "and |his Chilean| counterpart Y"
    const tagger::Tag* from = t > begin ? c.tags.covering(t - 1) : nullptr;
    if (from != nullptr && from->label == tagger::Label::nationality) t = from->tokens.begin;
    if (t > begin && (c.doc.lower(t - 1) == "his" || c.doc.lower(t - 1) == "her")) --t;
    if (t == begin || c.doc.lower(t - 1) != "and") return;
  }
  if (people.size() != 2 || !are_of_two_sides(c, people)) return;
  m.people = std::move(people);
  m.fresh = true;
  m.definite = false;
}

// "hosted a reception in Lima on Monday |for X|": the guest behind where and when.
void guest_behind(const Context& c, Mention& m) {
  constexpr std::uint32_t kReach = 12;
  if (m.kind != "reception" || m.people.size() != 1) return;
  const std::uint32_t end = std::min(c.sentence(m.trigger.begin).end, m.tokens.end + kReach);
  for (std::uint32_t t = m.tokens.end; t < end; ++t) {
    if (c.doc.lower(t) != "for") continue;
    if (!is_adjunct(c, {m.tokens.end, t})) return;
    const std::uint32_t at = c.lower(t + 1) == "the" ? t + 2 : t + 1;
    const names::Mention* who = at < end ? c.cast.starting(at) : nullptr;
    if (who == nullptr || who->person == kNobody || who->person == m.people.front()) return;
    m.people.push_back(who->person);
    m.objects = {who->person};
    return;
  }
}

// "At |their first meeting| the two recalled": a number of those two, not of a row. True if there
// is no more to say of it.
bool drop_own_number(const Context& c, Mention& m) {
  const std::string_view whose = c.lower(m.tokens.begin);
  const bool opens = m.tokens.begin == c.sentence(m.trigger.begin).begin + 1;
  if (m.ordinal != 1 || !opens || (whose != "their" && whose != "his" && whose != "her")) {
    return false;
  }
  m.ordinal = 0;
  m.ordinal_span = {};
  return m.tokens.end == m.trigger.end;
}

// Who meets is still open, and may stand anywhere before the phrase.
bool may_stand_before(const Context& c, const Mention& m) {
  constexpr std::size_t kMost = 8;  // whom one meets in turn
  const bool in_turn = c.lower(m.trigger.end) == "with" && m.people.size() <= kMost &&
                       c.lower(m.trigger.end - 1).ends_with("s");
  if (!is_between_few(m) || (m.people.size() > 2 && !in_turn) || m.organisation) return false;
  // "X praised |the talks that Y had with Z|": both sides are told.
  const std::string_view behind = c.lower(m.trigger.end);
  const bool relative = behind == "that" || behind == "which";
  if (m.people.size() == 2 && (relative || is_name_holding(c, m.trigger.end))) return false;
  // "the ongoing visit of the Omani Sultan": who visits stands behind it.
  const bool visit = m.kind == "visit";
  if (visit && c.lower(m.trigger.end) == "of" && !m.states.empty()) return false;
  if (!visit && (!m.people.empty() || !m.states.empty())) {
    bool with = false;
    const std::uint32_t end = std::min(m.tokens.end, m.trigger.end + kFarReach);
    for (std::uint32_t t = m.trigger.end; t < end; ++t) with = with || c.doc.lower(t) == "with";
    if (!with) return false;
  }
  if (m.kind == "meeting" && m.people.empty() && m.states.empty()) return false;
  // "Chaired by X and Y, the talks dealt with": who stands before has a clause of their own.
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  return !m.definite || !m.people.empty() || m.tokens.begin <= begin ||
         c.doc.lower(m.tokens.begin - 1) != ",";
}

// The person who stands last before the phrase joins those who meet; false: nobody new stands
// there.
bool take_person_before(const Context& c, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = m.tokens.begin; t > s.begin && m.tokens.begin - t < kSubjectReach;) {
    const std::string_view word = c.doc.lower(t - 1);
    if (word == ";" || c.cue(t - 1, c.cues.head) != nullptr) return true;
    // "The ambassador |said| the visit would": who speaks of it
    if (m.kind == "visit" && m.definite && m.people.empty() && is_said(word)) return true;
    const names::Mention* who = c.cast.covering(t - 1);
    if (who == nullptr) {
      --t;
      continue;
    }
    t = who->tokens.begin;
    if (ends_other_clause(c, *who, s.begin)) continue;
    // "He was invited |by X and| is on a visit": not X
    const bool agent =
        t > s.begin + 1 && c.lower(who->tokens.end) == "and" && c.doc.lower(t - 1) == "by";
    if (agent && m.kind == "visit") {
      if (is_he(c.doc.lower(s.begin)) && Clause(c, m).pronoun(s.begin + 1)) return true;
      continue;
    }
    const bool known = who->person == kNobody ||
                       std::find(m.people.begin(), m.people.end(), who->person) != m.people.end();
    if (known) continue;
    m.objects = m.people;
    // "Presidents A and B held talks": a second one joined to the first.
    const std::uint32_t begin = m.tokens.begin;
    Clause(c, m).subject(who->tokens.end);
    m.tokens.begin = begin;
    return true;
  }
  return false;
}

// "|X gave Y| an audience": who gives it, and to whom; false: no such words.
bool giver_and_guest(const Context& c, Mention& m) {
  static constexpr std::array<std::string_view, 9> kGave{
      "gave", "gives", "give", "giving", "granted", "grants", "accorded", "offered", "threw"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const std::string_view article = m.tokens.begin > begin ? c.doc.lower(m.tokens.begin - 1) : "";
  const std::uint32_t at = m.tokens.begin - (article == "a" || article == "an" ? 1 : 0);
  const names::Mention* guest = at > begin ? c.cast.covering(at - 1) : nullptr;
  if (m.kind != "reception" || guest == nullptr || guest->person == kNobody) return false;
  const std::uint32_t verb = guest->tokens.begin - 1;
  if (guest->tokens.begin <= begin + 1 || !is_one_of(c.doc.lower(verb), kGave)) return false;
  Mention grown = m;
  if (!Clause(c, grown).subject(verb)) return false;
  grown.people.push_back(guest->person);
  grown.objects = {guest->person};
  m = std::move(grown);
  return true;
}

void find_subject(const Context& c, Mention& m) {
  if (drop_own_number(c, m) || giver_and_guest(c, m)) return;
  take_their_states(c, m);
  take_those_before(c, m);
  take_states_acting(c, m);
  take_people_acting(c, m);
  take_people_holding(c, m);
  take_other_side(c, m);
  body_owning(c, m);
  body_hosting(c, m);
  group_of_clause(c, m);
  if (m.kind == "visit" && m.people.empty() && visitor_of_clause(c, m)) return;
  if (subject_of_other_clause(c, m) || subject_of_verb(c, m) || subject_of_report(c, m)) return;
  if (those_before_their(c, m)) return;
  guest_by_office(c, m);
  person_owning(c, m);
  if (may_stand_before(c, m) && !take_person_before(c, m)) add_protagonist(c, m);
}

}  // namespace

namespace {

// "separate meetings |on Wednesday in Lima| with": where "with" stands; the end of the sentence
// where something else comes first.
std::uint32_t with_behind_adjuncts(const Context& c, const Mention& m) {
  const std::uint32_t end = c.sentence(m.trigger.begin).end;
  std::uint32_t at = m.trigger.end;
  while (at < end && c.doc.lower(at) != "with") {
    const std::string_view word = c.doc.lower(at);
    const std::uint32_t next = word == "on" || word == "in" || word == "at" ? at + 1 : at;
    if (next >= end) return end;
    const time::Expression* day = c.time_at(next);
    const tagger::Tag* place = next > at ? c.tags.starting(next) : nullptr;
    const bool town = place != nullptr && place->label == tagger::Label::place;
    if (day == nullptr && !town) return end;
    at = day != nullptr ? day->tokens.end : place->tokens.end;
  }
  return at;
}

// "had separate meetings on Wednesday in Lima |with A and B|"
void objects_apart(const Context& c, Mention& m) {
  const bool few = m.kind == "talks" || m.kind == "meeting" || m.kind == "call";
  const bool several = c.lower(m.trigger.end - 1).ends_with("s");
  if (!few || !several || m.people.size() != 1 || !m.objects.empty() || with_behind(c, m)) return;
  const std::uint32_t with = with_behind_adjuncts(c, m);
  if (with >= c.sentence(m.trigger.begin).end) return;
  Mention grown = m;
  if (!Clause(c, grown).object(with + 1) || grown.people.size() < 3) return;
  grown.objects.assign(grown.people.begin() + 1, grown.people.end());
  m = std::move(grown);
}

}  // namespace

// "He had talks with three colleagues: |X, Y and Z|": those who are listed behind the noun.
void objects_listed(const Context& c, Mention& m) {
  const bool few = m.kind == "talks" || m.kind == "meeting" || m.kind == "call";
  if (!few || m.people.size() != 1 || !m.objects.empty() || !with_behind(c, m)) return;
  Mention grown = m;
  if (!Clause(c, grown).object_of_group(m.trigger.end)) return;
  grown.objects.assign(grown.people.begin() + 1, grown.people.end());
  if (!grown.objects.empty()) m = std::move(grown);
}

void subject_beside(const Context& c, Mention& m) {
  if (m.verbal) return;
  find_subject(c, m);
  objects_listed(c, m);
  objects_apart(c, m);
  guest_behind(c, m);
}

}  // namespace rapporteur::meetings
