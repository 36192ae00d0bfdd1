// Groups of copies among many reports: one wire story on thirty sites is one source.
//
// Two texts are linked that share a band and compare as copies; groups are what links connect.
// Links depend on the two texts alone, so the groups are a function of the set of reports,
// whatever their order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "rapporteur/copies/fingerprint.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::copies {

// A report without its text.
struct Piece {
  std::string id;
  std::string origin;     // its identity: record::report_key
  std::string published;  // EDTF; may be empty
  Fingerprint fingerprint;
};

Piece piece_of(const record::Report& report);

struct GroupMember {
  std::string id;
  std::string origin;
  std::string published;
  std::size_t words = 0;
  // The share of the shorter text's words that stand in the other as well, in the same order;
  // of this member and the most complete one. 1 for itself and exact copies.
  double similarity = 0;
  bool exact = false;  // differs from the most complete one in case and punctuation only
  friend bool operator==(const GroupMember&, const GroupMember&) = default;
};

// Two members and more, sorted by day, origin and id; those without a day come last.
struct Group {
  std::string id;  // "g-" and 16 hexadecimal digits, of the member with the smallest origin
  std::vector<GroupMember> members;
  std::size_t earliest = 0;       // index of the first; of one day, the first in the order
  std::size_t most_complete = 0;  // has most of what members share; of equal ones the longest
  friend bool operator==(const Group&, const Group&) = default;
};

// Used by one thread.
class Grouper {
 public:
  // Memory: 8 bytes a word of each different text, 1.3 KB, and the piece's strings.
  void add(Piece piece);

  [[nodiscard]] std::size_t size() const { return pieces_.size(); }

  // The groups of all pieces, sorted by id. Pieces that are alike in all fields stay several.
  // Cost: O(n) comparisons for n texts: inside a group a text is compared until it is linked once,
  // and of a band that more than 128 texts share each is compared with 24 neighbours only.
  [[nodiscard]] std::vector<Group> groups() const;

  // For each of `fingerprints` the index of its group's first: what groups() rests on.
  // A function of the set: of equal texts it does not matter which is which.
  static std::vector<std::uint32_t> partition(const std::vector<const Fingerprint*>& fingerprints);

 private:
  std::vector<Piece> pieces_;
};

}  // namespace rapporteur::copies
