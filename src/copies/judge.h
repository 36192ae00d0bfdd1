// The comparison of two texts, with memory that is used again from pair to pair.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "alignment.h"
#include "rapporteur/copies/comparison.h"

namespace rapporteur::copies {

// Used by one thread.
class Judge {
 public:
  // As compare().
  Comparison compare(const Fingerprint& a, const Fingerprint& b);

 private:
  void count_kept(std::span<const Word> words, Comparison& c) const;
  // What stands in one text where the other has other words, between two blocks.
  void weigh(std::span<const Word> a, std::span<const Word> b, Comparison& c);

  Aligner aligner_;
  std::vector<Word> only_a_;
  std::vector<Word> only_b_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> replaced_;  // names, by their hashes
};

}  // namespace rapporteur::copies
