#include "participant/former_sides.h"

#include <algorithm>
#include <set>
#include <string>

namespace rapporteur::meetings {

namespace {

using record::Attendance;
using record::Participant;

std::size_t count_states(const record::Meeting& m) {
  std::set<std::string> states;
  for (const Participant& p : m.participants) {
    if (p.state) states.insert(*p.state);
  }
  return states.size();
}

// The state of `p` and nothing of the person.
Participant side_of(const Participant& p, const record::Meeting& m) {
  const bool to_come = m.status && *m.status == record::Status::announced;
  Participant side;
  side.state = p.state;
  side.attendance = p.attendance;
  side.attendance.value = to_come ? Attendance::expected : Attendance::attended;
  return side;
}

}  // namespace

void add_former_sides(const Entries& entries, Drafts& drafts) {
  for (Draft& draft : drafts.drafts) {
    const auto& known = draft.meeting.participants;
    const Mention& said = drafts.mentions[draft.mentions.front()];
    const bool nobody = std::none_of(known.begin(), known.end(),
                                     [](const Participant& p) { return p.person || p.state; });
    if (!nobody || said.sides_of == kNobody) continue;
    for (const Draft& told : drafts.drafts) {
      const auto& mentions = told.mentions;
      if (!std::binary_search(mentions.begin(), mentions.end(), said.sides_of)) continue;
      // "the next round": of all, where they are but two
      if (!said.verbal && count_states(told.meeting) > 2) break;
      for (const Participant& p : told.meeting.participants) {
        if (p.state) entries.join(side_of(p, draft.meeting), draft);
      }
      break;
    }
  }
}

}  // namespace rapporteur::meetings
