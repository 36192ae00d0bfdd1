// Who goes to which state on a visit, and who comes along with whom.
#pragma once

#include <map>
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

  // That person goes there or has a counterpart there, and so is not of it. `state`: its code.
  [[nodiscard]] bool is_guest(const std::string& person, const std::string& state) const {
    return visits_.contains({person, state});
  }
  // The guest with whom that person comes along, whose state is said; or null.
  [[nodiscard]] const record::Participant* with_whom(const std::string& person) const {
    return guest_ && companions_.contains(person) ? &*guest_ : nullptr;
  }
  // Whom that person is said to be with; or null.
  [[nodiscard]] const std::string* leader_of(const std::string& person) const {
    const auto found = companions_.find(person);
    return found == companions_.end() || found->second.empty() ? nullptr : &found->second;
  }

 private:
  void note_visits(const Context& context, const Drafts& drafts, const Draft& draft);
  void note_guest(const Draft& draft);
  void note_arrivals(const Context& context);
  void note_companions(const Context& context);
  void note_colleagues(const Context& context);
  void note_counterparts(const Context& context);
  // The state or nationality at `token`, if there is one, is not that of the person.
  bool note_other_side(const Context& context, const std::string& person, std::uint32_t token);

  std::set<std::pair<std::string, std::string>> visits_;
  std::optional<record::Participant> guest_;       // of the first visit that has one
  std::map<std::string, std::string> companions_;  // with whom, if the sentence names somebody
};

}  // namespace rapporteur::meetings
