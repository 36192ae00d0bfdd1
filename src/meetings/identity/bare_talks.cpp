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

// All that is told of them is that the two dealt with each other: "A and B agreed", on no day and
// in no town of its own.
bool are_only_dealt(const Context& c, const Drafts& drafts, const Draft& draft) {
  return std::all_of(draft.mentions.begin(), draft.mentions.end(), [&](std::uint32_t i) {
    const Mention& m = drafts.mentions[i];
    const TokenRange s = c.doc.sentences()[m.sentence].tokens;
    for (std::uint32_t t = s.begin; t < s.end; ++t) {
      if (c.cue(t, c.cues.link, "sidelines") != nullptr) return false;
    }
    return m.dealt && m.kind == "talks" && m.people.size() == 2 && m.time == kNobody && !m.place &&
           !m.country;
  });
}

bool names_in(const Context& c, std::uint32_t sentence, std::uint32_t person) {
  const TokenRange s = c.doc.sentences()[sentence].tokens;
  return std::any_of(c.cast.mentions.begin(), c.cast.mentions.end(), [&](const auto& who) {
    return who.person == person && who.tokens.begin >= s.begin && who.tokens.end <= s.end;
  });
}

// "The session was co-chaired by |A and B|": the sentence names both in the chair.
bool seats_both(const Context& c, std::uint32_t sentence, const Mention& talks) {
  const TokenRange s = c.doc.sentences()[sentence].tokens;
  bool chair = false;
  for (std::uint32_t t = s.begin; t < s.end && !chair; ++t) {
    chair = c.cue(t, c.cues.chair) != nullptr;
  }
  return chair && std::all_of(talks.people.begin(), talks.people.end(),
                              [&](std::uint32_t person) { return names_in(c, sentence, person); });
}

// The session of a body over which the two presided, as a sentence before their talks or the one
// behind that says; or the number of drafts.
std::size_t session_of_both(const Context& c, const Drafts& drafts,
                            const std::vector<Identity>& identities,
                            const std::vector<bool>& founded, const Mention& talks) {
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    if (!founded[d] || identities[d].kind != record::Kind::session) continue;
    for (const std::uint32_t i : drafts.drafts[d].mentions) {
      const std::uint32_t told = drafts.mentions[i].sentence;
      for (const std::uint32_t sentence : {told, told + 1}) {
        if (sentence < talks.sentence && seats_both(c, sentence, talks)) return d;
      }
    }
  }
  return drafts.drafts.size();
}

}  // namespace

void join_dealt_talks(const Context& c, Drafts& drafts, const std::vector<Identity>& identities,
                      std::vector<bool>& founded) {
  for (std::size_t d = 0; d < drafts.drafts.size(); ++d) {
    if (!founded[d] || !are_only_dealt(c, drafts, drafts.drafts[d])) continue;
    const Mention& m = drafts.mentions[drafts.drafts[d].mentions.front()];
    const std::size_t session = session_of_both(c, drafts, identities, founded, m);
    if (session == drafts.drafts.size()) continue;
    std::vector<std::uint32_t>& all = drafts.drafts[session].mentions;
    all.insert(all.end(), drafts.drafts[d].mentions.begin(), drafts.drafts[d].mentions.end());
    std::sort(all.begin(), all.end());
    founded[d] = false;
  }
}

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
