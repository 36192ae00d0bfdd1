// Fingerprint: what is kept of a text so that copies of it can be found and told from lookalikes.
//
//   "In Lima, 12 ministers met ..."
//    words    in lima 12 ministers met ...      all, in order: a hash and a few traits of each
//    shingles (in lima 12) (lima 12 ministers)  every three words that follow each other
//    sketch   the smallest shingle of each of 96 classes, and of 24 over the lead
//    bands    a few slots each: texts that share a band are worth comparing
//    glance   a byte of each slot: enough to pass over most of those
//
// The sketch itself is not kept.
//
// Source: A. Broder, "On the resemblance and containment of documents" (1997); one permutation
// with bins: Li, Owen, Zhang (2012); filling of empty bins: Shrivastava (2017).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rapporteur::copies {

// One word without letter case and punctuation. Equal words have equal hashes.
struct Word {
  std::uint32_t hash = 0;
  std::uint32_t traits = 0;

  static constexpr std::uint32_t kLetters = (1U << 26) - 1;  // which letters occur, modulo 26
  static constexpr std::uint32_t kYear = 1U << 29;           // "1995", "2031"
  static constexpr std::uint32_t kNumeral = 1U << 30;        // holds a digit: "13th", "2018"
  static constexpr std::uint32_t kCapital = 1U << 31;        // begins with a capital letter

  friend bool operator==(const Word& a, const Word& b) { return a.hash == b.hash; }
};

inline constexpr std::size_t kShingle = 3;      // words
inline constexpr std::size_t kSlots = 96;       // over the whole text
inline constexpr std::size_t kRows = 4;         // of them in a band
inline constexpr std::size_t kLeadSlots = 24;   // over the lead
inline constexpr std::size_t kLeadRows = 3;     // of them in a band
inline constexpr std::size_t kLeadWords = 128;  // a cut text keeps its lead
inline constexpr std::size_t kBands = kSlots / kRows + kLeadSlots / kLeadRows;

using Glance = std::array<std::uint8_t, kSlots + kLeadSlots>;

struct Fingerprint {
  std::vector<Word> words;
  // Texts with the same key in the same band may be copies. Without a shingle there are none.
  std::array<std::uint32_t, kBands> bands{};
  Glance glance{};
  std::uint64_t digest = 0;  // of the words: copies that differ in nothing else are exact
  std::array<std::uint32_t, 4> facts{};  // the smallest names and figures, four ways

  [[nodiscard]] bool has_sketch() const { return words.size() >= kShingle; }
};

// Total: any bytes give a Fingerprint. Pure and thread-safe.
// Cost: O(bytes); memory: 8 bytes a word and 0.3 KB.
Fingerprint fingerprint_of(std::string_view text);

}  // namespace rapporteur::copies
