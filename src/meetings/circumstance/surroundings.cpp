// What a side meeting leaves to the report: the talks that the same people hold beside the main
// meeting fall on its day and in its town unless their own words say otherwise.

#include <algorithm>
#include <map>
#include <string_view>

#include "circumstance/place_reference.h"
#include "draft.h"
#include "rapporteur/time/edtf.h"

namespace rapporteur::meetings {

namespace {

using record::Kind;
using record::Meeting;
using record::Relation;
using record::Status;

constexpr float kConfidence = 0.4F;
constexpr std::int32_t kLongVisit = 7;  // days

bool is_linked(const Meeting& side, const Meeting& main) {
  return std::any_of(side.links.begin(), side.links.end(), [&](const record::Link& l) {
    return l.to == main.id &&
           (*l.relation == Relation::sidelines || *l.relation == Relation::part_of);
  });
}

bool share_person(const Meeting& a, const Meeting& b) {
  return std::any_of(a.participants.begin(), a.participants.end(), [&](const auto& x) {
    return x.person &&
           std::any_of(b.participants.begin(), b.participants.end(),
                       [&](const auto& y) { return y.person && *y.person == *x.person; });
  });
}

// The experts meet where their ministers do, a few days before.
bool is_right_before(const Meeting& side, const Meeting& whole) {
  constexpr std::int32_t kFewDays = 3;
  if (!side.when || !whole.when) return false;
  const std::optional<time::Days> here = time::days_of(*side.when);
  const std::optional<time::Days> there = time::days_of(*whole.when);
  if (!here || !there || here->first == time::kOpenBegin) return false;
  const time::DayNumber apart = there->first - here->last;  // open ends are far away
  return apart >= 0 && apart <= kFewDays;
}

bool is_past(const Meeting& m) {
  return m.status && (*m.status == Status::held || *m.status == Status::ongoing);
}

class Surroundings {
 public:
  Surroundings(const Context& context, Drafts& drafts) : c_(context), drafts_(drafts) {}

  void run() {
    for (Draft& draft : drafts_.drafts) of_id_.emplace(draft.meeting.id, &draft.meeting);
    for (Draft& draft : drafts_.drafts) give_place(draft.meeting);
    for (Draft& draft : drafts_.drafts) take_dateline(draft);
    take_from_neighbours();
    const Meeting& main = drafts_.drafts[drafts_.main].meeting;
    for (Draft& draft : drafts_.drafts) {
      if (&draft.meeting == &main || !is_beside(draft, main)) continue;
      take_day(draft.meeting, main);
      take_place(draft.meeting, main);
    }
  }

 private:
  // Between a few, told as done as the main meeting is, by people who are at both.
  [[nodiscard]] bool is_beside(const Draft& draft, const Meeting& main) const {
    const Meeting& m = draft.meeting;
    const bool few = m.kind && (*m.kind == Kind::talks || *m.kind == Kind::reception ||
                                *m.kind == Kind::signing);
    if (!few || !draft.bilateral || m.ordinal) return false;
    const bool other =
        std::any_of(draft.mentions.begin(), draft.mentions.end(),
                    [&](std::uint32_t i) { return !drafts_.mentions[i].relation.empty(); });
    if (other || (main.kind && *main.kind == Kind::call)) return false;
    if (is_past(m) != is_past(main)) return false;
    if (m.when && main.when && !time::overlap(*m.when, *main.when)) return false;
    return is_linked(m, main) || share_person(m, main);
  }

  // "met in Asunción on the margins of the Assembly": where one is said to be, the other is too.
  void give_place(Meeting& side) const {
    constexpr float kTold = 0.6F;
    for (const record::Link& link : side.links) {
      const bool prepares = *link.relation == Relation::prepares;
      if (*link.relation != Relation::sidelines && !prepares) continue;
      const auto at = of_id_.find(link.to);
      if (at == of_id_.end()) continue;
      Meeting& whole = *at->second;
      if (prepares && (side.main || !is_right_before(side, whole))) continue;
      if (whole.kind && *whole.kind == Kind::call) continue;
      // "The ministers will meet online. X flies to Lima to see Y": nobody else is there
      if (whole.mode && *whole.mode == record::Mode::virtual_) continue;
      const bool told = side.place && side.place.confidence >= kTold;
      const bool whole_told = whole.place && whole.place.confidence >= kTold;
      if (is_past(whole) != is_past(side)) continue;
      const bool strangers = whole.country && side.country && *whole.country != *side.country;
      if (told && !whole_told && !strangers && !prepares) take_place_of(whole, side);
      if (whole_told && !told && !(side.place && side.place.confidence >= kTold)) {
        take_place_of(side, whole);
      }
    }
  }

