#include "participant/state_in_phrase.h"

#include <algorithm>

#include "participant/bystander.h"

namespace rapporteur::meetings {

using names::MentionKind;

const names::Office* office_without_name(const Context& c, const Named& state) {
  const names::Mention* m = c.cast.covering(c.doc.token_at(state.words.begin));
  const bool office = m != nullptr && m->person == kNobody && m->office != kNobody &&
                      (m->kind == MentionKind::office || m->kind == MentionKind::state);
  return office ? &c.cast.offices[m->office] : nullptr;
}

namespace {

// "the dialogue |between| Peru and the European Union"
bool is_between_body_and_state(const Context& c, const Mention& m) {
  if (!m.organisation || m.verbal || m.in_headline) return false;
  for (std::uint32_t t = m.trigger.end; t < m.tokens.end; ++t) {
    if (c.doc.lower(t) == "between") return true;
  }
  return false;
}

}  // namespace

bool takes_part(const Context& c, const Mention& m, const Named& state) {
  const bool guest =
      m.kind == "visit" && office_without_name(c, state) != nullptr;  // told without a name
  const bool one = m.states.size() < 2 && m.people.empty();
  if (one && !guest && !is_between_body_and_state(c, m)) return false;
  const std::uint32_t at = c.doc.token_at(state.words.begin);
  const TokenRange s = c.sentence(m.trigger.begin);
  if (at == 0 || at < s.begin || at >= s.end) return true;  // told elsewhere
  const std::uint32_t link = before_list(c, s.begin, at);
  const std::string_view word = c.doc.lower(link);
  // "It |fell to| Bhutan to host the talks"
  const std::string_view verb = link > s.begin ? c.doc.lower(link - 1) : std::string_view();
  if (word == "to" && (verb == "fell" || verb == "falls" || verb == "fall")) return true;
  return word != "in" && word != "to" && word != "at";
}

bool is_of_states_alone(const Context& c, const Drafts& drafts, const Draft& draft,
                        TokenRange state) {
  const std::uint32_t sentence = c.doc.sentence_of(state.begin);
  const bool named = std::any_of(draft.mentions.begin(), draft.mentions.end(), [&](auto i) {
    return drafts.mentions[i].sentence == sentence && !drafts.mentions[i].verbal;
  });
  const auto& known = draft.meeting.participants;
  return named && std::none_of(known.begin(), known.end(),
                               [](const record::Participant& p) { return bool{p.person}; });
}

}  // namespace rapporteur::meetings
