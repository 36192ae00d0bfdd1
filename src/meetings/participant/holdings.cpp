// Who holds which office, as the report tells it, whether or not he meets anybody.

#include "draft.h"

namespace rapporteur::meetings {

void add_holdings(const Context& c, std::vector<record::Holding>& out) {
  for (const names::Person& p : c.cast.people) {
    for (const names::Office& office : p.offices) {
      if (office.former) continue;
      record::Holding h;
      h.person.set(p.name, {p.words}, 0.9F, "names/holding");
      h.office.set(office.text, office.words, 0.85F, "names/holding");
      if (p.state) {
        h.state.set(std::string(c.catalogue.states()[p.state.id].code), {p.state.words}, 0.9F,
                    "names/state");
      } else if (p.body && p.body.id != npos) {
        h.organisation.set(std::string(c.catalogue.bodies()[p.body.id].name), {p.body.words}, 0.85F,
                           "names/organisation");
      }
      out.push_back(std::move(h));
    }
  }
}

}  // namespace rapporteur::meetings
