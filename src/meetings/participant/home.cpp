#include "participant/home.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mention/mention_parts.h"
#include "participant/chair_state.h"
#include "participant/guests.h"
#include "participant/home_state.h"
#include "participant/joined_partner.h"
#include "participant/office_holders.h"
#include "participant/person_states.h"
#include "participant/receiving_side.h"
#include "participant/row_state.h"
#include "participant/visit_host.h"

namespace rapporteur::meetings {

namespace {

using record::Participant;

class Home {
 public:
  Home(const Context& context, Drafts& drafts)
      : c_(context),
        drafts_(drafts),
        state_(context, drafts),
        home_(state_.find()),
        holders_(context),
        guests_(context, drafts),
        rows_(context),
        states_(drafts) {}

  void run() {
    Draft& main = drafts_.drafts[drafts_.main];
    if (main.bilateral) complete(main);  // what it tells of a person holds for the others
    for (Draft& draft : drafts_.drafts) complete(draft);
    for (Draft& draft : drafts_.drafts) companions(draft.meeting);  // all leaders are known now
    for (Draft& draft : drafts_.drafts) states_.spread_to(draft.meeting, true);
    states_.agree_on_guesses();
    for (Draft& draft : drafts_.drafts) set_chair_state(draft.meeting);
    for (Draft& draft : drafts_.drafts) set_chair_of_holder(c_, holders_.people(), draft.meeting);
  }

 private:
  // Whose state is that of another participant, once that is known.
  [[nodiscard]] bool comes_with_somebody(const Participant& p) const {
    const std::string* leader = p.person ? guests_.leader_of(*p.person) : nullptr;
    return leader != nullptr && states_.takes_part(*leader) &&
           guests_.leader_of(*leader) == nullptr;
  }

  // "for Peru there were A, |B| and |C|", "the President, accompanied by |A|"
  void companions(record::Meeting& m) const {
    for (Participant& p : m.participants) {
      if (!holders_.lacks_state(p)) continue;
      if (const Named state = rows_.of(*p.person); state) {
        p.state.set(code(state), {state.words}, 0.7F, "names/state");
        continue;
      }
      const std::string* leader = guests_.leader_of(*p.person);
      const Participant* guest = leader != nullptr ? states_.with_state(*leader) : nullptr;
      if (guest == nullptr) guest = guests_.with_whom(*p.person);
      if (guest == nullptr) continue;
      p.state.set(*guest->state, guest->state.evidence, 0.6F, "names/companion");
    }
  }

  [[nodiscard]] bool may_be_of(const Participant& p, const std::string& state) const {
    return !guests_.is_guest(*p.person, state);
  }

  void complete(Draft& draft) const {
    companions(draft.meeting);
    states_.spread_to(draft.meeting, false);
    officials(draft.meeting);
    complete_in_order(c_, holders_, draft.meeting);
    only_side_left(draft);
    side_of_guest(draft);
    complete_partners(c_, drafts_.mentions, holders_, guests_, draft);
    const auto& kind = draft.meeting.kind;
    inviting(draft);
    if (kind && *kind == record::Kind::visit) host(draft);
    visited(draft);
    complete_receiving_side(c_, drafts_, draft);
    other_side(draft);
    host(draft);
    home(draft);
    complete_equals(c_, drafts_.drafts[drafts_.main], home_ ? code(home_) : std::string(), draft);
  }

  [[nodiscard]] std::string code(const Named& state) const {
    return std::string(c_.catalogue.states()[state.id].code);
  }

  // "The Secretary-General, X": of the organisation that meets.
  void officials(record::Meeting& m) const {
    if (!m.organisation) return;
    for (Participant& p : m.participants) {
      if (!OfficeHolders::open(p) || !holders_.is_official(p)) continue;
      p.organisation.set(*m.organisation, m.organisation.evidence, 0.5F,
                         "names/organisation-of-meeting");
    }
  }

