#include "row_state.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "word_list.h"

namespace rapporteur::meetings {

namespace {

using record::Participant;
using tagger::Label;
using tagger::Tag;

// What may stand between a state and those who come from it, besides people and offices.
bool joins_row(std::string_view word) {
  static constexpr std::array<std::string_view, 24> kJoints{
      ",", "and",  "together", "with", "as", "well", "are", "is",   "were", "was", "came", "the",
      ":", "also", "there",    ".",    "by", "then", "hon", "both", "-",    "(",   ")",    "mp"};
  return is_one_of(word, kJoints);
}

// The office of a participant as the catalogue knows it; npos if it does not.
catalogue::Index office_of(const Context& c, const Participant& p) {
  const auto known =
      std::find_if(c.cast.people.begin(), c.cast.people.end(),
                   [&](const names::Person& person) { return person.name == *p.person; });
  if (known == c.cast.people.end() || known->offices.empty()) return npos;
  return known->offices.front().office;
}

void add_states(const record::Meeting& m, std::vector<const Participant*>& sides) {
  for (const Participant& p : m.participants) {
    if (!p.state) continue;
    const bool known = std::any_of(sides.begin(), sides.end(),
                                   [&](const Participant* q) { return *q->state == *p.state; });
    if (!known) sides.push_back(&p);
  }
}

// The state that opens the row in which the person of `mention` stands; or nothing.
Named state_of_row(const Context& c, const names::Mention& mention) {
  const std::uint32_t begin = c.sentence(mention.tokens.begin).begin;
  bool others = false;
  for (std::uint32_t t = mention.tokens.begin; t > begin;) {
    --t;
    const Tag* tag = c.tags.covering(t);
    const bool state = tag != nullptr && tag->label == Label::state && tag->id != npos;
    const names::Mention* who = c.cast.covering(t);
    if (state && (who == nullptr || who->person == kNobody)) {
      const std::uint32_t at = tag->tokens.begin;
      const std::string_view before = at > begin ? c.lower(at - 1) : std::string_view();
      const bool opens = before == "for" || before == "from";
      return opens && others ? Named{tag->id, c.doc.span(tag->tokens)} : Named{};
    }
    if (who != nullptr) {
      others = others || who->person != kNobody;
      t = std::max(begin, who->tokens.begin);
      continue;
    }
    const bool of_office = tag == nullptr && c.doc.is_capital(t);
    if (of_office || c.cast.office_covering(t) != nullptr || joins_row(c.lower(t))) continue;
    if (c.matches.find(t, lexicon::Channel::honorific) != nullptr) continue;
    return {};
  }
  return {};
}

}  // namespace

RowStates::RowStates(const Context& context) : c_(context) {
  for (const names::Mention& m : context.cast.mentions) {
    if (m.person != kNobody) first_.try_emplace(context.cast.people[m.person].name, &m);
  }
}

Named RowStates::of(const std::string& person) const {
  const auto first = first_.find(person);
  return first != first_.end() ? state_of_row(c_, *first->second) : Named{};
}

void complete_equals(const Context& c, const Draft& main_draft, Draft& draft) {
  const record::Meeting& main = main_draft.meeting;
  record::Meeting& m = draft.meeting;
  if (!draft.bilateral && (!m.organ || m.organisation)) return;
  constexpr std::size_t kMost = 64;  // people of a meeting of two sides
  if (m.participants.size() > kMost) return;
  std::vector<const Participant*> sides;
  add_states(m, sides);
  if (sides.size() == 1) add_states(main, sides);
  if (sides.size() != 2) return;
  for (Participant& p : m.participants) {
    if (!p.person || !p.offices || p.state || p.organisation) continue;
    const catalogue::Index office = office_of(c, p);
    const Participant* equal = nullptr;
    for (const Participant& q : m.participants) {
      const bool same = &q != &p && q.person && q.offices && office_of(c, q) == office;
      if (!same || office == npos) continue;
      if (equal != nullptr || !q.state) return;
      equal = &q;
    }
    if (equal == nullptr) continue;
    const Participant* other = *sides[0]->state == *equal->state ? sides[1] : sides[0];
    p.state.set(*other->state, other->state.evidence, 0.5F, "names/other-side");
  }
}

}  // namespace rapporteur::meetings
