#include "meeting_rules.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <tuple>

#include "rows.h"

namespace rapporteur::resolve {

const Rule kAlike = {"the same body or parties, dates and place", 0.99, {}};
const Rule kOnlyOne = {"the only session or meeting in that time", 0.8, {}};
const Rule kBothLoose = {"the same row or parties and time", 0.7, {}};

namespace {

const Rule kSession = {"series and ordinal", 0.98, {.place = true, .other = true}};
const Rule kSeriesDates = {"series and overlapping dates", 0.95, {}};
const Rule kPeople = {"parties, people and overlapping dates", 0.93, {.place = true}};
const Rule kInferred = {"series and inferred ordinal", 0.92, {.other = true}};
const Rule kPlace = {"body or organ, place and overlapping dates", 0.9, {}};
const Rule kParties = {"parties and overlapping dates", 0.85, {}};
const Rule kKnown = {"people, place and overlapping dates", 0.84, {}};
const Rule kOtherPlace = {"series and dates, places differ", 0.82, {.place = true}};
const Rule kOtherNumber = {"series, dates and place, numbers differ", 0.8, {.ordinal = true}};
const Rule kNearDates = {"series and place, days beside each other", 0.78, {.days = true}};
const Rule kOtherKind = {"parties, people, place and day, kinds differ", 0.77, {.kind = true}};
const Rule kNearPeople = {
    "parties, people and place, days beside each other", 0.75, {.days = true}};

bool one_row(const MeetingFeatures& f, const MeetingFeatures& g) {
  if (f.series.empty() || g.series.empty()) return false;
  if (f.series == g.series) return true;
  if (f.body.empty() != g.body.empty()) return false;
  const Bond bond = !f.body.empty() ? Bond::body : !f.parties.empty() ? Bond::states : Bond::none;
  if (!same_organ(f.organ, g.organ, bond)) return false;
  return f.body.empty() ? f.parties == g.parties : same_body(f.body, g.body);
}

bool same_parties(const MeetingFeatures& f, const MeetingFeatures& g) {
  if (f.parties.empty() || g.parties.empty() || f.kind != g.kind) return false;
  const auto& few = f.parties.size() <= g.parties.size() ? f.parties : g.parties;
  const auto& many = f.parties.size() <= g.parties.size() ? g.parties : f.parties;
  return std::includes(many.begin(), many.end(), few.begin(), few.end());
}

// Of each side one, since some names have two keys; where no side is said, each.
std::size_t shared_people(const MeetingFeatures& f, const MeetingFeatures& g) {
  std::set<std::string_view> sides;
  std::size_t unplaced = 0;
  for (const std::string& person : f.people) {
    for (const std::string& other : g.people) {
      if (!may_be_same(person, other)) continue;
      const std::string_view side = side_of(person) == ":" ? side_of(other) : side_of(person);
      if (side == ":") {
        ++unplaced;
      } else {
        sides.insert(side);
      }
      break;
    }
  }
  return sides.size() + unplaced;
}

bool one_place(const MeetingFeatures& f, const MeetingFeatures& g) {
  return !f.place.empty() && f.place == g.place;
}
bool places_agree(const MeetingFeatures& f, const MeetingFeatures& g) {
  return (f.place.empty() || g.place.empty() || f.place == g.place) &&
         (f.country.empty() || g.country.empty() || f.country == g.country);
}

// One report leaves open for which states they meet ("Foreign Minister A received B" in a paper of
// A's country): two people in one place are known by their names, and so is a guest on a visit.
bool same_people(const MeetingFeatures& f, const MeetingFeatures& g) {
  if (!f.parties.empty() && !g.parties.empty()) return false;
  if (f.kind != g.kind || !places_agree(f, g)) return false;
  const bool same_country = !f.country.empty() && f.country == g.country;
  const std::size_t known = shared_people(f, g);
  if (f.kind == "visit") return known > 0 && (same_country || one_place(f, g));
  return known > 1 && one_place(f, g);
}

// What is a reception in one headline is talks in the other, and the signing at their end in a
// third.
bool other_kind(const MeetingFeatures& f, const MeetingFeatures& g) {
  if (f.kind == g.kind || !is_encounter(f.kind) || !is_encounter(g.kind)) return false;
  const bool one_day = f.days == g.days && f.days && f.days->length() == 1;
  return one_day && !f.parties.empty() && f.parties == g.parties && f.organ == g.organ &&
         one_place(f, g) && shared_people(f, g) > 1;
}

bool numbers_agree(const MeetingFeatures& f, const MeetingFeatures& g) {
  return !f.ordinal || !g.ordinal || f.ordinal == g.ordinal;
}

bool infers_same_ordinal(const MeetingFeatures& f, const MeetingFeatures& g) {
  const std::optional<int> a = f.ordinal ? f.ordinal : f.inferred;
  const std::optional<int> b = g.ordinal ? g.ordinal : g.inferred;
  return a && a == b && (!f.ordinal || !g.ordinal);
}

bool one_body_or_organ(const MeetingFeatures& f, const MeetingFeatures& g) {
  const bool body = !f.body.empty() && !g.body.empty() && same_body(f.body, g.body);
  const bool states = !f.parties.empty() && f.parties == g.parties;
  return body || same_organ(f.organ, g.organ, states ? Bond::states : Bond::none);
}

const Rule* in_row(const MeetingFeatures& f, const MeetingFeatures& g, bool overlap, bool near) {
  if (f.ordinal && f.ordinal == g.ordinal) return &kSession;
  if (overlap && numbers_agree(f, g) && places_agree(f, g)) return &kSeriesDates;
  if (infers_same_ordinal(f, g)) return &kInferred;
  if (overlap && numbers_agree(f, g)) return &kOtherPlace;
  // What is planned under another number is another session.
  const bool same_time = f.happened == g.happened && one_place(f, g);
  if (overlap && same_time) return &kOtherNumber;
  return near && same_time && numbers_agree(f, g) ? &kNearDates : nullptr;
}

}  // namespace

bool is_alike(const MeetingFeatures& f, const MeetingFeatures& g) {
  const auto all = [](const MeetingFeatures& x) {
    return std::tie(x.series, x.body, x.organ, x.ordinal, x.inferred, x.days, x.place, x.country,
                    x.kind, x.happened, x.parties, x.people);
  };
  return all(f) == all(g);
}

const Rule* rule_for(const MeetingFeatures& f, const MeetingFeatures& g) {
  const bool precise = f.days && g.days && f.days->is_precise() && g.days->is_precise();
  const bool overlap = precise && f.days->overlaps(*g.days);
  const bool near = precise && f.days->is_near(*g.days);
  if (one_row(f, g)) {
    if (const Rule* rule = in_row(f, g, overlap, near)) return rule;
  }
  if (!near) return nullptr;
  const std::size_t known = same_parties(f, g) ? shared_people(f, g) : 0;
  if (overlap && known > 0) return &kPeople;
  if (other_kind(f, g)) return &kOtherKind;
  if (overlap && one_place(f, g) && one_body_or_organ(f, g)) return &kPlace;
  if (overlap && same_parties(f, g) && !is_loose(f) && !is_loose(g)) return &kParties;
  if (overlap && same_people(f, g)) return &kKnown;
  if (known > 1 && f.happened == g.happened && one_place(f, g)) return &kNearPeople;
  return nullptr;
}

bool may_mean(const MeetingFeatures& f, const MeetingFeatures& g) {
  if (f.days && g.days && !f.days->overlaps(*g.days)) return false;
  if (!f.days && !g.days) return false;
  if (one_row(f, g) || same_parties(f, g) || same_people(f, g)) return true;
  return one_place(f, g) && f.kind == g.kind && one_body_or_organ(f, g);
}

bool may_link(const MeetingFeatures& f, const MeetingFeatures& g) {
  return is_alike(f, g) || rule_for(f, g) != nullptr || may_mean(f, g);
}

bool is_loose(const MeetingFeatures& f) {
  if (!f.days || !f.days->is_precise()) return true;
  const bool of_nobody = f.body.empty() && f.organ.empty() && f.parties.empty();
  if (of_nobody && !f.people.empty()) return !same_people(f, f);
  return !f.parties.empty() && f.organ.empty() && f.people.empty();
}

}  // namespace rapporteur::resolve
