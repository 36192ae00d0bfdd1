// Which members come from one source: reports that are copies of one text count once.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "rapporteur/copies/fingerprint.h"
#include "rapporteur/record/register.h"

namespace rapporteur::resolve {

// Fingerprints of texts by their group, since one text belongs to all the meetings and people that
// it names. Holds a few thousand of them at most (3 KB for one of 400 words).
class Fingerprints {
 public:
  // Valid until the next call of make_room(). `text` is the group's.
  const copies::Fingerprint& of(std::string_view group, std::string_view text);
  // Forgets what it holds if `more` would be too many.
  void make_room(std::size_t more);

 private:
  std::map<std::string_view, copies::Fingerprint> known_;
};

// For each of `members` the group that stands for all copies of its text: the smallest of their
// groups. Near-copies are told by copies::Grouper; members without a text are copies by their
// group alone. A function of the set of members. Cost: O(bytes of the different texts), none if
// there is only one. Views live as long as the members.
// `known` saves work between calls.
std::vector<std::string_view> sources_of(const std::vector<const record::Member*>& members,
                                         Fingerprints& known);

}  // namespace rapporteur::resolve