  // Of the states that meet, one is there by name alone and one person without a state: the one is
  // the other's.
  void only_side_left(Draft& draft) const {
    if (draft.meeting.organisation) return;
    Participant* someone = nullptr;
    const Participant* side = nullptr;
    bool other = false;
    std::set<std::string> states;
    for (Participant& p : draft.meeting.participants) {
      if (p.state) states.insert(*p.state);
      const bool alone = !p.person && p.state && *p.attendance != record::Attendance::absent;
      other = other || (p.person && p.state);
      if (holders_.lacks_state(p) && std::exchange(someone, &p) != nullptr) return;
      if (alone && std::exchange(side, &p) != nullptr) return;
    }
    if (someone == nullptr || side == nullptr || !other) return;
    if (!draft.bilateral && states.size() != 2) return;  // a commission of two states
    if (!may_be_of(*someone, *side->state)) return;
    someone->state.set(*side->state, side->state.evidence, 0.6F, "names/side-left");
    const Participant named = *side;
    std::erase_if(draft.meeting.participants, [&](const Participant& p) {
      return !p.person && p.state && *p.state == *named.state;
    });
  }

  // "The minister leads a delegation to Namibia for the Joint Commission of Namibia and Zimbabwe":
  // of two states that are there by name alone, a guest of the one is of the other.
  void side_of_guest(Draft& draft) const {
    record::Meeting& m = draft.meeting;
    std::vector<std::string> sides;
    for (const Participant& p : m.participants) {
      if (p.person && p.state) return;
      if (!p.person && p.state) sides.push_back(*p.state);
    }
    if (m.organisation || sides.size() != 2) return;
    std::string own;
    for (Participant& p : m.participants) {
      if (!holders_.lacks_state(p)) continue;
      const bool first = guests_.is_guest(*p.person, sides[0]);
      if (first == guests_.is_guest(*p.person, sides[1])) continue;
      const std::string& home = sides[first ? 1 : 0];
      const auto side = std::find_if(
          m.participants.begin(), m.participants.end(),
          [&](const Participant& q) { return !q.person && q.state && *q.state == home; });
      p.state.set(home, side->state.evidence, 0.6F, "names/side-left");
      own = home;
    }
    if (own.empty()) return;
    std::erase_if(m.participants,
                  [&](const Participant& p) { return !p.person && p.state && *p.state == own; });
  }

  // Of two who meet, one comes from elsewhere: from the state for which the report speaks or,
  // where that is the first one's, from the one it names most besides.
  void other_side(Draft& draft) const {
    record::Meeting& m = draft.meeting;
    if (!draft.bilateral) return;
    std::vector<std::string> sides;
    for (const Participant& p : m.participants) {
      if (p.state) sides.push_back(*p.state);
    }
    std::sort(sides.begin(), sides.end());
    sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
    if (sides.size() != 1) return;
    const bool represented =
        home_ && std::find(sides.begin(), sides.end(), code(home_)) != sides.end();
    const std::vector<std::string> partners = states_.partners_of(m);
    sides.insert(sides.end(), partners.begin(), partners.end());
    const Named other = home_ && !represented ? home_ : state_.most_named(sides);
    if (!other) return;
    for (Participant& p : m.participants) {
      // Of two, the other is it even without an office.
      const bool one_of_two =
          m.participants.size() == 2 && p.person && !p.state && !p.organisation && !p.offices;
      if (!one_of_two && !holders_.lacks_state(p)) continue;
      if (holders_.is_held(holders_.head_of(p), other.id, *p.person) || !may_be_of(p, code(other)))
        continue;
      p.state.set(code(other), {other.words}, 0.5F, "names/other-side");
    }
  }

  // Whom a guest meets in an office of no state that is said, while on a visit that the report
  // tells of, is of the state that is visited.
  void visited(Draft& draft) const {
    record::Meeting& m = draft.meeting;
    if (!draft.bilateral) return;
    for (const Draft& visit : drafts_.drafts) {
      const record::Meeting& v = visit.meeting;
      const bool abroad = &visit != &draft && v.kind && *v.kind == record::Kind::visit && v.country;
      if (!abroad || !shares_guest(m, v) || (m.country && *m.country != *v.country)) continue;
      for (Participant& p : m.participants) {
        if (holders_.lacks_state(p) && may_be_of(p, *v.country))
          p.state.set(*v.country, v.country.evidence, 0.5F, "names/visited-state");
      }
      return;
    }
  }

