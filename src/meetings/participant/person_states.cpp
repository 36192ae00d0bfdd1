#include "participant/person_states.h"

#include <algorithm>

#include "participant/office_holders.h"

namespace rapporteur::meetings {

using record::Participant;

namespace {

constexpr float kTold = 0.8F;  // less is guessed

// Who visits another state comes from home.
bool goes_abroad(const record::Meeting& m, const std::string& state) {
  return m.kind && *m.kind == record::Kind::visit && m.country && *m.country != state;
}

}  // namespace

PersonStates::PersonStates(Drafts& drafts) : drafts_(drafts) {
  for (std::size_t d = 0; d < drafts_.drafts.size(); ++d) {
    for (const Participant& p : drafts_.drafts[d].meeting.participants) {
      if (!p.person) continue;
      std::vector<std::size_t>& meetings = meetings_of_[*p.person];
      if (meetings.empty() || meetings.back() != d) meetings.push_back(d);
    }
  }
}

const Participant* PersonStates::with_state(const std::string& person) const {
  constexpr std::size_t kMost = 8;  // meetings
  const auto meetings = meetings_of_.find(person);
  if (meetings == meetings_of_.end()) return nullptr;
  for (std::size_t k = 0; k < std::min(kMost, meetings->second.size()); ++k) {
    for (const Participant& p : drafts_.drafts[meetings->second[k]].meeting.participants) {
      if (p.person && *p.person == person && p.state) return &p;
    }
  }
  return nullptr;
}

std::vector<std::string> PersonStates::partners_of(const record::Meeting& m) const {
  std::vector<std::string> out;
  for (const Participant& p : m.participants) {
    if (!p.person || p.state) continue;
    for (const std::size_t d : meetings_of_.at(*p.person)) {
      const record::Meeting& talks = drafts_.drafts[d].meeting;
      const bool two = talks.participants.size() == 2 && talks.kind &&
                       (*talks.kind == record::Kind::talks || *talks.kind == record::Kind::call);
      for (const Participant& other : talks.participants) {
        if (two && other.state) out.push_back(*other.state);
      }
    }
  }
  return out;
}

void PersonStates::spread_to(record::Meeting& m, bool guesses) const {
  for (Participant& p : m.participants) {
    if (!OfficeHolders::open(p)) continue;
    for (const std::size_t d : meetings_of_.at(*p.person)) {
      for (const Participant& known : drafts_.drafts[d].meeting.participants) {
        if (!known.person || *known.person != *p.person || !known.state) continue;
        const bool sure =
            known.state.rule != kHomeState || goes_abroad(drafts_.drafts[d].meeting, *known.state);
        if (guesses || sure) p.state = known.state;
      }
      if (p.state) break;
    }
  }
}

void PersonStates::agree_on_guesses() const {
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

}  // namespace rapporteur::meetings
