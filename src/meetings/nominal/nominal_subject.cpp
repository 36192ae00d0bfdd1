// The subject of a meeting that is the object of a verb or belongs to somebody: "X and Y held
// talks", "the Council opened its session", "his talks with Y".

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "nominal/nominal_words.h"
#include "participant/sides.h"

namespace rapporteur::meetings {

namespace {

// No more than a day, a place or an adverb stands in `words`.
bool is_adjunct(const Context& c, TokenRange words) {
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const std::string_view word = c.doc.lower(t);
    const tagger::Tag* tag = c.tags.covering(t);
    const bool place = tag != nullptr && (tag->label == tagger::Label::place ||
                                          (tag->label == tagger::Label::state && t > words.begin &&
                                           c.doc.lower(tag->tokens.begin - 1) == "in"));
    const bool day = c.time_at(t) != nullptr;
    // "at Bayan Palace", of which nothing is known
    const std::string_view before = t > words.begin ? c.doc.lower(t - 1) : std::string_view();
    const bool named = c.doc.is_capital(t) && tag == nullptr && c.cast.covering(t) == nullptr &&
                       (before == "at" || before == "in" || c.doc.is_capital(t - 1));
    const bool link = word == "on" || word == "at" || word == "in" || word == "here" ||
                      word == "also" || word == "jointly" || word == "together";
    if (!place && !day && !link && !named && c.cue(t, c.cues.adverb) == nullptr &&
        words.size() > 1) {
      return false;
    }
    if (word.ends_with("ed")) return false;  // "had prepared the summit"
  }
  return true;
}

bool is_said(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kSaid{
      "said", "says", "stated", "added", "noted", "announced", "stressed", "explained", "hoped"};
  return is_one_of(word, kSaid);
}

bool is_he(std::string_view word) { return word == "he" || word == "she"; }

// "his talks with X".
void person_owning(const Context& c, Mention& m) {
  const std::string_view first = c.lower(m.tokens.begin);
  if ((first == "his" || first == "her") && m.people.size() < 2) {
    Clause(c, m).pronoun(m.tokens.begin + 1);
  }
}

// "the |foreign ministers|, whose own meeting prepared the summit": false if no group stands there.
bool group_owning(const Context& c, Mention& m) {
  constexpr std::uint32_t kNear = 4;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && m.tokens.begin >= begin + back; ++back) {
    const names::Office* office = c.cast.office_ending(m.tokens.begin - back);
    if (office == nullptr) continue;
    if (!office->plural || office->words.empty()) return false;
    m.organ_words = office->text;
    m.organ_span = join(office->words.front(), office->words.back());
    return true;
  }
  return false;
}

// "the Committee ... shall hold its fifth meeting".
void body_owning(const Context& c, Mention& m) {
  const std::string_view first = c.lower(m.tokens.begin);
  const bool bare = !m.organisation && !m.organ && m.organ_words.empty();
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  std::string_view before =
      m.tokens.begin > begin ? c.doc.lower(m.tokens.begin - 1) : std::string_view();
  if (before == "own" && m.tokens.begin > begin + 1) before = c.doc.lower(m.tokens.begin - 2);
  // "the Council (57th session)"
  const bool aside = before == "(" && c.tags.covering(m.tokens.begin - 2) != nullptr;
  // "their meetings with X" are those of persons
  const bool of_persons =
      first == "their" && (c.lower(m.trigger.end) == "with" || is_owned_by_sides(c, m));
  const bool owned =
      first == "its" || (first == "their" && !of_persons) || before == "whose" || aside;
  if (!owned || !bare || m.kind == "visit" || m.kind == "call") return;
  if (before == "whose" && group_owning(c, m)) return;
  Clause(c, m).body_before(m.tokens.begin);
}

// "|OPEC| is to host a technical meeting", "|OPEC| held an experts' meeting": the organisation
// whose meeting it is.
void body_hosting(const Context& c, Mention& m) {
  constexpr std::uint32_t kLongest = 4;
  const bool meets = m.kind == "meeting" || m.kind == "session" || m.kind == "summit";
  if (!meets || m.organisation || m.organ || m.definite || m.in_headline) return;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  std::uint32_t verb = m.tokens.begin;
  for (std::uint32_t back = 1; back <= kLongest && m.tokens.begin >= begin + back; ++back) {
    TokenRange words;
    const lexicon::Cue* host = c.cue(m.tokens.begin - back, c.cues.host, &words);
    if (host != nullptr && host->value == "before" && words.end == m.tokens.begin) {
      verb = words.begin;
    }
  }
  if (verb == m.tokens.begin && !m.organ_words.empty()) {
    const TokenRange light = light_verb_before(c, m);
    if (light.size() > 0) verb = light.begin;
  }
  if (verb == m.tokens.begin || verb == begin) return;
  const tagger::Tag* tag = c.tags.covering(verb - 1);
  const bool body = tag != nullptr && tag->label == tagger::Label::body && tag->id != npos;
  if (body && !names_organ(c, *tag)) m.organisation = {tag->id, c.doc.span(tag->tokens)};
}

