// Who goes to which state on a visit, and who comes along.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "draft.h"

namespace rapporteur::meetings {

class Guests {
 public:
  // Cost: O(tokens + mentions).
  Guests(const Context& context, const Drafts& drafts);

  // That person goes there, and so is not of it. `state`: its code.
  [[nodiscard]] bool is_guest(const std::string& person, const std::string& state) const {
    return visits_.contains({person, state});
  }
  // The guest with whom that person comes along, whose state is said; or null.
  [[nodiscard]] const record::Participant* with_whom(const std::string& person) const {
    return guest_ && companions_.contains(person) ? &*guest_ : nullptr;
  }

 private:
  void note_visits(const Context& context, const Drafts& drafts, const Draft& draft);
  void note_guest(const Draft& draft);
  void note_arrivals(const Context& context);
  void note_companions(const Context& context);

  std::set<std::pair<std::string, std::string>> visits_;
  std::optional<record::Participant> guest_;  // of the first visit that has one
  std::set<std::string> companions_;
};

}  // namespace rapporteur::meetings
