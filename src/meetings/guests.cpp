#include "guests.h"

#include <algorithm>

namespace rapporteur::meetings {

namespace {

bool is_visit(const record::Meeting& m) { return m.kind && *m.kind == record::Kind::visit; }

// The first person of the sentence of `token`.
bool opens(const Context& c, std::uint32_t person, std::uint32_t token) {
  const TokenRange s = c.sentence(token);
  const auto first = std::find_if(
      c.cast.mentions.begin(), c.cast.mentions.end(),
      [&](const names::Mention& m) { return m.person != kNobody && m.tokens.begin >= s.begin; });
  return first != c.cast.mentions.end() && first->person == person;
}

}  // namespace

Guests::Guests(const Context& context, const Drafts& drafts) {
  for (const Draft& draft : drafts.drafts) {
    if (!is_visit(draft.meeting)) continue;
    note_visits(context, drafts, draft);
    note_guest(draft);
  }
  if (guest_) note_companions(context);
}

void Guests::note_visits(const Context& c, const Drafts& drafts, const Draft& draft) {
  if (!draft.meeting.country) return;
  for (const std::uint32_t i : draft.mentions) {
    const Mention& visit = drafts.mentions[i];
    if (visit.people.empty() || visit.received_group) continue;
    const names::Person& guest = c.cast.people[visit.people.front()];
    if (!guest.state && opens(c, visit.people.front(), visit.trigger.begin)) {
      visits_.emplace(guest.name, *draft.meeting.country);
    }
  }
}

void Guests::note_guest(const Draft& draft) {
  const record::Meeting& m = draft.meeting;
  for (const record::Participant& p : m.participants) {
    const bool abroad = p.person && p.state && (!m.country || *p.state != *m.country);
    if (!guest_ && abroad) guest_ = p;
  }
}

// "Accompanying Minister A are |B| and |C|"
void Guests::note_companions(const Context& c) {
  const lexicon::CueClass cue = c.lexicon.cue_class("companion");
  for (const names::Mention& m : c.cast.mentions) {
    if (m.person == kNobody || c.cast.people[m.person].state) continue;
    for (std::uint32_t t = c.sentence(m.tokens.begin).begin; t < m.tokens.begin; ++t) {
      if (c.cue(t, cue) == nullptr) continue;
      companions_.insert(c.cast.people[m.person].name);
      break;
    }
  }
}

}  // namespace rapporteur::meetings
