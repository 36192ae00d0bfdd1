// A verbal mention ("met with", "telephoned") takes its subject and its object from the cast.

#include <algorithm>
#include <array>

#include "clause.h"
#include "guest_office.h"
#include "mention_parts.h"
#include "nominal_words.h"
#include "ordinal.h"
#include "rapporteur/catalogue/fold.h"
#include "told_guests.h"
#include "verb_judge.h"
#include "word_list.h"

namespace rapporteur::meetings {

namespace {

bool is_form_of_be(std::string_view w) {
  return w == "is" || w == "are" || w == "was" || w == "were" || w == "be" || w == "been" ||
         w == "being";
}

// "was warmly received": a form of "be" at most two words before the verb.
bool is_passive(const Context& c, std::uint32_t verb) {
  const TokenRange s = c.sentence(verb);
  if (!c.doc.lower(verb).ends_with("ed") && c.doc.lower(verb) != "met") return false;
  for (std::uint32_t back = 1; back <= 2 && verb >= s.begin + back; ++back) {
    if (is_form_of_be(c.doc.lower(verb - back))) return true;
  }
  return false;
}

// "was met |on arrival| by A", "received B |upon his arrival| in Lima", but "on arrival at the
// Palace": somebody is welcomed.
bool is_on_arrival(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 5;
  const TokenRange s = c.sentence(m.trigger.begin);
  for (std::uint32_t t = m.trigger.end; t < std::min(s.end, m.tokens.end + kNear); ++t) {
    if (c.doc.lower(t) != "arrival" || c.lower(t + 1) == "at") continue;
    const std::string_view before = c.doc.lower(t - 1);
    const std::string_view link =
        before == "his" || before == "her" || before == "their" ? c.doc.lower(t - 2) : before;
    return link == "on" || link == "upon";
  }
  return false;
}

// Somebody is met on arrival: no reception by a host.
bool at_airport(const Context& c, const Mention& m) {
  if (is_on_arrival(c, m)) return true;
  const TokenRange s = c.sentence(m.trigger.begin);
  constexpr std::uint32_t kNear = 12;
  const std::uint32_t from = m.trigger.begin > s.begin + kNear ? m.trigger.begin - kNear : s.begin;
  for (std::uint32_t t = from; t < std::min(s.end, m.trigger.end + kNear); ++t) {
    if (c.doc.lower(t) == "airport" || c.doc.lower(t) == "aerodrome") return true;
  }
  return false;
}

bool is_between(std::string_view w) {
  return w == "then" || w == "later" || w == "also" || w == "subsequently" || w == "has" ||
         w == "had" || w == "will" || w == "is" || w == "was" || w == "to" || w == "be" ||
         w == "due" || w == "scheduled" || w == "expected" || w == "set";
}

// The word before the verb, over auxiliaries and adverbs.
std::string_view word_before(const Context& c, std::uint32_t verb) {
  const TokenRange s = c.sentence(verb);
  std::uint32_t at = verb;
  while (at > s.begin + 1 && is_between(c.doc.lower(at - 1))) --at;
  return at > s.begin ? c.doc.lower(at - 1) : std::string_view();
}

// "X called on A and met B": the subject of the verb before.
bool share_subject(const Context& c, const Mention* before, std::string_view word, Mention& m) {
  if (before == nullptr || before->sentence != m.sentence) return false;
  // "will hold talks with A, |call on| B and meet C"
  static constexpr std::array<std::string_view, 8> kBare{"call",  "meet",   "hold",    "pay",
                                                         "visit", "confer", "receive", "sit"};
  const bool listed = word == "," && before->verbal && before->trigger.begin < m.trigger.begin &&
                      is_one_of(c.doc.lower(m.trigger.begin), kBare);
  if (word != "and" && !listed) return false;
  for (const std::uint32_t p : before->people) {
    const auto& met = before->objects;
    if (std::find(met.begin(), met.end(), p) == met.end()) m.people.push_back(p);
  }
  // "|X| will attend the summit and visit Peru", "will attend the Council and |meet| Y"
  if (m.people.empty() && !before->verbal) {
    const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
    const std::uint32_t person = person_opening(c, {begin, before->tokens.begin});
    if (person != kNobody) m.people.push_back(person);
  }
  return !m.people.empty();
}

// "The ministers A and B arrived in Lima. |They| will call on X": both of whom it was told.
bool share_all(const Mention* before, std::string_view word, Mention& m) {
  if (word != "they" || before == nullptr || before->sentence + 1 < m.sentence) return false;
  // "Peru and Chile agreed to hold a summit when |they| met in Lima"
  if (m.kind == "meeting") {
    if (before->sentence != m.sentence || before->states.size() < 2) return false;
    m.states = before->states;
    return true;
  }
  if (before->people.size() < 2 || !before->objects.empty()) return false;
  m.people = before->people;
  return true;
}

// "The |Minister|" of the Minister of Foreign Affairs.
bool is_short_for(const names::Office& said, const names::Office& held) {
  const std::string word = catalogue::fold(said.text);
  return word.find(' ') == std::string::npos &&
         (" " + catalogue::fold(held.text) + " ").find(" " + word + " ") != std::string::npos;
}

// "The Secretary-General called on X": whoever is meant, it is no prime minister.
bool may_hold_office_before(const Context& c, std::uint32_t person, std::uint32_t verb) {
  constexpr std::uint32_t kNear = 8;
  const TokenRange s = c.sentence(verb);
  for (std::uint32_t back = 0; back <= kNear && verb >= s.begin + back; ++back) {
    const names::Office* office = c.cast.office_ending(verb - back);
    if (office == nullptr || office->office == npos) continue;
    const auto& held = c.cast.people[person].offices;
    return held.empty() || std::any_of(held.begin(), held.end(), [&](const names::Office& o) {
             return o.office == office->office || o.office == npos || is_short_for(*office, o);
           });
  }
  return true;
}

// "The Minister received X": he of whom the report spoke before.
void add_protagonist(const Context& c, Mention& m) {
  const std::uint32_t person = antecedent(c, c.sentence(m.trigger.begin).begin);
  if (person != kNobody && !may_hold_office_before(c, person, m.trigger.begin)) return;
  const bool met = std::find(m.people.begin(), m.people.end(), person) != m.people.end();
  if (person != kNobody && !met) m.people.insert(m.people.begin(), person);
}

// "they were received", "the ministers will be received"
bool is_group_before(const Context& c, std::uint32_t verb) {
  const TokenRange s = c.sentence(verb);
  for (std::uint32_t back = 1; back <= kFarReach && verb >= s.begin + back; ++back) {
    if (c.doc.lower(verb - back) == "they") return true;
    const names::Office* office = c.cast.office_ending(verb - back);
    if (office != nullptr && office->plural) return true;
  }
  return false;
}

// "|The guest| was also received by X", "|the minister| was received by X": of whom the report
// speaks.
bool is_guest_before(const Context& c, std::uint32_t verb) {
  constexpr std::uint32_t kNear = 5;
  const TokenRange s = c.sentence(verb);
  for (std::uint32_t back = 1; back <= kNear && verb >= s.begin + back; ++back) {
    const std::string_view word = c.doc.lower(verb - back);
    if (word == "guest" || word == "visitor") return true;
    const names::Office* office = c.cast.office_ending(verb - back + 1);
    if (office != nullptr) {
      return !office->plural && !office->state && c.cast.covering(verb - back) == nullptr;
    }
  }
  return false;
}

// "the Prime Minister is scheduled to meet X": an office without its name.
bool is_office_before(const Context& c, std::uint32_t verb) {
  constexpr std::uint32_t kNear = 8;
  const TokenRange s = c.sentence(verb);
  for (std::uint32_t back = 0; back <= kNear && verb >= s.begin + back; ++back) {
    const names::Office* office = c.cast.office_ending(verb - back);
    if (office != nullptr) return !office->plural;
  }
  return false;
}

// "A delegation led by X is visiting Oman. |The delegation| met Y": he who leads it.
bool is_delegation_before(const Context& c, std::uint32_t verb) {
  constexpr std::uint32_t kNear = 4;
  const std::uint32_t begin = c.sentence(verb).begin;
  for (std::uint32_t back = 1; back <= kNear && verb >= begin + back + 1; ++back) {
    if (c.doc.lower(verb - back) != "delegation") continue;
    return c.doc.lower(verb - back - 1) == "the";
  }
  return false;
}

// "accepted an invitation to visit Oman"
bool is_invited(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 3;
  const std::uint32_t begin = c.sentence(verb.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && verb.begin >= begin + back; ++back) {
    if (c.doc.lower(verb.begin - back).starts_with("invit")) return true;
  }
  return false;
}

// "A invited |his colleague| to visit Oman": not A, who is the subject.
bool is_invited_by_subject(const Context& c, TokenRange verb) {
  static constexpr std::array<std::string_view, 6> kBe{"was", "were", "been", "is", "are", "being"};
  constexpr std::uint32_t kNear = 6;
  const std::uint32_t begin = c.sentence(verb.begin).begin;
  const std::uint32_t to = c.lower(verb.begin) == "to" ? verb.begin : verb.begin - 1;
  if (verb.begin == begin || c.lower(to) != "to") return false;
  for (std::uint32_t back = 1; back <= kNear && to >= begin + back; ++back) {
    const std::uint32_t t = to - back;
    const names::Mention* who = c.cast.covering(t);
    if (who != nullptr && who->person != kNobody) return false;
    if (c.lower(t) != "invited" && c.lower(t) != "invites") continue;
    return back > 1 && t > begin && !is_one_of(c.lower(t - 1), kBe);
  }
  return false;
}

// "received a phone |call| from X": behind the noun; or where the verb ends.
std::uint32_t call_behind(const Context& c, TokenRange verb) {
  constexpr std::uint32_t kNear = 4;
  const std::uint32_t end = std::min(verb.end + kNear, c.sentence(verb.begin).end);
  for (std::uint32_t t = verb.end; t < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    if (word == "call") return t + 1;
    if (c.cast.covering(t) != nullptr || word == "from" || word == ",") break;
  }
  return verb.end;
}

// "The two have met three times this year": no one meeting.
bool is_counted(const Context& c, const Mention& m) {
  constexpr std::uint32_t kNear = 3;
  const std::uint32_t end = std::min(m.trigger.end + kNear, c.sentence(m.trigger.begin).end);
  for (std::uint32_t t = m.trigger.end; t < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    // "come together four times before: in Bangkok (2004), ..."
    const bool told = c.lower(t + 1) == "before" || c.lower(t + 1) == ":";
    if (word == "times" || word == "twice") return !told;
  }
  return false;
}

// "The Commission met |for the 11th time|"
void add_number(const Context& c, Mention& m) {
  std::uint32_t at = m.trigger.end;
  if (c.lower(at) != "for") return;
  at += c.lower(at + 1) == "the" ? 2 : 1;
  constexpr std::uint32_t kLongest = 3;
  for (std::uint32_t end = at + 1; end <= at + kLongest && end < c.doc.size(); ++end) {
    const Ordinal ordinal = ordinal_before(c.doc, end, at);
    if (c.doc.lower(end) != "time" || ordinal.value == 0) continue;
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

// "which |the two| had signed in Bishkek on 13 March": those of whom the sentence or the one before
// tells that they signed or met.
void take_signatories(const Context& c, const Mention* before, Mention& m) {
  constexpr std::uint32_t kNear = 6;
  static constexpr std::array<std::string_view, 4> kBoth{"two", "both", "sides", "they"};
  if (before == nullptr || before->sentence + 1 < m.sentence) return;
  if (before->people.size() + before->states.size() < 2) return;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  bool both = false;
  for (std::uint32_t back = 1; back <= kNear && m.trigger.begin >= begin + back; ++back) {
    both = both || is_one_of(c.doc.lower(m.trigger.begin - back), kBoth);
  }
  if (!both || time_beside(c, m) == kNobody) return;
  m.people = before->people;
  m.states = before->states;
  m.apart = true;
  m.fresh = true;
}

// "hosted the three |for lunch|", "hosts Y |to a dinner|": at a table.
bool is_at_table(const Context& c, std::uint32_t begin) {
  static constexpr std::array<std::string_view, 10> kMeals{
      "lunch", "dinner", "breakfast", "luncheon", "supper",
      "tea",   "coffee", "banquet",   "iftar",    "lunches"};
  const std::uint32_t end = std::min(begin + kFarReach, c.sentence(begin).end);
  for (std::uint32_t t = begin + 1; t < end; ++t) {
    if (!is_one_of(c.doc.lower(t), kMeals)) continue;
    for (std::uint32_t back = 1; back <= 4 && t >= begin + back; ++back) {
      const std::string_view word = c.doc.lower(t - back);
      if (word == "for" || word == "to" || word == "at") return true;
      if (c.doc.is_punctuation(t - back)) break;
    }
  }
  return false;
}

// "saw |the ministers of the League|": whoever they are, they were received.
bool sees_group_of_body(const Context& c, const Clause& clause, TokenRange verb) {
  const std::uint32_t group = verb.end + 1;
  return c.lower(verb.end) == "the" && clause.group_of_body(group) > group;
}

// The verb has those who could meet.
bool is_complete(const Context& c, const Mention& m) {
  const std::size_t sides = m.people.size() + m.states.size();
  const TokenRange s = c.sentence(m.trigger.begin);
  if (!m.people.empty() && c.doc.lower(s.end - 1) == ":") return true;  // a list follows
  const bool body = m.organisation || m.organ || !m.organ_words.empty();
  if (m.kind == "meeting") return (body || sides >= 2 || m.group) && !is_on_arrival(c, m);
  if (m.kind == "signing") return sides >= 2 || m.apart;
  if (m.kind == "visit") return !m.people.empty() && (!m.states.empty() || m.place);
  if (m.kind == "reception") {
    return (sides >= 2 || m.received_group || m.told_guests || (sides >= 1 && body)) &&
           !at_airport(c, m);
  }
  // "The presidents held talks": who they are is left to the text before.
  return m.kind == "talks" || m.kind == "call" || sides > 0 || body;
}

}  // namespace

std::optional<Mention> verbal_mention(const Context& context, TokenRange verb,
                                      const lexicon::Cue& cue, const Mention* before) {
  Mention m;
  m.trigger = verb;
  m.tokens = verb;
  m.trip = cue.value == "trip";
  const bool hosts = cue.value == "host";
  const bool sees = cue.value == "see";
  if (sees && !sees_somebody(context, verb)) return std::nullopt;
  m.kind = m.trip ? "visit" : hosts || sees ? "talks" : cue.value;
  m.verbal = true;
  m.sentence = context.doc.sentence_of(verb.begin);
  m.in_headline = context.doc.sentences()[m.sentence].role == text::LineRole::headline;
  bool found_call = false;
  m.fresh = m.kind == "visit" && is_invited(context, verb);
  if (const std::uint32_t end = call_behind(context, verb);
      m.kind == "reception" && end > verb.end) {
    // "received a |courtesy call| from X": no telephone
    if (context.doc.lower(end - 2) != "courtesy") m.kind = "call";
    m.trigger.end = m.tokens.end = end;
    found_call = true;
  }
  if (m.kind == "meeting") {
    m.relation = relation_of(context, verb);
    m.fresh = !m.relation.empty();
  }
  Clause clause(context, m);
  const bool opens = verb.begin < context.sentence(verb.begin).begin + 3;
  const bool gerund = context.doc.lower(verb.begin).ends_with("ing") && opens;
  const std::string_view word = word_before(context, verb.begin);
  const bool may_be_whom =
      m.kind == "reception" || m.kind == "meeting" || m.kind == "talks" || m.kind == "call";
  if (may_be_whom && clause.relative(verb.begin)) return m;
  const bool told = share_subject(context, before, word, m) || share_all(before, word, m) ||
                    ((word == "he" || word == "she") && clause.pronoun(verb.begin));
  // "It goes to |the leaders, who| meet in May": no one's pronoun
  const bool own = !gerund && !told && (clause.subject(verb.begin) || m.group);
  if (!gerund && !told && !own) clause.pronoun(verb.begin);
  if (m.kind == "visit" && is_invited_by_subject(context, verb)) m.people.clear();
  const std::vector<std::uint32_t> subjects = m.people;
  const std::size_t home = m.states.size();
  const bool guests =
      m.kind == "visit" && subjects.empty() && home > 0 && is_guest_office(context, verb);
  // "The treaty |bears the signatures of| X and Y"
  const bool borne = m.kind == "signing" && context.lower(verb.end - 1) == "of";
  const bool passive = !borne && is_passive(context, verb.begin);
  if (hosts && is_at_table(context, verb.end - 1)) m.kind = "reception";
  if (passive && m.kind == "talks" && hosts) return std::nullopt;  // a meeting is
  if (sees && sees_group_of_body(context, clause, verb)) m.kind = "reception";
  bool found = passive      ? clause.object_behind(verb.end, "by")
               : found_call ? clause.object_behind(m.trigger.end, "from")
                            : clause.object(verb.end);
  if (!found && !passive && m.kind == "reception") found = clause.object_across(verb.end);
  const bool meets = m.kind == "talks" || m.kind == "meeting";
  if (!found && !passive && meets && subjects.size() == 1) {
    found = clause.object_behind_adjuncts(verb.end);
  }
  if (!found && !passive && m.kind != "visit" && m.kind != "signing") {
    found = clause.object_pronoun(found_call ? m.trigger.end : verb.end);
  }
  // "met today |with X|"
  const bool with =
      !found && m.kind != "visit" && m.kind != "signing" && clause.object_behind(verb.end, "with");
  for (const std::uint32_t p : m.people) {
    if (std::find(subjects.begin(), subjects.end(), p) == subjects.end()) m.objects.push_back(p);
  }
  const bool went = guests && take_destination(context, m, home);
  if (passive && found && m.kind == "reception" && m.people.size() == 1 &&
      is_group_before(context, verb.begin)) {
    m.received_group = true;
  } else if (passive && found && m.kind == "reception" && m.people.size() == 1 &&
             is_guest_before(context, verb.begin)) {
    add_protagonist(context, m);
  }
  if (gerund) clause.late_subject(m.tokens.end);
  const bool direct = m.kind == "talks" || m.kind == "reception" || m.kind == "call";
  const bool opening = verb.begin == context.sentence(verb.begin).begin;
  const bool of_office = m.kind != "visit" && m.kind != "signing";
  const bool office = of_office && is_office_before(context, verb.begin);
  const bool one = m.people.size() == 1 || (office && m.people.size() == m.objects.size());
  if ((direct || office) && found && !passive && !m.in_headline && !opening && one &&
      !m.people.empty() && subjects.empty() && m.states.empty()) {
    add_protagonist(context, m);
  }
  if (meets && found && subjects.empty() && m.people.size() == 1 &&
      is_delegation_before(context, verb.begin)) {
    add_protagonist(context, m);
  }
  if (m.kind == "signing" && !passive && !borne && m.people.size() + m.states.size() < 2) {
    take_signatories(context, before, m);
  }
  // "the EU, Norway and Iceland met", "the head of ECO and the minister met": one of the sides.
  const bool sides = m.people.size() >= 2 || m.states.size() >= 2;
  if (sides && !m.organ && m.organ_words.empty()) m.organisation = {};
  if (m.kind == "signing") {
    // Papers are signed, not those who are named before.
    if (passive || borne) m.people = m.objects;
    m.closing = is_of_closing_paper(context, verb);
    if (!m.closing) tell_apart(context, m);
  }
  if (m.kind == "talks" && is_on_telephone(context, m)) m.kind = "call";
  if (cue.value == "ring") {
    m.kind = "call";
    if (subjects.empty() || !is_rung(context, m)) return std::nullopt;
  }
  if (sees && !found) return std::nullopt;
  if (sees && !m.received_group && !is_only_seen(context, m)) return std::nullopt;
  if (m.kind == "call" && only_addresses(context, m)) return std::nullopt;
  if (urges(context, m) || bestows(context, verb) || is_saying(context, verb)) return std::nullopt;
  if (m.kind == "reception" && is_handed(context, verb)) return std::nullopt;
  if (m.kind == "talks" && is_task(context, m)) return std::nullopt;
  if (is_only_meant(context, m)) return std::nullopt;
  if (calls_on(context, m)) m.kind = "reception";
  // "is receiving medical attention"
  const bool told_group = receives_those_told(context, m);
  const bool nobody = !found && m.objects.empty() && !m.received_group && m.states.empty();
  if (m.kind == "reception" && nobody && !gerund && !told_group) return std::nullopt;
  m.told_guests = told_group;
  m.fresh = m.fresh || is_beside_others(context, m);
  if (is_counted(context, m)) return std::nullopt;
  const bool unasked = subjects.empty() && !told_group;
  if (hosts && ((!found && !told_group) || unasked || context.lower(verb.end) == "by")) {
    return std::nullopt;
  }
  // "The President met |the prime minister of Peru|": who the first is the report need not say.
  const bool guest =
      office && (found || with) && !passive && subjects.empty() && !m.objects.empty();
  m.unnamed = guest && m.people.size() == m.objects.size();
  const bool visitor = m.kind == "reception" ? office && found && !passive && subjects.empty()
                                             : guest && m.kind == "meeting";
  if (!visitor && !went && !is_complete(context, m)) return std::nullopt;
  if (m.kind == "meeting") add_number(context, m);
  if (m.kind == "meeting" && m.group) add_format(context, m);
  return m;
}

}  // namespace rapporteur::meetings
