// Groups of people whom states send and nobody names: "senior officials of Peru and Chile".
#pragma once

#include <optional>

#include "naming.h"
#include "state_list.h"

namespace rapporteur::names {

struct StateGroup {
  Mention mention;               // of kind state, without its office
  std::optional<Office> office;  // what the words say of the group; none: "representatives"
};

// Binds to `namings` and `lists`, which must outlive it.
class StateGroups {
 public:
  StateGroups(const Namings& namings, const StateLists& lists)
      : n_(namings), lists_(lists), officials_(namings.t.lexicon.cue_class("officials")) {}

  // The group whose noun starts at `token`, where states are said; or nothing. Cost: O(its words).
  [[nodiscard]] std::optional<StateGroup> at(std::uint32_t token) const;

 private:
  [[nodiscard]] std::uint32_t behind_ministries(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t behind_matter(std::uint32_t at) const;
  [[nodiscard]] bool leads_to_state(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t begin_of_rank(std::uint32_t begin) const;
  [[nodiscard]] std::uint32_t begin_of_matter(std::uint32_t begin) const;

  const Namings& n_;
  const StateLists& lists_;
  lexicon::CueClass officials_;
};

}  // namespace rapporteur::names
