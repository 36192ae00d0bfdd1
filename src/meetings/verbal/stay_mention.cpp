// A guest who is in a place or goes there visits it, whatever the verb: "X is staying in Georgia",
// "X will be in Tbilisi on Monday".

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_list.h"
#include "mention/mention_parts.h"
#include "verbal/guest_office.h"
#include "verbal/journey.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

bool joins_states(std::string_view word) { return word == "," || word == "and" || word == "the"; }

// Where the guest is: the name right at `at`, over an article. False: no place.
bool add_destination(const Context& c, std::uint32_t at, Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  while (c.lower(at) == "the" || c.lower(at) == "neighbouring" || c.lower(at) == "neighboring")
    ++at;
  const Tag* tag = at < s.end ? c.tags.starting(at) : nullptr;
  if (tag == nullptr) return false;
  const Named named{tag->id, c.doc.span(tag->tokens)};
  if (tag->label == Label::state) {
    m.country = named;
  } else if (tag->label == Label::place && tag->id != npos) {
    m.place = named;
  } else {
    return false;
  }
  m.tokens.end = tag->tokens.end;
  // "in Egypt and Jordan", "in Tbilisi, Georgia"
  for (at = tag->tokens.end; at < s.end;) {
    if (joins_states(c.doc.lower(at))) {
      ++at;
      continue;
    }
    const Tag* next = c.tags.starting(at);
    if (next == nullptr || next->label != Label::state) break;
    if (!m.country) m.country = {next->id, c.doc.span(next->tokens)};
    at = next->tokens.end;
    m.tokens.end = at;
  }
  return true;
}

// Of no state that is known to be another than the one that is visited.
bool is_at_home(const Context& c, const names::Person& person, const Mention& m) {
  if (!person.state) return false;
  const bool town = m.place && m.place.id != npos;
  const catalogue::Index there = m.country ? m.country.id
                                 : town    ? c.catalogue.places()[m.place.id].state
                                           : npos;
  return there == npos || person.state.id == there;
}

// "X of Peru met Y of Chile in Lima. |She| promised to come to Santiago": not Y, who is at home
// there.
void take_other_of_two(const Context& c, Mention& m) {
  if (m.people.size() != 1 || m.sentence == 0) return;
  if (is_guest_in(c, c.cast.people[m.people.front()], m)) return;
  std::vector<std::uint32_t> two;
  const TokenRange before = c.doc.sentences()[m.sentence - 1].tokens;
  for (std::uint32_t t = before.begin; t < before.end; ++t) {
    const names::Mention* who = c.cast.starting(t);
    const bool known = who != nullptr && who->person != kNobody;
    if (known && std::find(two.begin(), two.end(), who->person) == two.end()) {
      two.push_back(who->person);
    }
  }
  if (two.size() != 2) return;
  if (two.front() == m.people.front())
    m.people = {two.back()};
  else if (two.back() == m.people.front())
    m.people = {two.front()};
}

}  // namespace

bool is_guest_in(const Context& c, const names::Person& person, const Mention& m) {
  if (!person.offices.empty() && person.offices.front().former) return false;
  // "her Peruvian colleague X" holds an office without its words
  const bool serves = !person.offices.empty() || (person.state && !person.state_from_context);
  return serves && !is_at_home(c, person, m);
}

TokenRange planned_over_day(const Context& c, std::uint32_t token) {
  static constexpr std::array<std::string_view, 3> kPlans{"host", "visit", "receive"};
  const std::uint32_t begin = c.sentence(token).begin;
  if (!is_one_of(c.doc.lower(token), kPlans) || token < begin + 3) return {};
  std::uint32_t end = token;
  if (c.doc.lower(end - 1) == ",") --end;
  const time::Expression* day = c.time_at(end - 1);
  if (day == nullptr || day->tokens.end != end) return {};
  std::uint32_t at = day->tokens.begin;
  while (at > begin + 1 && (c.doc.lower(at - 1) == "on" || c.doc.lower(at - 1) == ",")) --at;
  const std::string_view verb = at > begin ? c.doc.lower(at - 1) : std::string_view();
  const bool planned = verb == "will" || verb == "would" || verb == "shall" || verb == "to";
  return planned ? TokenRange{token, token + 1} : TokenRange{};
}

