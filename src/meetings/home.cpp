#include "home.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "chair_state.h"
#include "guests.h"
#include "home_state.h"
#include "mention_parts.h"
#include "row_state.h"
#include "visit_host.h"

namespace rapporteur::meetings {

namespace {

using record::Participant;

constexpr const char* kHomeState = "names/home-state";

class Home {
 public:
  Home(const Context& context, Drafts& drafts)
      : c_(context),
        drafts_(drafts),
        state_(context, drafts),
        home_(state_.find()),
        guests_(context, drafts),
        rows_(context) {
    for (const names::Person& known : c_.cast.people) people_.try_emplace(known.name, &known);
    for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
      for (const Participant& p : drafts_.drafts[d].meeting.participants) {
        if (!p.person) continue;
        std::vector<std::size_t>& meetings = meetings_of_[*p.person];
        if (meetings.empty() || meetings.back() != d) meetings.push_back(d);
      }
    }
  }

  void run() {
    Draft& main = drafts_.drafts[drafts_.main];
    if (main.bilateral) complete(main);  // what it tells of a person holds for the others
    for (Draft& draft : drafts_.drafts) complete(draft);
    for (Draft& draft : drafts_.drafts) companions(draft.meeting);  // all leaders are known now
    for (Draft& draft : drafts_.drafts) same_everywhere(draft.meeting, true);
    agree_on_guesses();
    for (Draft& draft : drafts_.drafts) set_chair_state(draft.meeting);
    for (Draft& draft : drafts_.drafts) set_chair_of_holder(c_, people_, draft.meeting);
  }

 private:
  // Whom the person is with, if the state of that one is known; or null.
  [[nodiscard]] const Participant* leader_with_state(const std::string& person) const {
    const std::string* leader = guests_.leader_of(person);
    const auto meetings = leader != nullptr ? meetings_of_.find(*leader) : meetings_of_.end();
    if (meetings == meetings_of_.end()) return nullptr;
    constexpr std::size_t kMost = 8;  // meetings; in all of them the state is the same
    for (std::size_t k = 0; k < std::min(kMost, meetings->second.size()); ++k) {
      for (const Participant& p : drafts_.drafts[meetings->second[k]].meeting.participants) {
        if (p.person && *p.person == *leader && p.state) return &p;
      }
    }
    return nullptr;
  }

  // Whose state is that of another participant, once that is known.
  [[nodiscard]] bool comes_with_somebody(const Participant& p) const {
    const std::string* leader = p.person ? guests_.leader_of(*p.person) : nullptr;
    return leader != nullptr && meetings_of_.contains(*leader) &&
           guests_.leader_of(*leader) == nullptr;
  }

