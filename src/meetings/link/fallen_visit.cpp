#include "link/fallen_visit.h"

#include <algorithm>

#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;
using record::Meeting;
using record::Status;

bool is_put_off(const Meeting& m) {
  return m.status && (*m.status == Status::postponed || *m.status == Status::cancelled);
}

// Both in one town, in the visit's days, as far as the report tells, and on no other occasion.
bool may_be_there(const Meeting& visit, const Meeting& talks) {
  if (visit.country && talks.country && *visit.country != *talks.country) return false;
  if (visit.place && talks.place && *visit.place != *talks.place) return false;
  const bool aside = std::any_of(talks.links.begin(), talks.links.end(), [](const record::Link& l) {
    return *l.relation == record::Relation::sidelines;
  });
  if (aside) return false;
  return !visit.when || !talks.when || time::overlap(*visit.when, *talks.when);
}

const Meeting* visit_of(const Drafts& drafts, const Meeting& talks) {
  for (const record::Link& link : talks.links) {
    if (*link.relation != record::Relation::part_of) continue;
    const auto visit = std::find_if(drafts.drafts.begin(), drafts.drafts.end(),
                                    [&](const Draft& d) { return d.meeting.id == link.to; });
    if (visit != drafts.drafts.end()) return &visit->meeting;
  }
  return nullptr;
}

}  // namespace

void let_talks_fall(Drafts& drafts) {
  for (Draft& draft : drafts.drafts) {
    Meeting& talks = draft.meeting;
    // "would have met X": in what way they fell through the visit says
    const bool unmet =
        talks.status && *talks.status == Status::cancelled && talks.status.rule == "meetings/unmet";
    const bool ahead = unmet || (talks.status && *talks.status == Status::announced);
    const bool few = talks.kind && (*talks.kind == Kind::talks || *talks.kind == Kind::reception);
    const Meeting* visit = ahead && few ? visit_of(drafts, talks) : nullptr;
    if (visit == nullptr || !is_put_off(*visit) || !may_be_there(*visit, talks)) continue;
    talks.status.set(*visit->status, visit->status.evidence, 0.7F, "meetings/unmet");
  }
}

}  // namespace rapporteur::meetings
