#include "verbal/discussed_by.h"

#include <algorithm>

#include "mention/mention_parts.h"
#include "nominal/noun_owner.h"
#include "verbal/group_place.h"

namespace rapporteur::meetings {

namespace {

// Where those begin by whom it was done: "discussed in Accra |by| the ministers"; or the end.
std::uint32_t behind_by(const Context& c, std::uint32_t verb) {
  const std::uint32_t end = c.sentence(verb).end;
  for (std::uint32_t t = verb; t + 2 < std::min(verb + kFarReach, end); ++t) {
    if (c.doc.lower(t) == ";" || c.cue(t, c.cues.head) != nullptr) return end;
    if (c.doc.lower(t) == "by") return c.lower(t + 1) == "the" ? t + 2 : t + 1;
  }
  return end;
}

// "by |the ministers of Ghana and Togo| in Accra on Monday": those of several states or a body, in
// a town and on a day that are told; "by |the Security Council| today".
std::optional<Mention> discussed_by_group(const Context& c, Mention m) {
  const TokenRange s = c.sentence(m.trigger.begin);
  const std::uint32_t at = behind_by(c, m.trigger.end);
  if (at >= s.end || !take_who_meets(c, at, m)) return std::nullopt;
  if (m.states.size() < 2) m.kind = "meeting";
  Mention beside = m;
  place_beside(c, beside);
  const std::uint32_t day = time_beside(c, beside);
  const bool news = day != kNobody && is_known_council(c, m) && is_of_these_days(c, c.times[day]);
  const bool placed = news || ((beside.place || beside.country) && day != kNobody);
  return placed ? std::optional<Mention>(std::move(m)) : std::nullopt;
}

}  // namespace

std::optional<Mention> discussed_by(const Context& c, Clause& clause, Mention& m) {
  if (std::optional<Mention> group = discussed_by_group(c, m); group) return group;
  if (!clause.object_behind(m.trigger.end, "by")) return std::nullopt;
  m.states.clear();  // of what they spoke
  if (m.organisation || m.organ || !are_of_two_sides(c, m.people)) return std::nullopt;
  m.dealt = true;
  if (is_on_telephone(c, m)) m.kind = "call";
  return std::move(m);
}

}  // namespace rapporteur::meetings
