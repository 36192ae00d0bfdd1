// What happens beside a session, and what is part of a visit.

#include <algorithm>

#include "link/link_finder.h"
#include "participant/visit_host.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using record::Kind;
using record::Relation;

namespace {

constexpr std::size_t kMostVisits = 16;  // of guests beside the main visit

}  // namespace

// The session beside which things happen: the one that the report is about, or that beside which
// its talks are held; kNone if there is none.
std::size_t Links::parent_session() {
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  if (is_session(main)) return drafts_.main;
  if (!is_between_some(main)) return Attribution::kNone;
  std::size_t session = Attribution::kNone;
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    const record::Meeting& m = drafts_.drafts[d].meeting;
    if (d == drafts_.main || !is_session(m)) continue;
    const bool linked = std::any_of(
        main.links.begin(), main.links.end(),
        [&](const record::Link& l) { return l.to == m.id && *l.relation == Relation::sidelines; });
    if (linked) return d;
    if (!main.links.empty() || !m.links.empty() || !shares_person(main, m)) continue;
    if (is_elsewhere(main, m) || is_other_time(main, m)) continue;
    if (session != Attribution::kNone) return Attribution::kNone;
    session = d;
  }
  if (session == Attribution::kNone) session = session_of_others();
  if (session == Attribution::kNone || !main.links.empty()) return session;
  add(drafts_.main, session, Relation::sidelines, main.kind.evidence, 0.5F,
      "meetings/link-company");
  return session;
}

// "X met Y today. On the sidelines of the summit he also met Z": the only session beside which
// somebody of the main talks holds others, if they may be beside it, too; kNone if there is none.
std::size_t Links::session_of_others() const {
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  std::size_t session = Attribution::kNone;
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    const record::Meeting& m = drafts_.drafts[d].meeting;
    if (d == drafts_.main || !is_session(m)) continue;
    const bool beside =
        std::any_of(drafts_.drafts.begin(), drafts_.drafts.end(), [&](const Draft& other) {
          const auto& links = other.meeting.links;
          return is_between_some(other.meeting) && shares_person(main, other.meeting) &&
                 std::any_of(links.begin(), links.end(), [&](const record::Link& l) {
                   return l.to == m.id && *l.relation == Relation::sidelines;
                 });
        });
    if (!beside) continue;
    if (session != Attribution::kNone || is_elsewhere(main, m) || is_other_time(main, m)) {
      return Attribution::kNone;
    }
    session = d;
  }
  return session;
}

// Talks, receptions and signings of which no other day, town or fate is said stand beside the
// session that the report is about.
void Links::by_company() {
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  std::size_t parent = parent_session();
  const bool talks = parent == Attribution::kNone && main.kind && *main.kind == Kind::talks;
  if (talks) parent = drafts_.main;
  if (parent == Attribution::kNone) return;
  const record::Meeting& whole = drafts_.drafts[parent].meeting;
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    const record::Meeting& m = drafts_.drafts[d].meeting;
    if (d == parent || d == drafts_.main || !is_between_some(m) || !m.links.empty()) continue;
    // Who comes for talks is received by others of the host.
    if (talks && *m.kind != Kind::reception && (!is_company(main) || is_company(m))) continue;
    const bool company = shares_person(whole, m) || shares_person(main, m);
    const bool eve = company && is_session(whole) && is_next_day(m, whole);
    if ((is_elsewhere(m, whole) && !is_tied(d, parent)) || (is_other_time(m, whole) && !eve)) {
      continue;
    }
    if (!company && (is_aside(d) || parent != drafts_.main)) continue;
    add(d, parent, Relation::sidelines, m.kind.evidence, company ? 0.5F : 0.4F,
        "meetings/link-company");
  }
}

// Held on the day before it or behind it, both over or both to come.
bool Links::is_next_day(const record::Meeting& a, const record::Meeting& b) {
  if (!a.when || !b.when || !a.status || !b.status || *a.status != *b.status) return false;
  const auto one = time::days_of(*a.when);
  const auto other = time::days_of(*b.when);
  if (!one || !other) return false;
  return one->last + 1 == other->first || other->last + 1 == one->first;
}

