#include "participant/row_state.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clause/word_list.h"

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

// The same office, or both at the top of a state.
bool is_equal(const Context& c, catalogue::Index one, catalogue::Index other) {
  const auto is_top = [&](catalogue::Index office) {
    if (office == npos) return false;
    const catalogue::OfficeLevel level = c.catalogue.offices()[office].level;
    return level == catalogue::OfficeLevel::head_of_state ||
           level == catalogue::OfficeLevel::head_of_government;
  };
  return one == other || (is_top(one) && is_top(other));
}

std::uint32_t begin_of(const Participant& p) { return p.person.evidence.front().begin; }

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

const Participant* first_of_equals(const Context& c, const Draft& draft) {
  const auto& all = draft.meeting.participants;
  if (!draft.bilateral || all.size() != 2 || !all[0].person || !all[1].person) return nullptr;
  if (!is_equal(c, office_of(c, all[0]), office_of(c, all[1]))) return nullptr;
  return begin_of(all[0]) < begin_of(all[1]) ? &all[0] : &all[1];
}

namespace {

// The other of just two who hold the office of `p`, or else one in the same words; or null.
Participant* equal_of(const Context& c, record::Meeting& m, const Participant& p) {
  const catalogue::Index office = office_of(c, p);
  if (office == npos) return nullptr;
  std::vector<Participant*> equals;
  for (Participant& q : m.participants) {
    if (&q == &p || !q.person || !q.offices || !is_equal(c, office_of(c, q), office)) continue;
    equals.push_back(&q);
  }
  if (equals.size() > 1) {
    std::erase_if(equals, [&](const Participant* q) { return *q->offices != *p.offices; });
  }
  return equals.size() == 1 ? equals.front() : nullptr;
}

// "|A| and |B|"
bool are_joined(const Context& c, const Participant& a, const Participant& b) {
  const names::Mention* first = c.cast.covering(c.doc.token_at(begin_of(a)));
  if (first == nullptr || c.lower(first->tokens.end) != "and") return false;
  const names::Mention* second = c.cast.covering(c.doc.token_at(begin_of(b)));
  return second != nullptr && second == c.cast.covering(first->tokens.end + 1);
}

bool takes_part(const record::Meeting& m, const Participant& who) {
  return std::any_of(m.participants.begin(), m.participants.end(),
                     [&](const Participant& p) { return p.person && *p.person == *who.person; });
}

// Of two sides the one whose people are named first: that for which the report speaks, else that
// where the meeting is, else the first.
std::size_t leading_side(const std::vector<const Participant*>& sides, const record::Meeting& m,
                         std::string_view home) {
  if (*sides[1]->state == home) return 1;
  return *sides[0]->state != home && m.country && *sides[1]->state == *m.country ? 1 : 0;
}

}  // namespace

void complete_equals(const Context& c, const Draft& main_draft, std::string_view home,
                     Draft& draft) {
  const record::Meeting& main = main_draft.meeting;
  record::Meeting& m = draft.meeting;
  if (!draft.bilateral && (!m.organ || m.organisation)) return;
  constexpr std::size_t kMost = 64;  // people of a meeting of two sides
  if (m.participants.size() > kMost) return;
  std::vector<const Participant*> sides;
  add_states(m, sides);
  const bool told = sides.size() == 2;
  if (sides.size() == 1) add_states(main, sides);
  if (sides.size() != 2) return;
  const auto set = [](Participant& p, const Participant& side) {
    p.state.set(*side.state, side.state.evidence, 0.5F, "names/other-side");
  };
  for (Participant& p : m.participants) {
    if (!p.person || !p.offices || p.state || p.organisation) continue;
    Participant* equal = equal_of(c, m, p);
    if (equal == nullptr || equal->organisation) continue;
    if (!told && takes_part(main, p)) continue;  // whom he meets there he is not of
    if (equal->state) {
      set(p, *sides[*sides[0]->state == *equal->state ? 1 : 0]);
    } else if (const bool first = begin_of(p) < begin_of(*equal);
               told && (first ? are_joined(c, p, *equal) : are_joined(c, *equal, p))) {
      const std::size_t lead = leading_side(sides, m, home);
      set(p, *sides[first ? lead : 1 - lead]);
    }
  }
}

}  // namespace rapporteur::meetings