  static void take_place_of(Meeting& to, const Meeting& from) {
    to.place.set(*from.place, from.place.evidence, kConfidence, "meetings/place-of-surroundings");
    if (!from.country) return;
    to.country.set(*from.country, from.country.evidence, kConfidence,
                   "meetings/place-of-surroundings");
  }

  // "On Friday in Lima he will meet X |and be received by Y|": on the same day, in the same town.
  void take_from_neighbours() const {
    constexpr std::uint32_t kNear = 20;  // tokens
    const Draft* before = nullptr;
    const Mention* told = nullptr;
    for (const auto& [at, draft] : in_order()) {
      const Mention& m = drafts_.mentions[at];
      const bool goes_on = before != nullptr && before != draft && m.verbal && told->verbal &&
                           told->sentence == m.sentence && draft->mentions.size() == 1 &&
                           m.trigger.begin >= told->tokens.end &&
                           m.trigger.begin - told->tokens.end < kNear;
      if (goes_on && shares_occasion(*before, *draft)) {
        if (!draft->meeting.when && before->meeting.when) {
          draft->meeting.when.set(*before->meeting.when, before->meeting.when.evidence, kConfidence,
                                  "meetings/when-of-surroundings");
          draft->meeting.when_basis = record::Basis::resolved;
        }
        take_place(draft->meeting, before->meeting);
      }
      before = draft;
      told = &m;
    }
  }

  // Both are between a few, with somebody in common, and both over or both still to come.
  static bool shares_occasion(const Draft& a, const Draft& b) {
    const bool few =
        b.meeting.kind && (*b.meeting.kind == Kind::talks || *b.meeting.kind == Kind::reception);
    return few && a.bilateral && b.bilateral && is_past(a.meeting) == is_past(b.meeting) &&
           share_person(a.meeting, b.meeting);
  }

  // The mentions of drafts with their drafts, in the order of the text.
  [[nodiscard]] std::map<std::uint32_t, Draft*> in_order() const {
    std::map<std::uint32_t, Draft*> out;
    for (Draft& draft : drafts_.drafts) {
      for (const std::uint32_t i : draft.mentions) out.emplace(i, &draft);
    }
    return out;
  }

  // "RIYADH, 15 December -- The Speaker today received X": those who are at home where the report
  // was written meet there.
  void take_dateline(Draft& draft) const {
    Meeting& m = draft.meeting;
    const bool few = m.kind && (*m.kind == Kind::talks || *m.kind == Kind::reception);
    if (!m.main || !few || !draft.bilateral || !is_past(m) || m.place || m.country) return;
    if (m.mode && *m.mode == record::Mode::virtual_) return;
    const std::string& country = c_.report.dateline.country;
    const bool at_home = !country.empty() &&
                         std::any_of(m.participants.begin(), m.participants.end(),
                                     [&](const auto& p) { return p.state && *p.state == country; });
    const Named town = at_home && !dateline_state(c_) ? dateline_town(c_) : Named();
    if (town.words.size() == 0) return;
    m.place.set(c_.words(town.words), {town.words}, kConfidence, "meetings/place");
    m.country.set(country, {town.words}, kConfidence, "meetings/country-of-place");
  }

  // The day of the main meeting; of several the first, where the report is of that day.
  [[nodiscard]] std::string day_of(const Meeting& main) const {
    if (!main.when || time::length(*main.when) == 1) return main.when ? *main.when : "";
    const std::string& today = c_.report.published;
    const auto days = time::days_of(*main.when);
    const auto told = time::days_of(today);
    const bool opens = days && told && told->first == told->last && days->first == told->first;
    return opens && days->last - days->first < kLongVisit ? today : "";
  }

  void take_day(Meeting& side, const Meeting& main) const {
    const std::string day = day_of(main);
    if (side.when || day.empty()) return;
    side.when.set(day, main.when.evidence, kConfidence, "meetings/when-of-surroundings");
    side.when_basis = record::Basis::resolved;
  }

  static void take_place(Meeting& side, const Meeting& main) {
    if (side.place || (side.country && main.country && *side.country != *main.country)) return;
    if (main.place) {
      side.place.set(*main.place, main.place.evidence, kConfidence,
                     "meetings/place-of-surroundings");
    }
    if (main.country && !side.country) {
      side.country.set(*main.country, main.country.evidence, kConfidence,
                       "meetings/place-of-surroundings");
    }
  }

  const Context& c_;
  Drafts& drafts_;
  std::map<std::string_view, Meeting*> of_id_;
};

}  // namespace

void add_surroundings(const Context& context, Drafts& drafts) {
  Surroundings(context, drafts).run();
}

}  // namespace rapporteur::meetings