std::optional<Mention> stay_mention(const Context& context, TokenRange verb) {
  Mention m;
  m.trigger = verb;
  m.tokens = verb;
  m.kind = "visit";
  m.trip = true;
  m.verbal = true;
  m.sentence = context.doc.sentence_of(verb.begin);
  m.in_headline = context.doc.sentences()[m.sentence].role == text::LineRole::headline;
  if (!add_destination(context, verb.end, m)) return std::nullopt;
  const std::uint32_t end = m.tokens.end;
  Mention told = m;
  Clause clause(context, told);
  const bool named = clause.subject(verb.begin);
  if (!named && !clause.pronoun(verb.begin)) return std::nullopt;
  m.people = told.people;
  if (!named) take_other_of_two(context, m);
  m.tokens = {std::min(told.tokens.begin, verb.begin), end};
  // "|Peru's foreign minister| is in Quito": told by the office alone
  if (m.people.empty() && is_guest_office(context, verb) && !told.states.empty()) {
    m.states = told.states;
    if (take_destination(context, m, m.states.size())) return m;
  }
  const bool guests = std::all_of(m.people.begin(), m.people.end(), [&](std::uint32_t p) {
    return is_guest_in(context, context.cast.people[p], m);
  });
  if (m.people.empty() || !guests || told.organ || !told.organ_words.empty()) return std::nullopt;
  return m;
}

void take_guest_for_pronoun(const Context& c, std::uint32_t guest, Mention& m) {
  constexpr std::uint32_t kNear = 6;
  if (guest == kNobody || !m.verbal || m.people.size() != 2 || m.objects.size() > 1) return;
  const std::uint32_t other = m.objects.empty() ? m.people.back() : m.objects.front();
  std::uint32_t& who = m.people.front() == other ? m.people.back() : m.people.front();
  const auto state = [&](std::uint32_t p) { return c.cast.people[p].state.id; };
  const bool at_home = state(who) != npos && state(who) == state(other);
  if (!at_home || state(guest) == npos || state(guest) == state(other)) return;
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kNear && m.trigger.begin >= begin + back; ++back) {
    const std::string_view word = c.doc.lower(m.trigger.begin - back);
    if (word == "he" || word == "she") who = guest;
    if (c.cast.covering(m.trigger.begin - back) != nullptr) return;
  }
}

void take_guest_for_nobody(const Context& c, const Mention* visit, Mention& m) {
  const bool body = m.organisation || m.organ || !m.organ_words.empty() || m.group;
  if (visit == nullptr || m.verbal || body || !m.states.empty() || m.people.empty()) return;
  if (m.kind != "talks" && m.kind != "reception" && m.kind != "meeting") return;
  const std::uint32_t guest = visit->people.front();
  const std::uint32_t other = m.people.back();
  const Named& theirs = c.cast.people[other].state;
  const bool town = visit->place && visit->place.id != npos;
  const catalogue::Index there = visit->country ? visit->country.id
                                 : town         ? c.catalogue.places()[visit->place.id].state
                                                : npos;
  if (guest == other || (theirs && theirs.id != there)) return;
  // "Talks with Y are planned, as is a meeting with Z": Y is of that state as well
  const bool one_state =
      m.people.size() == 2 && theirs && c.cast.people[m.people.front()].state.id == theirs.id;
  if (m.people.size() != 1 && !one_state) return;
  if (c.cast.people[other].offices.empty()) return;
  const std::string_view link = c.lower(m.trigger.end);
  if (link != "with" && link != "on") return;  // "a |call on| President Y"
  m.people = {guest, other};
  m.objects = {other};
}

}  // namespace rapporteur::meetings
