#include "participant/joined_partner.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::meetings {

namespace {

using Naming = names::Mention;
using record::Participant;

Named state_of(const Context& c, const Naming* who) {
  const bool person = who != nullptr && who->person != kNobody;
  return person ? c.cast.people[who->person].state : Named{};
}

// "A |and the| Minister B": who is named behind the words that end at `end`.
const Naming* joined_behind(const Context& c, std::uint32_t end) {
  if (c.lower(end) != "and") return nullptr;
  const std::uint32_t next = c.lower(end + 1) == "the" ? end + 2 : end + 1;
  return next < c.sentence(end).end ? c.cast.starting(next) : nullptr;
}

// "|A of the Republic of Peru| and B": who is named before the words that begin at `begin`.
const Naming* joined_before(const Context& c, std::uint32_t begin) {
  constexpr std::uint32_t kOwner = 4;  // tokens of "of the Republic of Peru"
  const std::uint32_t floor = c.sentence(begin).begin;
  std::uint32_t at = begin > floor && c.lower(begin - 1) == "the" ? begin - 1 : begin;
  if (at <= floor + 1 || c.lower(at - 1) != "and") return nullptr;
  --at;
  for (std::uint32_t back = 0; back <= kOwner && at > floor + back; ++back) {
    if (const Naming* who = c.cast.ending(at - back); who != nullptr) return who;
    const tagger::Tag* tag = c.tags.covering(at - back - 1);
    const std::string_view word = c.lower(at - back - 1);
    const bool owner =
        (tag != nullptr && tag->label == tagger::Label::state) || word == "of" || word == "the";
    if (!owner) return nullptr;
  }
  return nullptr;
}

// "A and B met C", but "A and B met": both are met by somebody else, or both meet him.
bool are_of_one_side(const std::vector<Mention>& told, const Draft& draft, std::uint32_t a,
                     std::uint32_t b) {
  const auto holds = [](const std::vector<std::uint32_t>& people, std::uint32_t person) {
    return std::find(people.begin(), people.end(), person) != people.end();
  };
  return std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](std::uint32_t i) {
    const Mention& m = told[i];
    return !m.objects.empty() && holds(m.people, a) && holds(m.people, b) &&
           holds(m.objects, a) == holds(m.objects, b);
  });
}

// The state of the only one whom "and" joins to the participant, on his side; or nothing.
Named state_of_partner(const Context& c, const std::vector<Mention>& told, const Draft& draft,
                       const Participant& participant) {
  if (!participant.person || participant.person.evidence.empty()) return {};
  const Naming* who = c.cast.covering(c.doc.token_at(participant.person.evidence.front().begin));
  if (who == nullptr || who->person == kNobody) return {};
  Named out;
  for (const Naming* other :
       {joined_behind(c, who->tokens.end), joined_before(c, who->tokens.begin)}) {
    const Named state = state_of(c, other);
    if (!state || !are_of_one_side(told, draft, who->person, other->person)) continue;
    if (out && out.id != state.id) return {};
    out = state;
  }
  return out;
}

}  // namespace

void complete_partners(const Context& c, const std::vector<Mention>& told,
                       const OfficeHolders& holders, const Guests& guests, Draft& draft) {
  std::vector<std::string> sides;
  for (const Participant& p : draft.meeting.participants) {
    if (p.state && std::find(sides.begin(), sides.end(), *p.state) == sides.end()) {
      sides.push_back(*p.state);
    }
  }
  if (!draft.bilateral || sides.size() != 2) return;
  for (Participant& p : draft.meeting.participants) {
    const Named state = holders.lacks_state(p) ? state_of_partner(c, told, draft, p) : Named{};
    if (!state) continue;
    const std::string code(c.catalogue.states()[state.id].code);
    if (guests.is_guest(*p.person, code)) continue;
    p.state.set(code, {state.words}, 0.6F, "names/companion");
  }
}

void complete_in_order(const Context& c, const OfficeHolders& holders, record::Meeting& m) {
  std::vector<Participant*> people;
  std::vector<Participant> sides;
  for (Participant& p : m.participants) {
    if (holders.lacks_state(p)) people.push_back(&p);
    if (!p.person && p.state && !p.offices) sides.push_back(p);
    if (p.person.evidence.empty() && p.state.evidence.empty()) return;
    if (p.person && !holders.lacks_state(p)) return;
  }
  if (m.organisation || people.size() != 2 || sides.size() != 2) return;
  if (!people[0]->offices || !people[1]->offices || *people[0]->offices != *people[1]->offices) {
    return;
  }
  const auto named_first = [](const auto& a, const auto& b) {
    return a.evidence.front().begin < b.evidence.front().begin;
  };
  if (named_first(people[1]->person, people[0]->person)) std::swap(people[0], people[1]);
  if (named_first(sides[1].state, sides[0].state)) std::swap(sides[0], sides[1]);
  const auto sentence = [&](const auto& fact) {
    return c.doc.sentence_of(c.doc.token_at(fact.evidence.front().begin));
  };
  if (sentence(sides[0].state) != sentence(people[1]->person)) return;
  if (!named_first(sides[1].state, people[0]->person)) return;
  for (std::size_t i = 0; i < people.size(); ++i) {
    people[i]->state.set(*sides[i].state, sides[i].state.evidence, 0.6F, "names/side-left");
  }
  std::erase_if(m.participants,
                [](const Participant& p) { return !p.person && p.state && !p.offices; });
}

}  // namespace rapporteur::meetings
