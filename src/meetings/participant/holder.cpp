#include "participant/holder.h"

#include <algorithm>
#include <array>

#include "clause/clause.h"
#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

using tagger::Label;
using tagger::Tag;

constexpr std::uint32_t kReach = 12;  // tokens

}  // namespace

Holder Holders::holder_of(const names::Mention& m) const {
  Holder out;
  if (m.kind == names::MentionKind::collective) return out;
  out.person = m.person;
  out.words = c_.doc.span(m.tokens);
  if (m.person != kNobody) {
    out.state = c_.cast.people[m.person].state;
    out.words = c_.cast.people[m.person].words;
    const bool here = out.words.begin >= c_.doc.span(m.tokens).begin &&
                      out.words.end <= c_.doc.span(m.tokens).end;
    if (!here) out.words = c_.doc.span(m.tokens);
  } else if (!m.states.empty()) {
    out.state = m.states.front();
  }
  return out;
}

Holder Holders::after(std::uint32_t from) const {
  static constexpr std::array<std::string_view, 6> kTitles{"excellency", "highness",  "majesty",
                                                           "honourable", "honorable", "hon"};
  const TokenRange s = c_.sentence(from > 0 ? from - 1 : 0);
  if (from < s.end && c_.doc.lower(from) == ",") ++from;  // "its chairperson, President X"
  for (std::uint32_t t = from; t < std::min(from + 6, s.end); ++t) {
    if (const names::Mention* m = c_.cast.covering(t); m != nullptr) {
      const Holder h = holder_of(*m);
      if (h.person != kNobody || h.state) return h;
    }
    const Tag* tag = c_.tags.covering(t);
    if (tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality)) {
      return {kNobody, {tag->id, c_.doc.span(tag->tokens)}, c_.doc.span(tag->tokens)};
    }
    const bool title = t > 0 && is_one_of(c_.doc.lower(t - 1), kTitles);  // "His Excellency, A"
    if ((c_.doc.lower(t) == "," && !title) || c_.doc.lower(t) == ";") break;
  }
  return {};
}

// Whom "she" at `token` means: the first who is named in its sentence, or the one who was told of.
std::uint32_t Holders::named_by(std::uint32_t token) const {
  for (std::uint32_t t = c_.sentence(token).begin; t < token; ++t) {
    const names::Mention* who = c_.cast.starting(t);
    if (who != nullptr && who->person != kNobody) return who->person;
  }
  return antecedent(c_, token);
}

Holder Holders::before(std::uint32_t from) const {
  const TokenRange s = c_.sentence(from);
  std::uint32_t steps = 0;
  for (std::uint32_t t = from; t > s.begin && steps < kReach; --t, ++steps) {
    if (const names::Mention* m = c_.cast.covering(t - 1); m != nullptr) {
      const Holder h = holder_of(*m);
      if (h.person != kNobody || h.state) return h;
      t = m->tokens.begin + 1;
      continue;
    }
    const Tag* tag = c_.tags.covering(t - 1);
    if (tag != nullptr && (tag->label == Label::state || tag->label == Label::nationality)) {
      return {kNobody, {tag->id, c_.doc.span(tag->tokens)}, c_.doc.span(tag->tokens)};
    }
    // "|She| presided over the session"
    const std::string_view word = c_.doc.lower(t - 1);
    if (steps == 0 && (word == "she" || word == "he")) {
      const std::uint32_t person = named_by(t - 1);
      if (person == kNobody) return {};
      return {person, c_.cast.people[person].state, c_.doc.span(TokenRange{t - 1, t})};
    }
    if (word == ";") break;
  }
  return {};
}

// "|President of the Conference| A (B)"; the President of the Council of Ministers heads a
// cabinet.
Holder Holders::within(TokenRange cue) const {
  const names::Mention* m = c_.cast.covering(cue.begin);
  // "Chair of the Committee |on budgets|": of another body
  const std::string_view next = c_.lower(cue.end);
  if (m == nullptr || m->person == kNobody || next == "of" || next == "on" || next == "for") {
    return {};
  }
  return holder_of(*m);
}