  // "at the invitation of Prime Minister A": of the state to which the invitation leads.
  void inviting(Draft& draft) const {
    record::Meeting& m = draft.meeting;
    const bool visit = m.kind && *m.kind == record::Kind::visit && m.country && m.inviter;
    if (!visit) return;
    for (Participant& p : m.participants) {
      const bool invites = p.person && m.inviter->find(*p.person) != std::string::npos;
      if (invites && holders_.lacks_state(p) && may_be_of(p, *m.country)) {
        p.state.set(*m.country, m.country.evidence, 0.6F, "names/host-state");
      }
    }
  }

  // Whom a guest from abroad meets, in an office of no state that is said, is of the host's state.
  void host(Draft& draft) const {
    record::Meeting& m = draft.meeting;
    if (!draft.bilateral || !m.country || m.participants.size() < 2) return;
    const auto& all = m.participants;
    const bool abroad = std::any_of(all.begin(), all.end(), [&](const Participant& p) {
      return p.state && *p.state != *m.country;
    });
    const bool represented = std::any_of(all.begin(), all.end(), [&](const Participant& p) {
      return p.person && p.state && *p.state == *m.country;
    });
    if (!abroad || represented || is_among_guests(draft) || hold_one_office(m)) return;
    const bool going = ours_go(m);
    bool spared = false;
    for (Participant& p : m.participants) {
      if (!holders_.lacks_state(p) || !may_be_of(p, *m.country)) continue;
      const bool ours =
          going && (!holders_.is_top(holders_.head_of(p)) || !std::exchange(spared, true));
      if (!ours) p.state.set(*m.country, m.country.evidence, 0.5F, "names/host-state");
    }
  }

  // "the three foreign ministers A, B and C": a state has no two of them.
  [[nodiscard]] bool hold_one_office(const record::Meeting& m) const {
    std::set<std::string> held;
    return std::any_of(m.participants.begin(), m.participants.end(), [&](const Participant& p) {
      return holders_.lacks_state(p) && p.offices && !held.insert(p.offices->front()).second;
    });
  }

  // Beside a session, or where the United Nations sit, those who meet are both from elsewhere.
  [[nodiscard]] bool is_among_guests(const Draft& draft) const {
    const record::Fact<std::string>& place = draft.meeting.place;
    if (place && (place->starts_with("New York") || *place == "Geneva")) return true;
    return std::any_of(draft.mentions.begin(), draft.mentions.end(),
                       [&](std::uint32_t i) { return is_in_margins(c_, drafts_.mentions[i]); });
  }

  // The state for which the report speaks meets abroad and is there by name alone: those without a
  // state are its people, but for the second of two at the top.
  [[nodiscard]] bool ours_go(const record::Meeting& m) const {
    if (!home_ || code(home_) == *m.country) return false;
    return std::any_of(m.participants.begin(), m.participants.end(), [&](const Participant& p) {
      return !p.person && p.state && *p.state == code(home_);
    });
  }

  // Whoever remains is of the state for which the report speaks, unless somebody in the same
  // office is known to be.
  void home(Draft& draft) const {
    if (!home_) return;
    auto& all = draft.meeting.participants;
    const auto open = std::count_if(all.begin(), all.end(),
                                    [&](const Participant& p) { return holders_.lacks_state(p); });
    const bool foreign = has_foreigner(all);
    // Beside a guest from abroad it is no guess.
    const char* rule = draft.bilateral && foreign ? "names/home-side" : kHomeState;
    const bool mixed = foreign || std::none_of(all.begin(), all.end(),
                                               [](const Participant& p) { return bool(p.state); });
    const bool pair = is_pair(draft, open);
    const Participant* ours = open == 2 ? first_of_equals(c_, draft) : nullptr;
    for (Participant& p : all) {
      if (!holders_.lacks_state(p) || (ours != nullptr && &p != ours)) continue;
      if (may_be_anybody(draft, p)) continue;
      if (american(p) || comes_with_somebody(p)) continue;
      if (ours == nullptr && is_taken(all, p, mixed)) continue;
      const bool held = holders_.is_held(holders_.head_of(p), home_.id, *p.person);
      if (held || !may_be_of(p, code(home_))) continue;
      if (pair && all_home(all)) {
        abroad(draft, p);
      } else {
        p.state.set(code(home_), {home_.words}, 0.5F, rule);
      }
    }
  }

  // Somebody is of another state than the one for which the report speaks.
  [[nodiscard]] bool has_foreigner(const std::vector<Participant>& all) const {
    return std::any_of(all.begin(), all.end(),
                       [&](const Participant& p) { return p.state && *p.state != code(home_); });
  }