  // "for Peru there were A, |B| and |C|", "the President, accompanied by |A|"
  void companions(record::Meeting& m) const {
    for (Participant& p : m.participants) {
      if (!lacks_state(p)) continue;
      if (const Named state = rows_.of(*p.person); state) {
        p.state.set(code(state), {state.words}, 0.7F, "names/state");
        continue;
      }
      const Participant* guest = leader_with_state(*p.person);
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
    same_everywhere(draft.meeting, false);
    officials(draft.meeting);
    only_side_left(draft);
    const auto& kind = draft.meeting.kind;
    inviting(draft);
    if (kind && *kind == record::Kind::visit) host(draft);
    visited(draft);
    other_side(draft);
    host(draft);
    home(draft);
    complete_equals(c_, drafts_.drafts[drafts_.main], home_ ? code(home_) : std::string(), draft);
  }

  [[nodiscard]] std::string code(const Named& state) const {
    return std::string(c_.catalogue.states()[state.id].code);
  }

  static bool open(const Participant& p) {
    return p.person && p.offices && !p.state && !p.organisation;
  }

  [[nodiscard]] bool lacks_state(const Participant& p) const { return open(p) && !is_official(p); }

  [[nodiscard]] const names::Person* person(const Participant& p) const {
    const auto known = p.person ? people_.find(*p.person) : people_.end();
    return known != people_.end() ? known->second : nullptr;
  }

  [[nodiscard]] catalogue::Index head_of(const Participant& p) const {
    const names::Person* known = person(p);
    return known == nullptr || known->offices.empty() ? npos : known->offices.front().office;
  }

  [[nodiscard]] bool is_top(catalogue::Index office) const {
    if (office == npos) return false;
    const auto level = c_.catalogue.offices()[office].level;
    return level == catalogue::OfficeLevel::head_of_state ||
           level == catalogue::OfficeLevel::head_of_government;
  }

  // There is one such office in a state: "Prime Minister", "Foreign Minister".
  [[nodiscard]] bool is_single(catalogue::Index office) const {
    if (office == npos) return false;
    const catalogue::Office& head = c_.catalogue.offices()[office];
    return is_top(office) || (head.level == catalogue::OfficeLevel::minister &&
                              head.id != "minister" && head.id.ends_with("_minister"));
  }

  // Somebody else is said to hold that office of `state`, or is one of two at the top of it.
  [[nodiscard]] bool is_held(catalogue::Index office, catalogue::Index state,
                             const std::string& person) const {
    if (!is_single(office)) return false;
    for (const names::Person& p : c_.cast.people) {
      if (p.name == person || p.offices.empty() || p.offices.front().former) continue;
      if (p.state && p.state.id == state && p.offices.front().office == office) return true;
    }
    return false;
  }

  // "The Secretary-General, X": of the organisation that meets.
  void officials(record::Meeting& m) const {
    if (!m.organisation) return;
    for (Participant& p : m.participants) {
      if (!open(p) || !is_official(p)) continue;
      p.organisation.set(*m.organisation, m.organisation.evidence, 0.5F,
                         "names/organisation-of-meeting");
    }
  }

  // An office that organisations have rather than states.
  [[nodiscard]] bool is_official(const Participant& p) const {
    const catalogue::Index office = head_of(p);
    if (office == npos) return false;
    const catalogue::Office& head = c_.catalogue.offices()[office];
    const bool official = head.level == catalogue::OfficeLevel::body_head ||
                          head.level == catalogue::OfficeLevel::body_official;
    return official && !is_chair(head) && (!is_director(head) || is_bare(p)) && !serves_state(p);
  }

  // "Secretary General of the Ministry of Foreign Affairs", "of Parliament"
  [[nodiscard]] bool serves_state(const Participant& p) const {
    static constexpr std::array<std::string_view, 8> kOwn{
        "Ministry",   "of Parliament", "of the Parliament", "National Assembly",
        "Government", "Presidency",    "Cabinet",           "Senate"};
    const names::Person* known = person(p);
    const std::string& text = known->offices.front().text;
    return std::any_of(kOwn.begin(), kOwn.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
  }

  // Chairs come from states.
  static bool is_chair(const catalogue::Office& head) {
    return head.id == "chair" || head.id == "co_chair" || head.id == "vice_chair";
  }

  // Ministries have directors too: "Director General of Customs".
  static bool is_director(const catalogue::Office& head) {
    return head.id == "director_general" || head.id == "executive_director" ||
           head.id == "managing_director";
  }

  // The office says not of what: "the Director General".
  [[nodiscard]] bool is_bare(const Participant& p) const {
    const names::Person* known = person(p);
    const std::string& text = known->offices.front().text;
    return text.find(" of ") == std::string::npos && text.find(" for ") == std::string::npos &&
           text.find(',') == std::string::npos;
  }

  // Of the states that meet, one is there by name alone and one person without a state: the one is
  // the other's.
  void only_side_left(Draft& draft) const {
    if (!draft.bilateral) return;
    Participant* someone = nullptr;
    const Participant* side = nullptr;
    bool other = false;
    for (Participant& p : draft.meeting.participants) {
      const bool alone = !p.person && p.state && *p.attendance != record::Attendance::absent;
      other = other || (p.person && p.state);
      if (lacks_state(p) && std::exchange(someone, &p) != nullptr) return;
      if (alone && std::exchange(side, &p) != nullptr) return;
    }
    if (someone == nullptr || side == nullptr || !other) return;
    if (!may_be_of(*someone, *side->state)) return;
    someone->state.set(*side->state, side->state.evidence, 0.6F, "names/side-left");
    const Participant named = *side;
    std::erase_if(draft.meeting.participants, [&](const Participant& p) {
      return !p.person && p.state && *p.state == *named.state;
    });
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
    const Named other = home_ && !represented ? home_ : state_.most_named(sides);
    if (!other) return;
    for (Participant& p : m.participants) {
      // Of two, the other is it even without an office.
      const bool one_of_two =
          m.participants.size() == 2 && p.person && !p.state && !p.organisation && !p.offices;
      if (!one_of_two && !lacks_state(p)) continue;
      if (is_held(head_of(p), other.id, *p.person) || !may_be_of(p, code(other))) continue;
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
        if (lacks_state(p) && may_be_of(p, *v.country))
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
      if (invites && lacks_state(p) && may_be_of(p, *m.country)) {
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
    if (!abroad || represented || is_among_guests(draft)) return;
    const bool going = ours_go(m);
    bool spared = false;
    for (Participant& p : m.participants) {
      if (!lacks_state(p) || !may_be_of(p, *m.country)) continue;
      const bool ours = going && (!is_top(head_of(p)) || !std::exchange(spared, true));
      if (!ours) p.state.set(*m.country, m.country.evidence, 0.5F, "names/host-state");
    }
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
    // Beside a guest from abroad it is no guess.
    const bool beside = draft.bilateral && std::any_of(all.begin(), all.end(), [&](const auto& p) {
                          return p.state && *p.state != code(home_);
                        });
    const auto& kind = draft.meeting.kind;
    const auto open =
        std::count_if(all.begin(), all.end(), [&](const Participant& p) { return lacks_state(p); });
    const bool group =
        std::any_of(draft.mentions.begin(), draft.mentions.end(),
                    [&](std::uint32_t i) { return drafts_.mentions[i].received_group; });
    const bool abroad_too =
        std::any_of(all.begin(), all.end(),
                    [&](const Participant& p) { return p.state && *p.state != code(home_); }) ||
        std::none_of(all.begin(), all.end(), [](const Participant& p) { return bool(p.state); });
    const bool pair = draft.bilateral && !group && (open == 1 || all.size() == 2) && kind &&
                      (*kind == record::Kind::talks || *kind == record::Kind::call ||
                       *kind == record::Kind::reception);
    const Participant* ours = open == 2 ? first_of_equals(c_, draft) : nullptr;
    for (Participant& p : all) {
      if (!lacks_state(p) || (ours != nullptr && &p != ours)) continue;
      const catalogue::Index office = head_of(p);
      // Who presides over a meeting of many elsewhere is rather the host.
      const record::Meeting& m = draft.meeting;
      const bool presides = !draft.bilateral && m.country && *m.country != code(home_) &&
                            m.chair_person && *m.chair_person == *p.person;
      if (presides) continue;
      // A minister who stayed away from a meeting of many may be anybody's; "the President" is not.
      const bool away = !draft.bilateral && *p.attendance == record::Attendance::absent;
      if (away && !is_top(office)) continue;
      const bool taken = std::any_of(all.begin(), all.end(), [&](const Participant& other) {
        if (&other == &p || !other.person || !other.offices || other.organisation) return false;
        if (ours != nullptr) return false;
        const catalogue::Index held = head_of(other);
        // A delegation from home has several ministers, each of something else.
        const bool one =
            held == office && (abroad_too || is_single(office) || *other.offices == *p.offices);
        const bool same = one || (is_top(held) && is_top(office));
        return same && (!other.state || *other.state == code(home_));
      });
      if (american(p) || comes_with_somebody(p)) continue;
      if (taken || is_held(office, home_.id, *p.person) || !may_be_of(p, code(home_))) continue;
      if (pair && all_home(all)) {
        abroad(draft, p);
      } else {
        p.state.set(code(home_), {home_.words}, 0.5F, beside ? "names/home-side" : kHomeState);
      }
    }
  }

  // A bare "Secretary of State" in a report that speaks of the United States.
  bool american(Participant& p) const {
    const catalogue::Index office = head_of(p);
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

  // What one meeting tells of a person holds for the others. `guesses`: even that nothing else is
  // known than for whom the report speaks.
  void same_everywhere(record::Meeting& m, bool guesses) const {
    for (Participant& p : m.participants) {
      if (!open(p)) continue;
      for (const std::size_t d : meetings_of_.at(*p.person)) {
        for (const Participant& known : drafts_.drafts[d].meeting.participants) {
          if (!known.person || *known.person != *p.person || !known.state) continue;
          const bool sure = known.state.rule != kHomeState ||
                            goes_abroad(drafts_.drafts[d].meeting, *known.state);
          if (guesses || sure) p.state = known.state;
        }
        if (p.state) break;
      }
    }
  }

  // Who is guessed to be of one state in one meeting and of another in the next is of that for
  // which more speaks; where nothing does, of that in the meeting that the report is about.
  void agree_on_guesses() const {
    for (const auto& [name, meetings] : meetings_of_) {
      if (meetings.size() < 2) continue;
      const Participant* best = nullptr;
      for (const std::size_t d : meetings) {
        for (const Participant& p : drafts_.drafts[d].meeting.participants) {
          if (!p.person || *p.person != name || !p.state) continue;
          const bool more = best == nullptr || p.state.confidence > best->state.confidence ||
                            (d == drafts_.main && p.state.confidence == best->state.confidence);
          if (more) best = &p;
        }
      }
      if (best == nullptr) continue;
      const record::Fact<std::string> state = best->state;
      for (const std::size_t d : meetings) {
        for (Participant& p : drafts_.drafts[d].meeting.participants) {
          const bool other = p.person && *p.person == name && p.state && *p.state != *state;
          if (other && p.state.confidence < kTold) p.state = state;
        }
      }
    }
  }

  static constexpr float kTold = 0.8F;  // less is guessed

  // Who visits another state comes from home.
  static bool goes_abroad(const record::Meeting& m, const std::string& state) {
    return m.kind && *m.kind == record::Kind::visit && m.country && *m.country != state;
  }

  const Context& c_;
  Drafts& drafts_;
  HomeState state_;
  Named home_;
  std::unordered_map<std::string, const names::Person*> people_;  // by name, the first of each
  Guests guests_;
  RowStates rows_;
  std::unordered_map<std::string, std::vector<std::size_t>> meetings_of_;  // drafts, in order
};

}  // namespace

void complete_states(const Context& context, Drafts& drafts) { Home(context, drafts).run(); }

}  // namespace rapporteur::meetings
