#include "participant/offices_beside.h"

#include <algorithm>
#include <string>

#include "participant/bystander.h"

namespace rapporteur::meetings {

namespace {

using record::Participant;

// A deputy, an ambassador and the like, told by the office alone.
bool is_official(const Context& c, const names::Mention& m) {
  using catalogue::OfficeLevel;
  if (m.person != kNobody || m.kind != names::MentionKind::office || m.office == kNobody) {
    return false;
  }
  const names::Office& office = c.cast.offices[m.office];
  if (office.office == npos || office.words.empty() || office.plural || !office.state) return false;
  const OfficeLevel level = c.catalogue.offices()[office.office].level;
  return level == OfficeLevel::minister || level == OfficeLevel::deputy_minister ||
         level == OfficeLevel::ambassador || level == OfficeLevel::official;
}

// Somebody of that state who is named, if nobody of it is in that office; or null.
const Participant* side_without(const Context& c, const record::Meeting& m,
                                const names::Office& office) {
  const std::string_view code = c.catalogue.states()[office.state.id].code;
  const std::string key = c.catalogue.office_key(office.text);
  const Participant* named = nullptr;
  for (const Participant& p : m.participants) {
    if (!p.state || *p.state != code) continue;
    if (!p.person || !p.offices) return nullptr;
    named = &p;
    for (const std::string& held : *p.offices) {
      if (c.catalogue.office_key(held) == key) return nullptr;
    }
  }
  return named;
}

}  // namespace

void add_offices_beside(const Context& c, const AttendedMeeting& attended, const Entries& entries,
                        Drafts& drafts) {
  for (const names::Mention& m : c.cast.mentions) {
    if (!is_official(c, m) || !is_told_to_attend(c, m.tokens)) continue;
    const std::size_t d = attended.at(m.tokens.begin);
    if (d >= drafts.drafts.size()) continue;
    const names::Office& office = c.cast.offices[m.office];
    Draft& draft = drafts.drafts[d];
    const Participant* side = side_without(c, draft.meeting, office);
    if (side != nullptr) entries.add_beside(draft, Participant(*side), office, m.tokens);
  }
}

}  // namespace rapporteur::meetings