// The group is that of the meeting, if it is one of an organisation.
void take_group(const Context& c, const names::Office& group, Mention& m) {
  if (!group.plural || !group.body || group.body.id == npos || group.words.empty()) return;
  m.organisation = group.body;
  m.group = true;
  const lexicon::Cue* level = level_only(c, group);
  m.top_level = level != nullptr && level->value == "top";
  if (level != nullptr) return;
  m.organ_words = group.text;
  m.organ_span = join(group.words.front(), group.words.back());
}

// The group that stands last before the phrase in its clause, or null.
const names::Office* group_before(const Context& c, const Mention& m) {
  constexpr std::uint32_t kFront = 14;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t t = m.tokens.begin - 1; t > begin && m.tokens.begin - t < kFront; --t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "," || word == ";" || word == "that") return nullptr;
    if (const names::Office* group = c.cast.office_ending(t)) return group;
  }
  return nullptr;
}

// "Meeting in Lusaka, |SADC ministers| said": the group or body that opens the clause behind the
// next comma.
void take_behind_comma(const Context& c, Mention& m) {
  constexpr std::uint32_t kReach = 14;
  constexpr std::uint32_t kFront = 4;
  const TokenRange s = c.sentence(m.trigger.begin);
  std::uint32_t comma = m.trigger.end;
  while (comma < std::min(m.trigger.end + kReach, s.end) && c.doc.lower(comma) != ",") ++comma;
  for (std::uint32_t t = comma + 1; t < std::min(comma + 1 + kFront, s.end); ++t) {
    if (const names::Office* group = c.cast.office_covering(t)) return take_group(c, *group, m);
    const tagger::Tag* tag = c.tags.starting(t);
    if (tag == nullptr || tag->label != tagger::Label::body || tag->id == npos) continue;
    if (!names_organ(c, *tag)) continue;
    m.organ = {tag->id, c.doc.span(tag->tokens)};
    return;
  }
}

// Whose meeting it is where only the clause says so: "|OPEC ministers| agreed at an online
// meeting",
// "|SADC ministers|, meeting in Lusaka, said", "meeting in Lusaka, |SADC ministers| said".
void group_of_clause(const Context& c, Mention& m) {
  const bool bare =
      !m.organisation && !m.organ && m.organ_words.empty() && m.people.empty() && m.states.empty();
  const bool meets = m.kind == "meeting" || m.kind == "session" || m.kind == "summit";
  if (!bare || !meets || m.in_headline) return;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  const std::string_view behind = c.lower(m.trigger.end);
  const bool participle = m.tokens.begin == m.trigger.begin && m.trigger.size() == 1 &&
                          (behind == "in" || behind == "at" || behind == "on" || behind == "here" ||
                           behind == "under" || behind == "for");
  const std::string_view link =
      m.tokens.begin > begin + 2 ? c.doc.lower(m.tokens.begin - 1) : std::string_view();
  const names::Office* group = nullptr;
  if (link == "at" || link == "in" || link == "during") {
    group = group_before(c, m);
  } else if (participle && link == ",") {
    group = c.cast.office_ending(m.tokens.begin - 1);
  } else if (participle && m.tokens.begin == begin) {
    take_behind_comma(c, m);
  }
  if (group != nullptr) take_group(c, *group, m);
}

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

// "X and Y held the talks": false if no such verb stands before the phrase.
bool subject_of_verb(const Context& c, Mention& m) {
  const lexicon::Cue* cue = nullptr;
  const TokenRange verb = light_verb_before(c, m, &cue);
  // "X held a foreign ministers' meeting with Y"
  const bool group = m.kind == "meeting" && m.people.size() <= 1 && !m.organ_words.empty() &&
                     c.cast.office_starting(c.doc.token_at(m.organ_span.begin)) != nullptr;
  // "she had bilateral meetings with X and with Y"
  const bool with = c.lower(m.trigger.end) == "with" && m.kind == "talks";
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
  if (!few || !with || m.in_headline || m.people.size() != 1) return;
  if (m.definite && !named) return;
  const names::Person& met = c.cast.people[m.people.front()];
  const std::uint32_t other = antecedent(c, c.sentence(m.trigger.begin).begin);
  if (other == kNobody || other == m.people.front() || !m.states.empty()) return;
  const names::Person& person = c.cast.people[other];
  if (!met.state || !person.state || met.state.id == person.state.id) return;
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

}  // namespace

