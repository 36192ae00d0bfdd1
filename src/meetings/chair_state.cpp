#include "chair_state.h"

#include <utility>
#include <vector>

namespace rapporteur::meetings {

using record::Participant;

void set_chair_state(record::Meeting& m) {
  if (!m.chair || !m.chair_person || *m.chair != *m.chair_person) return;
  for (Participant& p : m.participants) {
    if (!p.person || *p.person != *m.chair) continue;
    if (!p.state && !p.organisation && m.country) {
      p.state.set(*m.country, m.country.evidence, 0.5F, "names/state-of-host-chair");
    }
    if (!p.state) return;
    std::vector<ByteSpan> words = m.chair.evidence;
    words.insert(words.end(), p.state.evidence.begin(), p.state.evidence.end());
    m.chair.set(*p.state, std::move(words), 0.6F, "meetings/chair-of-person");
    return;
  }
}

}  // namespace rapporteur::meetings
