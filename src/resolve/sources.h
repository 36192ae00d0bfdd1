// Which members come from one source: reports that are copies of one text count once.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rapporteur/copies/fingerprint.h"
#include "rapporteur/record/register.h"

namespace rapporteur::resolve {

using Bands = std::array<std::uint32_t, copies::kBands>;

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

  // The number of the text's bands, which are kept when its fingerprint is not. Texts that share no
  // band are no copies. None: as of(), or the text is too short to have any.
  std::optional<std::uint32_t> bands_of(std::string_view group, std::string_view text);
  [[nodiscard]] const Bands& bands(std::uint32_t number) const { return bands_[number]; }
  [[nodiscard]] std::size_t bands_kept() const { return bands_.size(); }
  void forget_bands();

 private:
  struct Known {
    copies::Fingerprint fingerprint;                    // 4 KB for a text of 400 words
    unsigned used = 0;                                  // in which turn
    std::optional<std::uint32_t> bands = std::nullopt;  // its number
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Known, Hash, std::equal_to<>> known_;
  std::vector<Bands> bands_;
  unsigned turn_ = 0;

  Known* find(std::string_view group, std::string_view text);
};

// For each of `members` the group that stands for all copies of its text: the smallest of their
// groups. Near-copies are told by copies::Grouper; members without a text are copies by their
// group alone. A function of the set of members. Cost: O(bytes of the different texts), none if
// there is only one. Views live as long as the members.
// `known` saves work between calls.
std::vector<std::string_view> sources_of(const std::vector<const record::Member*>& members,
                                         Fingerprints& known);

}  // namespace rapporteur::resolve
