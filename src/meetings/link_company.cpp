// What happens beside a session, and what is part of a visit.

#include <algorithm>

#include "link_finder.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using record::Kind;
using record::Relation;

// Talks, receptions and signings of which no other day, town or fate is said stand beside the
// session that the report is about.
void Links::by_company() {
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  const bool talks = main.kind && *main.kind == Kind::talks;
  if (!is_session(main) && !talks) return;
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    const record::Meeting& m = drafts_.drafts[d].meeting;
    if (d == drafts_.main || !is_between_some(m) || !m.links.empty()) continue;
    // Who comes for talks is received by others of the host.
    if (talks && *m.kind != Kind::reception) continue;
    if (is_elsewhere(m, main) || is_other_time(m, main)) continue;
    const bool company = shares_person(main, m);
    if (!company && is_aside(d)) continue;
    add(d, drafts_.main, Relation::sidelines, m.kind.evidence, company ? 0.5F : 0.4F,
        "meetings/link-company");
  }
}

// Named in teasers and captions only.
bool Links::is_aside(std::size_t d) const {
  const Draft& draft = drafts_.drafts[d];
  return std::all_of(draft.sentences.begin(), draft.sentences.end(), [&](std::uint32_t s) {
    const text::LineRole role = c_.doc.sentences()[s].role;
    return role == text::LineRole::teaser || role == text::LineRole::caption;
  });
}

// Talks, receptions and signings during a visit are parts of it.
void Links::by_visit() {
  const std::size_t visit = visit_told();
  if (visit == Attribution::kNone) return;
  const record::Meeting& whole = drafts_.drafts[visit].meeting;
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    const record::Meeting& m = drafts_.drafts[d].meeting;
    if (d == visit || !is_during(m, whole)) continue;
    if (!is_between_some(m) && !(is_session(m) && (m.main || m.when))) continue;
    if (!shares_person(whole, m) && !(whole.main && !is_elsewhere(m, whole))) continue;
    add(d, visit, Relation::part_of, m.kind.evidence, 0.6F, "meetings/link-visit");
  }
}

// On a day of the visit or right behind the one that is told; what has no day goes with it.
bool Links::is_during(const record::Meeting& part, const record::Meeting& visit) {
  constexpr std::int32_t kStay = 2;
  if (!part.when || !visit.when) return is_between_some(part) || part.main;
  const std::optional<time::Days> a = time::days_of(*part.when);
  const std::optional<time::Days> b = time::days_of(*visit.when);
  if (!a || !b || b->last == time::kOpenEnd) return false;
  return a->last >= b->first && a->first <= b->last + kStay;
}

// The visit that the report is about, or in the course of which what it is about happens.
std::size_t Links::visit_told() const {
  std::size_t best = Attribution::kNone;
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    const record::Meeting& m = drafts_.drafts[d].meeting;
    if (!m.kind || *m.kind != Kind::visit) continue;
    if (m.main) return d;
    if (best != Attribution::kNone || is_other_time(main, m)) continue;
    if (shares_person(main, m) || drafts_.drafts.size() <= 3) best = d;
  }
  return best;
}

}  // namespace rapporteur::meetings
