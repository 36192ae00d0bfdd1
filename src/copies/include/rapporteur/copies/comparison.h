// Are two texts copies of one? Told by laying one beside the other, word by word.
//
//   A  LIMA, 3 May - The ministers met in Lima with Mr Zhaparov and agreed ...
//   B              The ministers met in Lima with Mr Japarov  and agreed ... Read more
//      (head)      |-------- kept -----------|   (alike) |- kept -|         (tail)
//
// A copy keeps the wording *and* the facts. Reports of one series keep the wording of last year's
// but put other figures and names into it: these are contradictions, which a copy has hardly any
// of. Heads and tails never contradict: datelines, headlines and cut endings are what editors do.
#pragma once

#include <cstdint>

#include "rapporteur/copies/fingerprint.h"

namespace rapporteur::copies {

struct Comparison {
  std::uint32_t kept = 0;           // words that stand in both, in the same order
  double containment = 0;           // kept / words of the shorter: 0..1
  std::uint32_t kept_figures = 0;   // words with digits among the kept
  std::uint32_t kept_names = 0;     // words with a capital letter among the kept
  std::uint32_t other_figures = 0;  // places where another figure stands; a year counts twice
  std::uint32_t other_names = 0;    // different replacements of a name by one that is not like it

  friend bool operator==(const Comparison&, const Comparison&) = default;
};

// The limits stand in comparison.cpp with what they were chosen on.
[[nodiscard]] bool are_copies(const Comparison& c);

// Symmetric, pure and thread-safe. Cost: O(n log n) in the words at worst, O(n) for copies.
Comparison compare(const Fingerprint& a, const Fingerprint& b);

// A quick look before that: false where the sketches have too little in common. Symmetric.
[[nodiscard]] bool may_be_copies(const Glance& a, const Glance& b);

}  // namespace rapporteur::copies
