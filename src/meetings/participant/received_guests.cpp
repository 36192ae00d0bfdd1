#include "participant/received_guests.h"

#include <algorithm>
#include <utility>

#include "identity/attribution.h"

namespace rapporteur::meetings {

using record::Participant;

bool is_named_with(const Drafts& drafts, const Draft& draft, const Mention& signing) {
  return std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](std::uint32_t i) {
    return drafts.mentions[i].sentence == signing.sentence;
  });
}

namespace {

std::size_t session_in(const Drafts& drafts, std::uint32_t reception, std::size_t but) {
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    const Draft& draft = drafts.drafts[d];
    if (d != but && !draft.bilateral && is_named_with(drafts, draft, drafts.mentions[reception]))
      return d;
  }
  return Attribution::kNone;
}

// All but who receives them.
void copy_guests(const Context& c, const Entries& entries, const Draft& reception,
                 const Mention& mention, Draft& session) {
  for (const Participant& guest : reception.meeting.participants) {
    const auto is_known = [&](const Participant& p) {
      if (guest.person) return p.person && *p.person == *guest.person;
      return p.state && guest.state && *p.state == *guest.state;
    };
    const bool host = guest.person && !mention.people.empty() &&
                      c.cast.people[mention.people.front()].name == *guest.person;
    auto& known = session.meeting.participants;
    if (host || (!guest.person && !guest.state)) continue;
    if (std::any_of(known.begin(), known.end(), is_known)) continue;
    Participant copy = guest;
    if (!copy.person) copy.offices = {};  // to be received as the head of a delegation is none
    entries.join(std::move(copy), session);
  }
}

}  // namespace

void add_received(const Context& c, const Entries& entries, Drafts& drafts) {
  for (std::size_t r = 0; r < drafts.drafts.size(); ++r) {
    const Draft& reception = drafts.drafts[r];
    for (const std::uint32_t i : reception.mentions) {
      if (!drafts.mentions[i].received_group) continue;
      const std::size_t session = r != drafts.main ? drafts.main : session_in(drafts, i, r);
      if (session == Attribution::kNone || drafts.drafts[session].bilateral) continue;
      copy_guests(c, entries, reception, drafts.mentions[i], drafts.drafts[session]);
      break;
    }
  }
}

}  // namespace rapporteur::meetings
