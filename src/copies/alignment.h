// Laying two texts beside each other: which stretches of words stand in both, in the same order.
//
// Shingles that occur once in either text are anchors; of these the longest chain that ascends in
// both is kept (patience difference, Bram Cohen) and grown in both directions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "rapporteur/copies/fingerprint.h"

namespace rapporteur::copies {

// words[a, a + size) of one text equal words[b, b + size) of the other.
struct Block {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t size = 0;
};

// Keeps its memory from pair to pair. Used by one thread.
class Aligner {
 public:
  // Blocks ascend in both texts and do not touch in both. Cost: O(n), and O(n log n) at worst.
  const std::vector<Block>& align(const std::vector<Word>& a, const std::vector<Word>& b);

 private:
  struct Entry {
    std::uint32_t key = 0;
    std::uint32_t place = 0;  // in a, plus one; 0: free
  };
  struct Anchor {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
  };

  void index(const std::vector<Word>& a);
  void find_partners(const std::vector<Word>& b);
  void chain();
  void grow(const std::vector<Word>& a, const std::vector<Word>& b);
  Entry& entry_of(std::uint32_t key);

  std::vector<Entry> table_;
  std::vector<std::uint32_t> partner_;  // of each shingle of a: its place in b
  std::vector<Anchor> anchors_;
  std::vector<std::uint32_t> tails_;     // of the best chain of each length: its last anchor
  std::vector<std::uint32_t> previous_;  // of each anchor: the one before it in its chain
  std::vector<Block> blocks_;
};

}  // namespace rapporteur::copies
