#include "identity/bare_talks.h"

#include <algorithm>

namespace rapporteur::meetings {

namespace {

// Somebody of those who talk stands before the words.
bool named_before(const Context& c, const Mention& m) {
  const auto& told = c.cast.mentions;
  return std::any_of(told.begin(), told.end(), [&](const names::Mention& who) {
    return who.tokens.end <= m.tokens.begin &&
           std::find(m.people.begin(), m.people.end(), who.person) != m.people.end();
  });
}

}  // namespace

void join_bare_talks(const Context& c, Drafts& drafts, const std::vector<Identity>& identities,
                     std::vector<bool>& founded) {
  constexpr std::uint32_t kNear = 2;  // sentences
  constexpr std::size_t kFirst = 8;   // drafts, in the opening of a report
  for (std::size_t d = 0; d < kFirst && d + 1 < drafts.drafts.size(); ++d) {
    const Mention& m = drafts.mentions[drafts.drafts[d].mentions.front()];
    const bool bare = m.kind == "talks" && !m.verbal && !m.definite && !m.fresh &&
                      m.tokens.size() == 1 && !m.in_headline && !named_before(c, m);
    if (!founded[d] || !founded[d + 1] || !bare) continue;
    std::vector<std::uint32_t>& next = drafts.drafts[d + 1].mentions;
    const bool near = drafts.mentions[next.front()].sentence <= m.sentence + kNear;
    const Identity& body = identities[d + 1];
    const bool meets = body.of_body() || body.kind == record::Kind::summit;
    // "agreed |at talks in Lima on Tuesday| to hold a summit this month": another meeting
    const Identity& talks = identities[d];
    const bool own = !talks.when.empty() && !talks.place.empty() && talks.sides.size() >= 2 &&
                     !body.when.empty() && body.when != talks.when;
    if (own) continue;
    if (!near || !meets || body.kind == record::Kind::visit) continue;
    next.insert(next.end(), drafts.drafts[d].mentions.begin(), drafts.drafts[d].mentions.end());
    founded[d] = false;
  }
}

}  // namespace rapporteur::meetings
