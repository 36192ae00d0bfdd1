#include "participant/visit_host.h"

#include <algorithm>
#include <string_view>

namespace rapporteur::meetings {

namespace {

using record::Participant;

bool has_host(const record::Meeting& m) {
  return std::any_of(m.participants.begin(), m.participants.end(), [&](const Participant& p) {
    const bool there = !p.state || *p.state == *m.country;
    return p.person && there && &p != &m.participants.front();
  });
}

bool may_host(const Context& c, const Entries& entries, const record::Meeting& m, std::uint32_t p) {
  const names::Person& person = c.cast.people[p];
  const Participant& first = m.participants.front();
  const bool guest = first.person && *first.person == person.name;
  // "at the invitation of his Nepali counterpart X"
  const bool known = !person.offices.empty() || (person.state && !person.state_from_context);
  const bool there = !person.state || c.catalogue.states()[person.state.id].code == *m.country;
  return !guest && known && !person.body && there && !entries.only_speaks(p);
}

// 2: in the same office as the guest; 1: as high as he.
int equals_guest(const Context& c, const Draft& draft, const Mention& visit, std::uint32_t p) {
  const Participant& first = draft.meeting.participants.front();
  if (c.cast.people[p].offices.empty()) return 0;
  const catalogue::Index there = c.cast.people[p].offices.front().office;
  if (!first.person || there == npos) return 0;
  for (const std::uint32_t i : visit.people) {
    const names::Person& guest = c.cast.people[i];
    if (guest.name != *first.person || guest.offices.empty()) continue;
    const catalogue::Index here = guest.offices.front().office;
    if (here == there) return 2;
    const auto& offices = c.catalogue.offices();
    return here != npos && offices[here].level == offices[there].level ? 1 : 0;
  }
  return 0;
}

}  // namespace

std::uint32_t host_of(const Context& c, const Entries& entries, const Draft& draft,
                      const Mention& visit, bool anywhere) {
  const record::Meeting& m = draft.meeting;
  if (!m.country || m.participants.empty() || has_host(m)) return kNobody;
  std::uint32_t host = kNobody;
  int best = 0;
  for (const names::Mention& who : c.cast.mentions) {
    if (who.person == kNobody) continue;
    const std::uint32_t here = c.doc.sentence_of(who.tokens.begin);
    const bool told = std::binary_search(draft.sentences.begin(), draft.sentences.end(), here);
    if ((!anywhere && !told) || !may_host(c, entries, m, who.person)) continue;
    // The host of the visit that the report is about receives no guest of another.
    if (!told && !m.main && !c.cast.people[who.person].state) continue;
    const int behind = who.tokens.begin >= visit.tokens.end ? 1 : 0;
    const int named = (told ? 3 : 0) + (c.cast.people[who.person].state ? 2 : 0);
    const int rank = 1 + behind + named + 2 * equals_guest(c, draft, visit, who.person);
    if (rank <= best) continue;
    best = rank;
    host = who.person;
  }
  return host;
}

bool shares_guest(const record::Meeting& talks, const record::Meeting& visit) {
  return std::any_of(talks.participants.begin(), talks.participants.end(), [&](const auto& p) {
    if (!p.person || !p.state || *p.state == *visit.country) return false;
    return std::any_of(visit.participants.begin(), visit.participants.end(),
                       [&](const auto& q) { return q.person && *q.person == *p.person; });
  });
}

}  // namespace rapporteur::meetings
