#include "participant/state_in_phrase.h"

#include <algorithm>

#include "participant/bystander.h"

namespace rapporteur::meetings {

using names::MentionKind;

namespace {

// "the ministers of Peru met |those of| Chile and Ghana", with a state of the list at `state`: the
// office that the pronoun stands for; or null.
const names::Office* office_of_those(const Context& c, std::uint32_t state) {
  constexpr std::uint32_t kReach = 30;
  const std::uint32_t begin = c.sentence(state).begin;
  if (state <= begin + 2) return nullptr;
  const std::uint32_t link = before_list(c, begin, state);
  if (link < begin + 2 || c.doc.lower(link) != "of") return nullptr;
  const std::string_view pronoun = c.doc.lower(link - 1);
  if (pronoun != "those" && pronoun != "that") return nullptr;
  for (std::uint32_t t = link - 1; t > begin && link - t < kReach; --t) {
    const names::Office* office = c.cast.office_starting(t - 1);
    if (office == nullptr || office->words.empty()) continue;
    const bool several = pronoun == "those";
    return office->plural == several ? office : nullptr;
  }
  return nullptr;
}

}  // namespace

const names::Office* office_without_name(const Context& c, const Named& state) {
  const std::uint32_t at = c.doc.token_at(state.words.begin);
  const names::Mention* m = c.cast.covering(at);
  if (m == nullptr && at < c.doc.size()) return office_of_those(c, at);
  const bool office = m != nullptr && m->person == kNobody && m->office != kNobody &&
                      (m->kind == MentionKind::office || m->kind == MentionKind::state);
  return office ? &c.cast.offices[m->office] : nullptr;
}

namespace {

// "The European Union |and| Peru held talks", "Peru |and| the European Union met"
bool joins_body_and_state(const Context& c, const Mention& m, const Named& state) {
  constexpr std::uint32_t kGap = 5;  // tokens of "(EU) and the"
  if (m.organisation.words.empty()) return false;
  const bool body_first = m.organisation.words.end <= state.words.begin;
  const ByteSpan first = body_first ? m.organisation.words : state.words;
  const ByteSpan second = body_first ? state.words : m.organisation.words;
  const std::uint32_t begin = c.doc.token_at(first.end - 1) + 1;
  const std::uint32_t end = c.doc.token_at(second.begin);
  if (second.begin < first.end || end > begin + kGap || end >= c.doc.size()) return false;
  bool joined = false;
  for (std::uint32_t t = begin; t < end; ++t) {
    const std::string_view word = c.doc.lower(t);
    const bool bracket = word == "(" || word == ")" || c.doc.shape(t) == text::Shape::upper;
    if (word != "and" && word != "the" && !bracket) return false;
    joined = joined || word == "and";
  }
  return joined && m.tokens.begin <= begin;
}

// "the dialogue |between| Peru and the European Union"
bool is_between_body_and_state(const Context& c, const Mention& m, const Named& state) {
  if (!m.organisation || m.in_headline) return false;
  if (joins_body_and_state(c, m, state)) return true;
  if (m.verbal) return false;
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
  if (one && !guest && !is_between_body_and_state(c, m, state)) return false;
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
