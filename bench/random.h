// Numbers that look random and are the same on every machine.
// Source: SplitMix64 (Steele, Lea, Flood, 2014).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace rapporteur::bench {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t v = state_ += 0x9e3779b97f4a7c15U;
    v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9U;
    v = (v ^ (v >> 27)) * 0x94d049bb133111ebU;
    return v ^ (v >> 31);
  }
  // 0 .. size-1. REQUIRES: size > 0.
  std::size_t below(std::size_t size) { return next() % size; }
  int between(int low, int high) { return low + static_cast<int>(below(high - low + 1)); }
  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
  template <class T>
  const T& pick(std::span<const T> of) {
    return of[below(of.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace rapporteur::bench
