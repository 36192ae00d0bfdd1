// The weights of features for labels: a hash table that is mapped, not built.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "features.h"
#include "sequence.h"

namespace rapporteur::tagger {

// A feature lies in the first slot from its home on that bears its mark, at most kProbes slots
// behind it; an empty slot ends the search.
class Weights {
 public:
  using Row = std::int8_t[kNamed];
  static constexpr std::uint32_t kProbes = 16;

  Weights() = default;
  // REQUIRES: as many rows and marks as slots, a power of two; they outlive *this.
  Weights(const Row* rows, const std::uint16_t* marks, std::uint32_t slots)
      : rows_(rows), marks_(marks), slots_(slots) {}

  static constexpr std::uint32_t home_of(Feature feature, std::uint32_t slots) {
    return feature & (slots - 1);
  }
  // Of the bits that the home leaves; never 0, which marks an empty slot.
  static constexpr std::uint16_t mark_of(Feature feature) {
    const auto mark = static_cast<std::uint16_t>(feature >> 16);
    return mark == 0 ? 1 : mark;
  }

  // Asks for the memory that `find` needs.
  void expect(Feature feature) const { __builtin_prefetch(&marks_[home_of(feature, slots_)]); }
  struct Found {
    const Row* row;  // any, where none is known: to ask for the memory at null is slow
    bool known;
  };
  [[nodiscard]] Found find(Feature feature) const {
    const std::uint16_t mark = mark_of(feature);
    std::uint32_t slot = home_of(feature, slots_);
    for (std::uint32_t probe = 0; probe < kProbes && marks_[slot] != 0; ++probe) {
      if (marks_[slot] == mark) return {&rows_[slot], true};
      slot = (slot + 1) & (slots_ - 1);
    }
    return {rows_, false};
  }

 private:
  const Row* rows_ = nullptr;
  const std::uint16_t* marks_ = nullptr;
  std::uint32_t slots_ = 0;
};

// Sums of weights, one for each label but "outside". Some hundred features cannot overflow them,
// and on the way they may, as they count modulo 2^16.
class Sums {
 public:
  void add(const Weights::Row& row) {
    const Pairs pairs = pairs_of(row);
    even_ += even_of(pairs);
    odd_ += odd_of(pairs);
  }
  void take(const Weights::Row& row) {
    const Pairs pairs = pairs_of(row);
    even_ -= even_of(pairs);
    odd_ -= odd_of(pairs);
  }
  void add(const Sums& other) {
    even_ += other.even_;
    odd_ += other.odd_;
  }
  // g++ 12 under the sanitizers takes a wrong element of a vector by a number known at run time.
  [[nodiscard]] std::int16_t of(std::size_t label) const {
    std::array<std::int16_t, kNamed / 2> sums;
    static_assert(sizeof sums == sizeof(Pairs));
    std::memcpy(sums.data(), label % 2 == 0 ? &even_ : &odd_, sizeof sums);
    return sums[label / 2];
  }

 private:
  // A processor takes the weights in pairs, of an even label and of the odd one behind it.
  using Pairs [[gnu::vector_size(kNamed)]] = std::uint16_t;
  using SignedPairs [[gnu::vector_size(kNamed)]] = std::int16_t;
  static Pairs pairs_of(const Weights::Row& row) {
    Pairs pairs;
    std::memcpy(&pairs, &row, sizeof pairs);
    return pairs;
  }
  static Pairs odd_of(Pairs pairs) {
    return std::bit_cast<Pairs>(std::bit_cast<SignedPairs>(pairs) >> 8);
  }
  static Pairs even_of(Pairs pairs) { return odd_of(pairs << 8); }

  Pairs even_{}, odd_{};
};

}  // namespace rapporteur::tagger
