// One person is of one state, in however many meetings of a report.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "draft.h"

namespace rapporteur::meetings {

// The rule of a state of which nothing is known but that the report speaks for it.
inline constexpr const char* kHomeState = "names/home-state";

// REQUIRES: `drafts` outlives it, and nobody joins a meeting or leaves it meanwhile but by a state
// alone.
class PersonStates {
 public:
  // Cost: O(participants).
  explicit PersonStates(Drafts& drafts);

  // Somebody of that name takes part.
  [[nodiscard]] bool takes_part(const std::string& person) const {
    return meetings_of_.contains(person);
  }
  // The participant of that name whose state is said, in one of the first meetings; or null.
  [[nodiscard]] const record::Participant* with_state(const std::string& person) const;

  // The states of those whom the people of no state in `meeting` meet elsewhere, two by two: "X saw
  // the ministers of Peru and Chile" in turn, and is of neither. Codes.
  [[nodiscard]] std::vector<std::string> partners_of(const record::Meeting& meeting) const;

  // What one meeting tells of a person holds for `meeting`. `guesses`: even that nothing else is
  // known than for whom the report speaks.
  void spread_to(record::Meeting& meeting, bool guesses) const;

  // Who is guessed to be of one state in one meeting and of another in the next is of that for
  // which more speaks; where nothing does, of that in the meeting that the report is about.
  void agree_on_guesses() const;

 private:
  Drafts& drafts_;
  std::unordered_map<std::string, std::vector<std::size_t>> meetings_of_;  // drafts, in order
};

}  // namespace rapporteur::meetings
