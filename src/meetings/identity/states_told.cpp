#include "identity/states_told.h"

#include <algorithm>
#include <array>

#include "clause/word_list.h"

namespace rapporteur::meetings {

namespace {

const tagger::Tag* state_at(const Context& c, std::uint32_t token) {
  const tagger::Tag* tag = token < c.doc.size() ? c.tags.starting(token) : nullptr;
  return tag != nullptr && tag->label == tagger::Label::state ? tag : nullptr;
}

// The last two states that "and" joins among `words`; empty if there are none or it is a longer
// list.
std::vector<Named> joined_states(const Context& c, TokenRange words) {
  std::vector<Named> out;
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const tagger::Tag* first = state_at(c, t);
    if (first == nullptr || c.lower(first->tokens.end) != "and") continue;
    const tagger::Tag* second = state_at(c, first->tokens.end + 1);
    if (second == nullptr || second->tokens.end > words.end || second->id == first->id) continue;
    const bool listed = t > words.begin && c.doc.lower(t - 1) == ",";
    if (listed && t > words.begin + 1 && c.tags.covering(t - 2) != nullptr) continue;
    out = {{first->id, c.doc.span(first->tokens)}, {second->id, c.doc.span(second->tokens)}};
  }
  return out;
}

// "Experts of |the two| countries met", "was drawn by |their| experts, who met": of those before.
bool refers_to_two(const Context& c, const Mention& m) {
  constexpr std::uint32_t kFront = 8;
  static constexpr std::array<std::string_view, 3> kTwo{"two", "both", "their"};
  const std::uint32_t begin = c.sentence(m.trigger.begin).begin;
  for (std::uint32_t back = 1; back <= kFront && m.trigger.begin >= begin + back; ++back) {
    if (is_one_of(c.doc.lower(m.trigger.begin - back), kTwo)) return true;
  }
  return false;
}

}  // namespace

bool take_states_told(const Context& c, const std::vector<bool>& founded, Mention& m) {
  constexpr std::uint32_t kNear = 2;  // sentences
  const bool bare = m.people.empty() && m.states.empty() && !m.organisation && !m.organ &&
                    m.organ_words.empty() && m.ordinal == 0 && m.relation.empty();
  const bool told = m.time != kNobody && time::is_date(c.times[m.time].kind) && m.place;
  const bool group = m.kind == "meeting" && m.verbal && m.group && refers_to_two(c, m);
  if ((m.kind != "talks" && !group) || !bare || !told || m.in_headline) return false;
  if (std::find(founded.begin(), founded.end(), true) != founded.end()) return false;
  for (std::uint32_t back = 0; back <= kNear && back <= m.sentence; ++back) {
    TokenRange words = c.doc.sentences()[m.sentence - back].tokens;
    if (back == 0) words.end = m.tokens.begin;
    std::vector<Named> states = joined_states(c, words);
    if (states.empty()) continue;
    m.states = std::move(states);
    return true;
  }
  return false;
}

}  // namespace rapporteur::meetings
