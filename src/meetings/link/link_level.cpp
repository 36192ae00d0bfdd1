// Which meeting prepares a higher one.

#include "link/link_finder.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

using record::Kind;
using record::Relation;

// Officials and experts meet to prepare the session of ministers, ministers that of presidents.
void Links::by_preparation() {
  const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
  if (!is_session(main)) return;
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    const record::Meeting& m = drafts_.drafts[d].meeting;
    if (d == drafts_.main || !is_session(m) || !may_prepare(m, main)) continue;
    const bool lower = *main.kind == Kind::summit
                           ? *m.kind == Kind::session
                           : is_preparatory(d) && !is_preparatory(drafts_.main);
    const bool over = m.status && *m.status == record::Status::held;
    const bool official = is_preparatory(drafts_.main) && !is_preparatory(d) && is_ministerial(d);
    const bool higher =
        (*m.kind == Kind::summit || official) && *main.kind == Kind::session && !over;
    if (lower && comes_before(m, main)) {
      add(d, drafts_.main, Relation::prepares, m.kind.evidence, 0.5F, "meetings/link-level");
    } else if (higher && comes_before(main, m)) {
      add(drafts_.main, d, Relation::prepares, m.kind.evidence, 0.4F, "meetings/link-level");
    }
  }
}

// A summit is prepared by sessions, and sessions by officials and experts.
bool Links::is_higher(std::size_t a, std::size_t b) const {
  const record::Meeting& x = drafts_.drafts[a].meeting;
  const record::Meeting& y = drafts_.drafts[b].meeting;
  const bool summit = x.kind && y.kind && *x.kind == Kind::summit && *y.kind != Kind::summit;
  const bool lower = y.kind && *y.kind == Kind::summit && !summit;
  return summit || (!lower && is_preparatory(b) && !is_preparatory(a));
}

// Of one organisation, or in a report that names but one.
bool Links::may_prepare(const record::Meeting& a, const record::Meeting& b) {
  if (a.organisation && b.organisation) return *a.organisation == *b.organisation;
  return a.organ && b.organ && !a.organisation && !b.organisation && *a.organ != *b.organ;
}

// Not long before: what prepares a meeting is not a year older.
bool Links::comes_before(const record::Meeting& a, const record::Meeting& b) {
  constexpr std::int32_t kLongest = 60;
  const auto ahead = [](const record::Meeting& m) {
    return m.status && *m.status == record::Status::announced;
  };
  if (!a.when || !b.when) return !ahead(a) || ahead(b);
  const std::optional<time::Days> first = time::days_of(*a.when);
  const std::optional<time::Days> second = time::days_of(*b.when);
  if (!first || !second || first->first > second->last) return false;
  return second->first == time::kOpenBegin || first->last == time::kOpenEnd ||
         second->first - first->last < kLongest;
}

bool Links::is_preparatory(std::size_t d) const {
  for (const std::uint32_t i : drafts_.drafts[d].mentions) {
    const Mention& m = drafts_.mentions[i];
    for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
      if (c_.cue(t, preparatory_) != nullptr) return true;
    }
  }
  return false;
}

bool Links::is_ministerial(std::size_t d) const {
  for (const std::uint32_t i : drafts_.drafts[d].mentions) {
    const Mention& m = drafts_.mentions[i];
    for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
      if (c_.lower(t).starts_with("minist")) return true;
    }
  }
  return false;
}

}  // namespace rapporteur::meetings
