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

}  // namespace

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

}  // namespace rapporteur::meetings
