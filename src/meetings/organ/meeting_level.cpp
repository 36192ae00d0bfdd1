#include "organ/meeting_level.h"

#include <algorithm>

namespace rapporteur::meetings {

namespace {

constexpr std::uint32_t kReach = 16;  // tokens between the meeting and its level

// The group behind "at the level of" at `t`, or null.
const names::Office* group_of_level(const Context& c, std::uint32_t t) {
  if (c.doc.lower(t) != "level" || c.lower(t + 1) != "of" || t < 2) return nullptr;
  if (c.doc.lower(t - 1) != "the" || c.doc.lower(t - 2) != "at") return nullptr;
  const std::uint32_t at = c.lower(t + 2) == "the" || c.lower(t + 2) == "their" ? t + 3 : t + 2;
  const names::Office* group = at < c.doc.size() ? c.cast.office_starting(at) : nullptr;
  return group != nullptr && group->plural && !group->words.empty() ? group : nullptr;
}

void take_level(const Context& c, Mention& m) {
  if (m.organ || !m.organ_words.empty() || (!m.organisation && m.owner.empty())) return;
  if (m.kind != "meeting" && m.kind != "session") return;
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t end = std::min(s.end, m.tokens.end + kReach);
  for (std::uint32_t t = s.begin; t < end; ++t) {
    if (t > m.trigger.end && c.cue(t, c.cues.head) != nullptr) return;
    const names::Office* group = group_of_level(c, t);
    if (group == nullptr) continue;
    m.organ_words = group->text;
    m.organ_span = join(group->words.front(), group->words.back());
    return;
  }
}

// An organisation, a state or a part of the world, as one of two.
bool is_side(const Context& c, TokenRange words) {
  const tagger::Tag* tag = c.tags.covering(words.begin);
  if (tag != nullptr && tag->label == tagger::Label::body) return tag->id != npos;
  const bool state = tag != nullptr && (tag->label == tagger::Label::state ||
                                        tag->label == tagger::Label::nationality);
  return state || c.cue(words.begin, c.cues.circle) != nullptr;
}

void take_pair(const Context& c, Mention& m) {
  if (m.verbal || m.kind != "summit" || !m.organisation || !m.organ_words.empty()) return;
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t first = c.doc.token_at(m.organisation.words.begin);
  const std::uint32_t dash = c.doc.token_at(m.organisation.words.end - 1) + 1;
  const auto joins = [&](std::uint32_t t) { return c.lower(t) == "-" || c.lower(t) == "–"; };
  TokenRange name;
  if (first >= s.begin && joins(dash) && dash + 1 < m.trigger.begin &&
      is_side(c, {dash + 1, m.trigger.begin})) {
    name = {first, m.trigger.end};  // "the |EU|-Japan summit"
  } else if (first >= s.begin + 2 && joins(first - 1) && dash == m.trigger.begin) {
    const tagger::Tag* other = c.tags.covering(first - 2);
    if (other != nullptr && is_side(c, other->tokens)) name = {other->tokens.begin, m.trigger.end};
  }
  if (name.empty()) return;
  m.organisation = {};
  m.organ = {};
  m.organ_span = c.doc.span(name);
  m.organ_words = c.words(m.organ_span);
}

}  // namespace

void take_level_or_pair(const Context& c, Mention& m) {
  take_level(c, m);
  take_pair(c, m);
}

}  // namespace rapporteur::meetings
