// States that a list or a pair says of people without naming them beside each.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "draft.h"

namespace rapporteur::meetings {

// "For Peru there were Minister A, |Minister B| and |Secretary C|", "from Peru the Minister, A,
// together with |B|".
class RowStates {
 public:
  // `context` outlives it. Cost: O(mentions).
  explicit RowStates(const Context& context);

  // The state that opens the row in which the person is named first; or nothing.
  // Cost: O(tokens of the sentence).
  [[nodiscard]] Named of(const std::string& person) const;

 private:
  const Context& c_;
  std::unordered_map<std::string, const names::Mention*> first_;  // by name
};

// "Prime Minister A met President B": of two as high as one another who meet the one named first,
// for whose state a report rather speaks; or null.
[[nodiscard]] const record::Participant* first_of_equals(const Context& context,
                                                         const Draft& draft);

// "the foreign ministers of the two countries, A and |B|": of two in one office the second is of
// the other side, where the report tells of two sides and of which the first is; where it does not,
// the first is of `home`, the code of the state for which the report speaks or empty. Does nothing
// for a meeting of many. Cost: O(participants^2) of a meeting between a few.
void complete_equals(const Context& context, const Draft& main, std::string_view home,
                     Draft& draft);

}  // namespace rapporteur::meetings
