#include "participant/receiving_side.h"

#include <algorithm>
#include <string>
#include <vector>

namespace rapporteur::meetings {

namespace {

using record::Participant;

// The state of all who are received, or an empty code.
std::string state_of_guests(const Context& c, const Drafts& drafts, const Draft& draft) {
  std::string out;
  for (const std::uint32_t i : draft.mentions) {
    for (const std::uint32_t p : drafts.mentions[i].objects) {
      const Named& state = c.cast.people[p].state;
      if (!state) return {};
      const std::string code(c.catalogue.states()[state.id].code);
      if (!out.empty() && out != code) return {};
      out = code;
    }
  }
  return out;
}

bool is_host(const Context& c, const Drafts& drafts, const Draft& draft, const Participant& p) {
  return std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](std::uint32_t i) {
    const Mention& m = drafts.mentions[i];
    return !m.objects.empty() && !m.people.empty() && m.people.front() != m.objects.front() &&
           c.cast.people[m.people.front()].name == *p.person;
  });
}

}  // namespace

void complete_receiving_side(const Context& c, const Drafts& drafts, Draft& draft) {
  record::Meeting& m = draft.meeting;
  if (!m.kind || *m.kind != record::Kind::reception) return;
  const std::string guests = state_of_guests(c, drafts, draft);
  const Participant* other = nullptr;
  for (const Participant& p : m.participants) {
    if (!p.state || *p.state == guests) continue;
    if (other != nullptr && *other->state != *p.state) return;
    other = &p;
  }
  if (guests.empty() || other == nullptr) return;
  const record::Fact<std::string> state = other->state;
  for (Participant& p : m.participants) {
    const bool open = p.person && p.offices && !p.state && !p.organisation;
    if (open && is_host(c, drafts, draft, p)) {
      p.state.set(*state, state.evidence, 0.6F, "names/side-left");
    }
  }
}

}  // namespace rapporteur::meetings
