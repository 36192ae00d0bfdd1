// Numbers out of words: fast mixing, the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>

#include "rapporteur/copies/fingerprint.h"

namespace rapporteur::copies {

// Source: the finaliser of SplitMix64 (Steele, Lea, Flood, 2014).
inline std::uint64_t mix(std::uint64_t v) {
  v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9U;
  v = (v ^ (v >> 27)) * 0x94d049bb133111ebU;
  return v ^ (v >> 31);
}

// Of the kShingle words from `first`.
inline std::uint64_t shingle_at(const Word* first) {
  static_assert(kShingle == 3);
  return mix(first[0].hash * 0x9e3779b97f4a7c15U + first[1].hash * 0xc2b2ae3d27d4eb4fU +
             first[2].hash * 0x165667b19e3779f9U);
}

// The same, shorter and cheaper: for tables of two texts or of one group.
inline std::uint32_t short_shingle_at(const Word* first) {
  const std::uint32_t sum =
      first[0].hash * 0x9e3779b1U + first[1].hash * 0x85ebca77U + first[2].hash * 0xc2b2ae3dU;
  return sum ^ (sum >> 15);
}

inline std::size_t shingles_of(std::size_t words) {
  return words < kShingle ? 0 : words - kShingle + 1;
}

}  // namespace rapporteur::copies
