#include "sides.h"

#include <algorithm>

namespace rapporteur::meetings {

std::vector<Named> states_of_sentence(const Context& c, const Mention& m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  std::vector<Named> out;
  for (std::uint32_t t = s.begin; t < m.trigger.begin; ++t) {
    const tagger::Tag* tag = c.tags.starting(t);
    if (tag == nullptr || tag->label != tagger::Label::state) continue;
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const Named& n) { return n.id == tag->id; });
    if (!known) out.push_back({tag->id, c.doc.span(tag->tokens)});
  }
  if (out.size() < 2) out.clear();
  return out;
}

std::vector<std::uint32_t> two_sides(const Context& c) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t p = 0; p < c.cast.people.size() && out.size() < 2; ++p) {
    const names::Person& person = c.cast.people[p];
    if (!person.state || person.offices.empty()) continue;
    const bool new_side = out.empty() || c.cast.people[out.front()].state.id != person.state.id;
    if (new_side) out.push_back(p);
  }
  if (out.size() < 2) out.clear();
  return out;
}

}  // namespace rapporteur::meetings