  // Talks of two, or of those of whom only one lacks a state. `open`: how many do.
  [[nodiscard]] bool is_pair(const Draft& draft, std::ptrdiff_t open) const {
    const auto& kind = draft.meeting.kind;
    const bool group =
        std::any_of(draft.mentions.begin(), draft.mentions.end(),
                    [&](std::uint32_t i) { return drafts_.mentions[i].received_group; });
    const bool two = open == 1 || draft.meeting.participants.size() == 2;
    return draft.bilateral && !group && two && kind &&
           (*kind == record::Kind::talks || *kind == record::Kind::call ||
            *kind == record::Kind::reception);
  }

  // Who presides over a meeting of many elsewhere is rather the host; a minister who stayed away
  // from a meeting of many may be anybody's, "the President" is not.
  [[nodiscard]] bool may_be_anybody(const Draft& draft, const Participant& p) const {
    const record::Meeting& m = draft.meeting;
    const bool presides = !draft.bilateral && m.country && *m.country != code(home_) &&
                          m.chair_person && *m.chair_person == *p.person;
    const bool away = !draft.bilateral && *p.attendance == record::Attendance::absent;
    return presides || (away && !holders_.is_top(holders_.head_of(p)));
  }

  // Another from home, or from nowhere yet, is in the office of `p` or as high. `mixed`: there are
  // people from abroad, or of no state at all.
  [[nodiscard]] bool is_taken(const std::vector<Participant>& all, const Participant& p,
                              bool mixed) const {
    const catalogue::Index office = holders_.head_of(p);
    return std::any_of(all.begin(), all.end(), [&](const Participant& other) {
      if (&other == &p || !other.person || !other.offices || other.organisation) return false;
      const catalogue::Index held = holders_.head_of(other);
      // A delegation from home has several ministers, each of something else.
      const bool one =
          held == office && (mixed || holders_.is_single(office) || *other.offices == *p.offices);
      const bool same = one || (holders_.is_top(held) && holders_.is_top(office));
      return same && (!other.state || *other.state == code(home_));
    });
  }

  // A bare "Secretary of State" in a report that speaks of the United States.
  bool american(Participant& p) const {
    const catalogue::Index office = holders_.head_of(p);
    if (office == npos || c_.catalogue.offices()[office].id != "secretary_of_state") return false;
    const Named us = state_.named("US");
    if (p.offices->front() != "Secretary of State" || !us) return false;
    p.state.set("US", {us.words}, 0.5F, "names/state");
    return true;
  }

  // Those of whom a state is said are of that for which the report speaks, and there are some.
  [[nodiscard]] bool all_home(const std::vector<Participant>& all) const {
    bool some = false;
    for (const Participant& p : all) {
      if (p.organisation || (p.state && *p.state != code(home_))) return false;
      some = some || p.state;
    }
    return some;
  }

  // Whom somebody from home meets is of the state where that is, or with which the main meeting is.
  void abroad(const Draft& draft, Participant& p) const {
    const record::Meeting& main = drafts_.drafts[drafts_.main].meeting;
    const auto elsewhere = [&](const auto& state) { return state && *state != code(home_); };
    const auto set = [&](const auto& state) {
      p.state.set(*state, state.evidence, 0.5F, "names/other-side");
    };
    if (elsewhere(draft.meeting.country)) return set(draft.meeting.country);
    if (!draft.meeting.country && elsewhere(main.country)) return set(main.country);
    const Participant* other = nullptr;
    for (const Participant& q : main.participants) {
      if (!elsewhere(q.state)) continue;
      if (other != nullptr && *other->state != *q.state) return;
      other = &q;
    }
    if (other != nullptr) return set(other->state);
    const Named named = state_.most_named({code(home_)});
    if (named) p.state.set(code(named), {named.words}, 0.4F, "names/other-side");
  }

  const Context& c_;
  Drafts& drafts_;
  HomeState state_;
  Named home_;
  OfficeHolders holders_;
  Guests guests_;
  RowStates rows_;
  PersonStates states_;
};

}  // namespace

void complete_states(const Context& context, Drafts& drafts) { Home(context, drafts).run(); }

}  // namespace rapporteur::meetings
