// Which members come from one source: reports that are copies of one text count once.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rapporteur/copies/fingerprint.h"
#include "rapporteur/record/register.h"

namespace rapporteur::resolve {

// Fingerprints of texts by their group, since one text belongs to all the meetings and people that
// it names.
class Fingerprints {
 public:
  // Valid until make_room(). `text` is the group's; it is not looked at where the group is known.
  const copies::Fingerprint& of(std::string_view group, std::string_view text);
  [[nodiscard]] bool knows(std::string_view group) const { return known_.contains(group); }
  // Forgets all if there are more than a few thousand (3 KB for one of 400 words).
  void make_room();

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, copies::Fingerprint, Hash, std::equal_to<>> known_;
};

// For each of `members` the group that stands for all copies of its text: the smallest of their
// groups. Near-copies are told by copies::Grouper; members without a text are copies by their
// group alone. A function of the set of members. Cost: O(bytes of the different texts), none if
// there is only one. Views live as long as the members.
// `known` saves work between calls.
std::vector<std::string_view> sources_of(const std::vector<const record::Member*>& members,
                                         Fingerprints& known);

}  // namespace rapporteur::resolve
