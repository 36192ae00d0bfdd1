#include "verbal/verb_subject.h"

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "rapporteur/catalogue/fold.h"

namespace rapporteur::meetings {

namespace {

bool is_between(std::string_view w) {
  return w == "then" || w == "later" || w == "also" || w == "subsequently" || w == "has" ||
         w == "had" || w == "will" || w == "is" || w == "was" || w == "to" || w == "be" ||
         w == "due" || w == "scheduled" || w == "expected" || w == "set";
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

// "|stood at the head of| the delegations", "|led| the teams" before the group that ends at `end`:
// where the verb begins, or `end`.
std::uint32_t leading_before(const Context& c, std::uint32_t end) {
  constexpr std::uint32_t kReach = 6;  // tokens of "the two government delegations"
  static constexpr std::array<std::string_view, 3> kLed{"led", "headed", "chaired"};
  static constexpr std::array<std::string_view, 3> kStood{"stood", "were", "was"};
  const std::uint32_t floor = c.sentence(end - 1).begin;
  for (std::uint32_t t = end; t > floor + 4 && end - t < kReach; --t) {
    const std::string_view word = c.doc.lower(t - 1);
    if (is_one_of(word, kLed)) return t - 1;
    const bool head = word == "of" && c.doc.lower(t - 2) == "head" && c.doc.lower(t - 4) == "at";
    if (head) return is_one_of(c.doc.lower(t - 5), kStood) ? t - 5 : end;
    if (c.doc.is_punctuation(t - 1) || c.tags.covering(t - 1) != nullptr) return end;
  }
  return end;
}

}  // namespace

void take_leaders(const Context& c, Clause& clause, std::uint32_t verb, const Mention& m) {
  static constexpr std::array<std::string_view, 4> kGroups{"delegations", "teams", "sides",
                                                           "parties"};
  const std::string_view word = word_before(c, verb);
  if (!m.people.empty() || !m.states.empty() || (word != "which" && word != "that")) return;
  std::uint32_t end = verb;
  const std::uint32_t floor = c.sentence(verb).begin;
  while (end > floor && c.doc.lower(end - 1) != word) --end;
  if (end > floor) --end;
  if (end > floor && c.doc.lower(end - 1) == ",") --end;
  if (end == floor || !is_one_of(c.doc.lower(end - 1), kGroups)) return;
  if (const std::uint32_t begin = leading_before(c, end); begin < end) clause.subject(begin);
}

std::string_view word_before(const Context& c, std::uint32_t verb) {
  const TokenRange s = c.sentence(verb);
  std::uint32_t at = verb;
  while (at > s.begin + 1 && is_between(c.doc.lower(at - 1))) --at;
  return at > s.begin ? c.doc.lower(at - 1) : std::string_view();
}

namespace {

// "X |used| the summit in Lima |to meet| Y": the verb shares its subject with what was used.
bool uses_meeting(const Context& c, const Mention& meeting, const Mention& m) {
  constexpr std::uint32_t kNear = 6;  // tokens of "took advantage of the fifth"
  static constexpr std::array<std::string_view, 7> kUse{"used",   "uses", "took",       "takes",
                                                        "seized", "left", "interrupted"};
  const std::uint32_t first = m.trigger.begin;
  const bool infinitive = c.doc.lower(first) == "to" || c.doc.lower(first - 1) == "to";
  if (meeting.verbal || !infinitive) return false;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && meeting.tokens.begin >= begin + back; ++back) {
    if (is_one_of(c.doc.lower(meeting.tokens.begin - back), kUse)) return true;
  }
  return false;
}

}  // namespace

bool share_subject(const Context& c, const Mention* before, std::string_view word, Mention& m) {
  if (before == nullptr || before->sentence != m.sentence) return false;
  // "will hold talks with A, |call on| B and meet C"
  static constexpr std::array<std::string_view, 8> kBare{"call",  "meet",   "hold",    "pay",
                                                         "visit", "confer", "receive", "sit"};
  const bool listed = word == "," && before->verbal && before->trigger.begin < m.trigger.begin &&
                      is_one_of(c.doc.lower(m.trigger.begin), kBare);
  const bool used = before->trigger.end < m.trigger.begin && uses_meeting(c, *before, m);
  if (word != "and" && !listed && !used) return false;
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

bool take_those_told(const Context& c, const Mention* before, std::string_view word, Mention& m) {
  constexpr std::size_t kMost = 8;
  const bool told = before != nullptr && before->sentence + 1 >= m.sentence;
  if (word != "they" || m.kind != "meeting" || told || m.sentence == 0) return false;
  const text::Sentence& last = c.doc.sentences()[m.sentence - 1];
  if (last.role != text::LineRole::body) return false;
  std::vector<std::uint32_t> people;
  std::vector<catalogue::Index> states;
  for (std::uint32_t t = last.tokens.begin; t < last.tokens.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    if (who == nullptr || who->person == kNobody) continue;
    if (std::find(people.begin(), people.end(), who->person) != people.end()) continue;
    people.push_back(who->person);
    const Named state = c.cast.people[who->person].state;
    const bool known = std::find(states.begin(), states.end(), state.id) != states.end();
    if (state && !known) states.push_back(state.id);
  }
  if (people.size() > kMost || states.size() < 2) return false;
  m.people = std::move(people);
  return true;
}

void take_protagonist(const Context& c, Mention& m) {
  const std::uint32_t person = antecedent(c, c.sentence(m.trigger.begin).begin);
  if (person != kNobody && !may_hold_office_before(c, person, m.trigger.begin)) return;
  const bool met = std::find(m.people.begin(), m.people.end(), person) != m.people.end();
  if (person != kNobody && !met) m.people.insert(m.people.begin(), person);
}

bool is_group_before(const Context& c, std::uint32_t verb) {
  const TokenRange s = c.sentence(verb);
  for (std::uint32_t back = 1; back <= kFarReach && verb >= s.begin + back; ++back) {
    if (c.doc.lower(verb - back) == "they") return true;
    const names::Office* office = c.cast.office_ending(verb - back);
    if (office != nullptr && office->plural) return true;
  }
  return false;
}

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

bool is_office_before(const Context& c, std::uint32_t verb) {
  constexpr std::uint32_t kNear = 8;
  const TokenRange s = c.sentence(verb);
  for (std::uint32_t back = 0; back <= kNear && verb >= s.begin + back; ++back) {
    const names::Office* office = c.cast.office_ending(verb - back);
    if (office != nullptr) return !office->plural;
  }
  return false;
}

bool is_delegation_before(const Context& c, std::uint32_t verb) {
  constexpr std::uint32_t kNear = 4;
  const std::uint32_t begin = c.sentence(verb).begin;
  for (std::uint32_t back = 1; back <= kNear && verb >= begin + back + 1; ++back) {
    if (c.doc.lower(verb - back) != "delegation") continue;
    return c.doc.lower(verb - back - 1) == "the";
  }
  return false;
}

namespace {

// "|the two| signed", "signed by |both countries|": within a few tokens of the verb.
bool tells_of_both(const Context& c, TokenRange words) {
  static constexpr std::array<std::string_view, 6> kBoth{"two",  "both",    "sides",
                                                         "they", "parties", "governments"};
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if (is_one_of(c.doc.lower(t), kBoth)) return true;
  }
  return false;
}

// "the |Parties| signed", "signed by the two |countries|": whoever signed for them.
bool tells_of_states(const Context& c, TokenRange words) {
  static constexpr std::array<std::string_view, 6> kStates{"parties", "sides",   "governments",
                                                           "states",  "nations", "countries"};
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if (is_one_of(c.doc.lower(t), kStates)) return true;
  }
  return false;
}

void add_states_of(const Context& c, const std::vector<std::uint32_t>& people, Mention& m) {
  for (const std::uint32_t p : people) {
    const Named& state = c.cast.people[p].state;
    const bool known = std::any_of(m.states.begin(), m.states.end(),
                                   [&](const Named& n) { return n.id == state.id; });
    if (state && !known) m.states.push_back(state);
  }
}

}  // namespace

