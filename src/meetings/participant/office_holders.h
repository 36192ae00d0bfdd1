// What the offices of those who take part tell: of which meeting, of what rank, and whether only
// one of a state holds it.
#pragma once

#include <string>

#include "draft.h"
#include "participant/chair_state.h"

namespace rapporteur::meetings {

// `context` outlives it.
class OfficeHolders {
 public:
  // Cost: O(people).
  explicit OfficeHolders(const Context& context) : c_(context) {
    for (const names::Person& known : c_.cast.people) people_.try_emplace(known.name, &known);
  }

  // Somebody in an office of whom neither a state nor an organisation is said.
  [[nodiscard]] static bool open(const record::Participant& p);
  // The same in an office that states have.
  [[nodiscard]] bool lacks_state(const record::Participant& p) const;
  // An office that organisations have rather than states.
  [[nodiscard]] bool is_official(const record::Participant& p) const;
  // The catalogue's office of that participant, or npos.
  [[nodiscard]] catalogue::Index head_of(const record::Participant& p) const;
  // Head of state or government.
  [[nodiscard]] bool is_top(catalogue::Index office) const;
  // There is one such office in a state: "Prime Minister", "Foreign Minister".
  [[nodiscard]] bool is_single(catalogue::Index office) const;
  // Somebody else is said to hold that office of `state`, or is one of two at the top of it.
  [[nodiscard]] bool is_held(catalogue::Index office, catalogue::Index state,
                             const std::string& person) const;
  // The first person of each name.
  [[nodiscard]] const PeopleByName& people() const { return people_; }

 private:
  [[nodiscard]] const names::Person* person(const record::Participant& p) const;
  [[nodiscard]] bool serves_state(const record::Participant& p) const;
  [[nodiscard]] bool is_bare(const record::Participant& p) const;

  const Context& c_;
  PeopleByName people_;
};

}  // namespace rapporteur::meetings
