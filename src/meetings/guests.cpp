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
  note_arrivals(context);
  if (guest_) note_companions(context);
}

// "Prime Minister A has arrived in Port Vila"
void Guests::note_arrivals(const Context& c) {
  constexpr std::uint32_t kNear = 6;  // tokens between the person and the place
  const lexicon::CueClass arrival = c.lexicon.cue_class("arrival");
  for (const names::Mention& m : c.cast.mentions) {
    if (m.person == kNobody || m.kind != names::MentionKind::name) continue;
    if (c.cast.people[m.person].state) continue;
    const std::uint32_t end = std::min(m.tokens.end + kNear, c.sentence(m.tokens.begin).end);
    for (std::uint32_t t = m.tokens.end; t < end; ++t) {
      TokenRange words;
      if (c.cue(t, arrival, &words) == nullptr) continue;
      std::uint32_t at = words.end;
      if (c.lower(at) == "the") ++at;
      const tagger::Tag* tag = at < c.doc.size() ? c.tags.starting(at) : nullptr;
      if (tag == nullptr || tag->id == npos) break;
      const bool town = tag->label == tagger::Label::place;
      if (!town && tag->label != tagger::Label::state) break;
      const catalogue::Index state = town ? c.catalogue.places()[tag->id].state : tag->id;
      if (state != npos) {
        visits_.emplace(c.cast.people[m.person].name,
                        std::string(c.catalogue.states()[state].code));
      }
      break;
    }
  }
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