// "chaired by |A| and B", of two states.
bool Holders::is_one_of_two(const Holder& holder, std::uint32_t from) const {
  const TokenRange s = c_.sentence(from > 0 ? from - 1 : 0);
  for (std::uint32_t t = from; t < std::min(from + kReach, s.end); ++t) {
    const names::Mention* m = c_.cast.covering(t);
    if (m == nullptr || m->person == kNobody || m->person != holder.person) continue;
    const std::uint32_t end = behind_state(m->tokens.end);
    if (c_.lower(end) != "and") return false;
    const names::Mention* next = person_behind(end + 1);
    if (next == nullptr || next->person == kNobody) return false;
    const names::Person& other = c_.cast.people[next->person];
    if (!other.state) return other.body && holder.state;
    return !holder.state || other.state.id != holder.state.id;
  }
  return false;
}

// "A and |B| presided over the session", of two states.
bool Holders::is_second_of_two(const Holder& holder) const {
  if (holder.person == kNobody || !holder.state) return false;
  const names::Mention* m = c_.cast.covering(c_.doc.token_at(holder.words.begin));
  if (m == nullptr || m->person != holder.person) return false;
  const std::uint32_t joint = before_colleague(m->tokens.begin);
  if (joint < 2 || c_.doc.lower(joint - 1) != "and") return false;
  const names::Mention* other = person_before(joint - 1);
  if (other == nullptr || other->person == kNobody) return false;
  const Named& state = c_.cast.people[other->person].state;
  return state ? state.id != holder.state.id : bool{c_.cast.people[other->person].body};
}

// "A |of Peru| and B": behind the state, or `at`.
std::uint32_t Holders::behind_state(std::uint32_t at) const {
  if (c_.lower(at) != "of") return at;
  const std::uint32_t state = c_.lower(at + 1) == "the" ? at + 2 : at + 1;
  const Tag* tag = state < c_.doc.size() ? c_.tags.starting(state) : nullptr;
  return tag != nullptr && tag->label == Label::state ? tag->tokens.end : at;
}

// "|her Chilean counterpart| B", "Foreign Minister B": who is named from `at` on, or null.
const names::Mention* Holders::person_behind(std::uint32_t at) const {
  while (c_.cast.covering(at) == nullptr && at < c_.doc.size() && is_of_colleague(at)) ++at;
  return c_.cast.covering(at);
}

// "|A| of Peru and": who is named right before `end`, over the state; or null.
const names::Mention* Holders::person_before(std::uint32_t end) const {
  const Tag* state = end > 0 ? c_.tags.covering(end - 1) : nullptr;
  const names::Mention* who = c_.cast.ending(end);
  if (who != nullptr || state == nullptr || state->label != Label::state) return who;
  std::uint32_t at = state->tokens.begin;
  if (at > 0 && c_.doc.lower(at - 1) == "the") --at;
  return at > 0 && c_.doc.lower(at - 1) == "of" ? c_.cast.ending(at - 1) : nullptr;
}

// "and |her Chilean counterpart| B": where the words begin that stand before a name.
std::uint32_t Holders::before_colleague(std::uint32_t name) const {
  std::uint32_t at = name;
  while (at > 1 && is_of_colleague(at - 1)) --at;
  return at;
}

bool Holders::is_of_colleague(std::uint32_t t) const {
  static constexpr std::array<std::string_view, 4> kWhose{"his", "her", "their", "its"};
  const Tag* tag = c_.tags.covering(t);
  return is_one_of(c_.doc.lower(t), kWhose) || c_.cue(t, c_.cues.counterpart) != nullptr ||
         (tag != nullptr && tag->label == Label::nationality);
}

}  // namespace rapporteur::meetings