TokenRange light_verb_before(const Context& c, const Mention& m, const lexicon::Cue** found) {
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t back = 1; back <= 10 && m.tokens.begin >= s.begin + back; ++back) {
    TokenRange words;
    const std::uint32_t at = m.tokens.begin - back;
    const lexicon::Cue* cue = c.cue(at, c.cues.light_verb, &words);
    if (cue == nullptr || words.end > m.tokens.begin) continue;
    // "their preparatory |meeting for| the summit"
    if (c.doc.lower(at) == "meeting" && at > s.begin && c.tags.covering(at - 1) == nullptr &&
        (c.cue(at - 1, c.cues.adjective) != nullptr || is_determiner(c.doc.lower(at - 1)))) {
      continue;
    }
    if (!is_adjunct(c, {words.end, m.tokens.begin})) return {};
    const bool paid = m.kind == "visit" || m.kind == "call" || m.kind == "reception";
    if (cue->value == "pay" && !paid) return {};
    if (found != nullptr) *found = cue;
    return words;
  }
  return {};
}

namespace {

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

void find_subject(const Context& c, Mention& m) {
  // "At |their first meeting| the two recalled": of those two, not of a row
  const std::string_view whose = c.lower(m.tokens.begin);
  const bool opens = m.tokens.begin == c.sentence(m.trigger.begin).begin + 1;
  if (m.ordinal == 1 && opens && (whose == "their" || whose == "his" || whose == "her")) {
    m.ordinal = 0;
    m.ordinal_span = {};
    if (m.tokens.end == m.trigger.end) return;
  }
  take_their_states(c, m);
  take_those_before(c, m);
  take_states_acting(c, m);
  body_owning(c, m);
  body_hosting(c, m);
  group_of_clause(c, m);
  if (m.kind == "visit" && m.people.empty() && visitor_of_clause(c, m)) return;
  if (subject_of_verb(c, m) || subject_of_report(c, m)) return;
  guest_by_office(c, m);
  person_owning(c, m);
  if (!is_between_few(m) || m.people.size() > 2 || m.organisation) return;
  // "the ongoing visit of the Omani Sultan": who visits stands behind it.
  const bool visit_of = m.kind == "visit" && c.lower(m.trigger.end) == "of" && !m.states.empty();
  if (visit_of) return;
  const TokenRange s = c.sentence(m.trigger.begin);
  if (m.kind != "visit" && (!m.people.empty() || !m.states.empty())) {
    bool with = false;
    for (std::uint32_t t = m.trigger.end; t < std::min(m.tokens.end, m.trigger.end + kFarReach);
         ++t) {
      with = with || c.doc.lower(t) == "with";
    }
    if (!with) return;
  }
  if (m.kind == "meeting" && m.people.empty() && m.states.empty()) return;
  // "Chaired by X and Y, the talks dealt with": who stands before has a clause of their own.
  const bool own_clause = m.definite && m.people.empty() && m.tokens.begin > s.begin &&
                          c.doc.lower(m.tokens.begin - 1) == ",";
  if (own_clause) return;
  for (std::uint32_t t = m.tokens.begin; t > s.begin && m.tokens.begin - t < kSubjectReach;) {
    const std::string_view word = c.doc.lower(t - 1);
    if (word == ";" || c.cue(t - 1, c.cues.head) != nullptr) return;
    // "The ambassador |said| the visit would": who speaks of it
    if (m.kind == "visit" && m.definite && m.people.empty() && is_said(word)) return;
    const names::Mention* who = c.cast.covering(t - 1);
    if (who == nullptr) {
      --t;
      continue;
    }
    // "He was invited |by X and| is on a visit": not X
    const bool agent = who->tokens.begin > s.begin + 1 && c.lower(who->tokens.end) == "and" &&
                       c.doc.lower(who->tokens.begin - 1) == "by";
    if (agent && m.kind == "visit") {
      t = who->tokens.begin;
      if (is_he(c.doc.lower(s.begin)) && Clause(c, m).pronoun(s.begin + 1)) return;
      continue;
    }
    const bool known = who->person != kNobody &&
                       std::find(m.people.begin(), m.people.end(), who->person) != m.people.end();
    if (who->person != kNobody && !known) {
      m.objects = m.people;
      // "Presidents A and B held talks": a second one joined to the first.
      const std::uint32_t begin = m.tokens.begin;
      Clause(c, m).subject(who->tokens.end);
      m.tokens.begin = begin;
      return;
    }
    t = who->tokens.begin;
  }
  add_protagonist(c, m);
}

}  // namespace

void subject_beside(const Context& c, Mention& m) {
  if (m.verbal) return;
  find_subject(c, m);
  guest_behind(c, m);
}

}  // namespace rapporteur::meetings
