#include "participant/chair_state.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur::meetings {

using record::Participant;

namespace {

// "the |current Chairman| of the Union": of all of it and now.
bool chairs(const Context& c, const names::Office& office, const std::string& organisation) {
  if (office.office == npos || office.former || office.words.empty() || !office.body ||
      office.body.id == npos) {
    return false;
  }
  const std::string_view id = c.catalogue.offices()[office.office].id;
  if (id != "chair" && id != "chairperson_in_office") return false;
  const std::string_view word = c.lower(c.doc.token_at(office.words.front().begin));
  const bool now =
      word.starts_with("chair") || word == "current" || word == "incumbent" || word == "sitting";
  const catalogue::Body& body = c.catalogue.bodies()[office.body.id];
  return now && body.parent == npos && body.name == organisation &&
         office.text.find(" of ") == std::string::npos;
}

}  // namespace

namespace {

// Where the United Nations sit those of every state meet.
bool is_seat(const record::Meeting& m) {
  return m.place && (m.place->starts_with("New York") || *m.place == "Geneva");
}

}  // namespace

void set_chair_state(record::Meeting& m) {
  if (!m.chair || !m.chair_person || *m.chair != *m.chair_person) return;
  for (Participant& p : m.participants) {
    if (!p.person || *p.person != *m.chair) continue;
    if (!p.state && !p.organisation && m.country && !is_seat(m)) {
      p.state.set(*m.country, m.country.evidence, 0.5F, "names/state-of-host-chair");
    }
    if (!p.state) return;
    std::vector<ByteSpan> words = m.chair.evidence;
    words.insert(words.end(), p.state.evidence.begin(), p.state.evidence.end());
    m.chair.set(*p.state, std::move(words), 0.6F, "meetings/chair-of-person");
    return;
  }
}

void set_chair_of_holder(const Context& c, const PeopleByName& people, record::Meeting& m) {
  const bool many = m.kind && (*m.kind == record::Kind::session || *m.kind == record::Kind::summit);
  if (!many || m.chair || !m.organisation) return;
  for (const Participant& p : m.participants) {
    const bool told = p.person && p.state && p.attendance && !p.state.evidence.empty() &&
                      !p.person.evidence.empty();
    if (!told || *p.attendance == record::Attendance::absent) continue;
    const auto known = people.find(*p.person);
    if (known == people.end()) continue;
    for (const names::Office& office : known->second->offices) {
      if (!chairs(c, office, *m.organisation)) continue;
      m.chair.set(*p.state, {p.state.evidence.front(), office.words.front()}, 0.55F,
                  "meetings/chair-of-holder");
      m.chair_person.set(*p.person, {p.person.evidence.front()}, 0.55F, "meetings/chair-person");
      return;
    }
  }
}

}  // namespace rapporteur::meetings
