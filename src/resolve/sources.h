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
  // Null: it is not known, and there is no text.
  const copies::Fingerprint* of(std::string_view group, std::string_view text);
  [[nodiscard]] bool knows(std::string_view group) const { return known_.contains(group); }
  // Ends a turn: of too many, forgets those that nobody asked for in it and in the last one.
  void make_room();

 private:
  struct Known {
    copies::Fingerprint fingerprint;  // 4 KB for a text of 400 words
    unsigned used = 0;                // in which turn
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Known, Hash, std::equal_to<>> known_;
  unsigned turn_ = 0;
};

// For each of `members` the group that stands for all copies of its text: the smallest of their
// groups. Near-copies are told by copies::Grouper; members without a text are copies by their
// group alone. A function of the set of members. Cost: O(bytes of the different texts), none if
// there is only one. Views live as long as the members.
// `known` saves work between calls.
std::vector<std::string_view> sources_of(const std::vector<const record::Member*>& members,
                                         Fingerprints& known);

}  // namespace rapporteur::resolve