// "|After the session| the President received them in Avaza": told by it, in the same country.
bool Links::is_tied(std::size_t d, std::size_t parent) const {
  const Draft& whole = drafts_.drafts[parent];
  const Draft& draft = drafts_.drafts[d];
  const auto& country = whole.meeting.country;
  if (!country || !draft.meeting.country || *country != *draft.meeting.country) return false;
  const Mention& m = drafts_.mentions[draft.mentions.front()];
  return std::any_of(whole.mentions.begin(), whole.mentions.end(), [&](std::uint32_t i) {
    const Mention& told = drafts_.mentions[i];
    return told.sentence == m.sentence && told.tokens.begin < m.tokens.begin;
  });
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
  std::vector<std::size_t> others;
  for (std::size_t v = 0; v < drafts_.drafts.size() && others.size() < kMostVisits; ++v) {
    const record::Meeting& m = drafts_.drafts[v].meeting;
    if (m.kind && *m.kind == Kind::visit && !m.main) others.push_back(v);
  }
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    if (is_part(d, visit)) {
      const record::Meeting& m = drafts_.drafts[d].meeting;
      add(d, visit, Relation::part_of, m.kind.evidence, 0.6F, "meetings/link-visit");
    }
    for (const std::size_t v : others) by_guest(d, v);
  }
}

// The session of a body of two states, for which the guest comes.
bool Links::is_joint(const record::Meeting& m) {
  return is_session(m) && m.organ && !m.organisation;
}

bool Links::is_part(std::size_t d, std::size_t visit) const {
  if (visit == Attribution::kNone || d == visit) return false;
  const record::Meeting& m = drafts_.drafts[d].meeting;
  const record::Meeting& whole = drafts_.drafts[visit].meeting;
  const bool joint =
      is_joint(m) && whole.main && shares_person(whole, m) && !is_other_time(m, whole);
  if (!is_during(m, whole) && !joint) return false;
  if (!is_between_some(m) && !(is_session(m) && m.when) && !joint) return false;
  // "will attend the summit in Samarkand and visit Kazakhstan": one after the other
  if (is_session(m) && is_elsewhere(m, whole)) return false;
  // Who signs need not be named.
  const bool unnamed = *m.kind == Kind::signing &&
                       std::none_of(m.participants.begin(), m.participants.end(),
                                    [](const record::Participant& p) { return bool(p.person); });
  return shares_person(whole, m) || ((whole.main || unnamed) && !is_elsewhere(m, whole));
}

// What the guest of another visit does in its days: "she leaves for Delhi today, where she is to
// meet ...".
void Links::by_guest(std::size_t d, std::size_t v) {
  const record::Meeting& m = drafts_.drafts[d].meeting;
  const record::Meeting& visit = drafts_.drafts[v].meeting;
  if (d == v || d == drafts_.main || !is_between_some(m) || !m.links.empty()) return;
  const bool same = m.status && visit.status && *m.status == *visit.status;
  if (!same || !shares_person(visit, m) || is_elsewhere(m, visit) || !is_during(m, visit)) return;
  add(d, v, Relation::part_of, m.kind.evidence, 0.5F, "meetings/link-visit");
}

// On a day of the visit or right behind the one that is told; what has no day goes with it.
bool Links::is_during(const record::Meeting& part, const record::Meeting& visit) {
  constexpr std::int32_t kStay = 2;
  constexpr std::int32_t kLongStay = 14;  // of a visit whose end is not told
  if (!part.when || !visit.when) return is_between_some(part);
  const std::optional<time::Days> a = time::days_of(*part.when);
  const std::optional<time::Days> b = time::days_of(*visit.when);
  if (!a || !b) return false;
  if (b->last == time::kOpenEnd) return a->first >= b->first && a->first <= b->first + kLongStay;
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
    if (best != Attribution::kNone || is_other_time(main, m) || is_recalled(c_, m)) continue;
    if (shares_person(main, m) || drafts_.drafts.size() <= 3) best = d;
  }
  return best;
}

}  // namespace rapporteur::meetings