std::uint32_t co_signer(const Context& c, TokenRange verb, const Mention& m) {
  constexpr std::uint32_t kReach = 24;
  if (m.kind != "signing" || m.people.size() != 1) return 0;
  const std::uint32_t end = std::min(verb.end + kReach, c.sentence(verb.begin).end);
  for (std::uint32_t t = verb.end; t + 2 < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    const bool beside = word == "together" || word == "along" || word == "jointly";
    if (word == ";" || word == "who" || word == "which") return 0;
    if (beside && c.doc.lower(t + 1) == "with") return t + 2;
  }
  return 0;
}

void take_signatories(const Context& c, const Mention* before, Mention& m) {
  constexpr std::uint32_t kNear = 6;
  constexpr std::uint32_t kBehind = 4;
  if (before == nullptr || before->sentence + 1 < m.sentence) return;
  if (before->people.size() + before->states.size() < 2) return;
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t verb = m.trigger.begin;
  const bool by = c.lower(m.trigger.end - 1) == "by";
  const TokenRange near = by ? TokenRange{m.trigger.end, std::min(m.trigger.end + kBehind, s.end)}
                             : TokenRange{verb > s.begin + kNear ? verb - kNear : s.begin, verb};
  if (!tells_of_both(c, near) || time_beside(c, m) == kNobody) return;
  m.states = before->states;
  if (tells_of_states(c, near)) {
    add_states_of(c, before->people, m);
  } else {
    m.people = before->people;
  }
  m.apart = true;
  m.fresh = true;
}

}  // namespace rapporteur::meetings
