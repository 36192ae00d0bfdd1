#include "meeting_summary.h"

#include <algorithm>
#include <utility>

#include "rows.h"

namespace rapporteur::resolve {
namespace {

// One number, but held that far apart: one of them has another's number.
constexpr int kOtherSessionDays = 45;

bool share_one(const auto& a, const auto& b) {
  return std::any_of(a.begin(), a.end(), [&b](const auto& v) { return b.contains(v); });
}

bool differ(const auto& a, const auto& b) { return !a.empty() && !b.empty() && !share_one(a, b); }

// Whether `same` fails for some value of one with some of the other.
template <class Set, class Same>
bool any_differ(const Set& a, const Set& b, Same same) {
  return std::any_of(a.begin(), a.end(), [&](const auto& v) {
    return std::any_of(b.begin(), b.end(), [&](const auto& w) { return !same(v, w); });
  });
}

template <class Pick>
void keep(std::optional<std::int32_t>& into, std::optional<std::int32_t> from, Pick pick) {
  if (from) into = into ? pick(*into, *from) : *from;
}

const auto kMin = [](std::int32_t a, std::int32_t b) { return std::min(a, b); };
const auto kMax = [](std::int32_t a, std::int32_t b) { return std::max(a, b); };

// Whether somebody of `side` among `these` is among `those`.
bool knows_one(const std::set<std::string>& these, const std::set<std::string>& those,
               std::string_view side) {
  return std::any_of(these.begin(), these.end(), [&](const std::string& person) {
    return person.starts_with(side) &&
           std::any_of(those.begin(), those.end(),
                       [&](const std::string& other) { return may_be_same(person, other); });
  });
}

}  // namespace

MeetingSummary::MeetingSummary(const MeetingMember& m) : reports_{m.member.key.report} {
  const MeetingFeatures& f = m.features;
  const auto add = [](Values& values, const std::string& v) {
    if (!v.empty()) values.insert(v);
  };
  add(bodies_, f.body);
  add(organs_, f.organ);
  add(places_, f.place);
  add(countries_, f.country);
  add(kinds_, f.kind);
  if (!f.parties.empty()) parties_.insert(f.parties);
  if (f.ordinal || f.inferred) ordinals_.insert(f.ordinal ? *f.ordinal : *f.inferred);
  people_ = f.people;
  planned_from_ = f.planned_from;
  if (!f.days) return;
  days_.insert(*f.days);
  core_ = f.days;
  if (f.happened && f.days->is_precise()) {
    over_ = f.days->last;
    latest_ = f.days->first;
  }
}

void MeetingSummary::absorb(MeetingSummary&& o) {
  reports_.merge(o.reports_);
  bodies_.merge(o.bodies_);
  organs_.merge(o.organs_);
  places_.merge(o.places_);
  countries_.merge(o.countries_);
  kinds_.merge(o.kinds_);
  parties_.merge(o.parties_);
  ordinals_.merge(o.ordinals_);
  people_.merge(o.people_);
  for (const DayRange days : o.days_) add_days(days);
  if (!core_) core_ = o.core_;
  if (o.core_) {
    core_ = DayRange{std::max(core_->first, o.core_->first), std::min(core_->last, o.core_->last)};
  }
  keep(over_, o.over_, kMin);
  keep(latest_, o.latest_, kMax);
  keep(planned_from_, o.planned_from_, kMax);
}

void MeetingSummary::add_days(DayRange days) {
  const auto holds = [](DayRange coarse, DayRange fine) {
    return !coarse.is_precise() && coarse != fine && coarse.contains(fine);
  };
  if (std::any_of(days_.begin(), days_.end(), [&](DayRange d) { return holds(days, d); })) return;
  std::erase_if(days_, [&](DayRange d) { return holds(d, days); });
  days_.insert(days);
}

bool MeetingSummary::other_kinds(const MeetingSummary& o, Tolerance tolerance) const {
  if (!differ(kinds_, o.kinds_)) return false;
  const auto encounters = [](const Values& kinds) {
    return std::all_of(kinds.begin(), kinds.end(),
                       [](const std::string& kind) { return is_encounter(kind); });
  };
  return !tolerance.kind || !encounters(kinds_) || !encounters(o.kinds_);
}

bool MeetingSummary::other_bodies(const MeetingSummary& o) const {
  return any_differ(bodies_, o.bodies_, same_body);
}

bool MeetingSummary::other_organs(const MeetingSummary& o) const {
  const Bond bond = !bodies_.empty() ? Bond::body : !parties_.empty() ? Bond::states : Bond::none;
  return any_differ(organs_, o.organs_, [bond](const std::string& a, const std::string& b) {
    return same_organ(a, b, bond);
  });
}

bool MeetingSummary::other_sides(const MeetingSummary& o) const {
  return any_differ(parties_, o.parties_, [](const Values& a, const Values& b) {
    return std::includes(a.begin(), a.end(), b.begin(), b.end()) ||
           std::includes(b.begin(), b.end(), a.begin(), a.end());
  });
}

// Talks of presidents and talks of ministers on one day are two meetings: for one side both name
// people, and nobody is in both. Of a session with a name of its own every report names others.
bool MeetingSummary::other_people(const MeetingSummary& o) const {
  if (parties_.empty() || o.parties_.empty() || (!organs_.empty() && !o.organs_.empty())) {
    return false;
  }
  return std::any_of(people_.begin(), people_.end(), [&](const std::string& person) {
    const std::string_view side = side_of(person);
    if (side == ":") return false;
    const auto is_of_side = [side](const std::string& p) { return p.starts_with(side); };
    const bool any = std::any_of(o.people_.begin(), o.people_.end(), is_of_side);
    return any && !knows_one(people_, o.people_, side) && !knows_one(o.people_, people_, side);
  });
}

bool MeetingSummary::other_days(const MeetingSummary& o, Tolerance tolerance) const {
  if (tolerance.other) return other_time(o);
  if (!core_ || !o.core_) return false;
  const auto agree = [tolerance](DayRange a, DayRange b) {
    return a.overlaps(b) || (tolerance.days && a.is_near(b));
  };
  if (core_->length() > 0 && o.core_->length() > 0) return !agree(*core_, *o.core_);
  return std::none_of(days_.begin(), days_.end(), [&](DayRange a) {
    return std::any_of(o.days_.begin(), o.days_.end(), [&](DayRange b) { return agree(a, b); });
  });
}

// Held far apart; or announced only when the other was over.
bool MeetingSummary::other_time(const MeetingSummary& o) const {
  if (over_ && o.over_) {
    const std::int32_t apart = std::max(*latest_, *o.latest_) - std::min(*over_, *o.over_);
    if (apart > kOtherSessionDays && !share_one(days_, o.days_)) return true;
  }
  return was_over(o) || o.was_over(*this);
}

bool MeetingSummary::was_over(const MeetingSummary& plans) const {
  return over_ && plans.planned_from_ && *plans.planned_from_ > *over_;
}

bool MeetingSummary::contradicts(const MeetingSummary& o, Tolerance tolerance) const {
  if (share_one(reports_, o.reports_)) return true;
  if (other_kinds(o, tolerance) || other_bodies(o) || other_organs(o) || other_sides(o))
    return true;
  if (!tolerance.ordinal && differ(ordinals_, o.ordinals_)) return true;
  const bool places_differ = differ(places_, o.places_) || differ(countries_, o.countries_);
  if (!tolerance.place && places_differ) return true;
  return other_days(o, tolerance) || other_people(o);
}

}  // namespace rapporteur::resolve
