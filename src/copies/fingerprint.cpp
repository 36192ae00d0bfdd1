#include "rapporteur/copies/fingerprint.h"

#include <algorithm>
#include <limits>

#include "hash.h"
#include "words.h"

namespace rapporteur::copies {
namespace {

constexpr std::uint32_t kEmpty = std::numeric_limits<std::uint32_t>::max();

// The slot of a shingle among `slots`, by its upper half; its value is the lower half.
std::size_t slot_of(std::uint64_t shingle, std::size_t slots) {
  return ((shingle >> 32) * slots) >> 32;
}

void enter(std::uint64_t shingle, std::uint32_t* sketch, std::size_t slots) {
  std::uint32_t& slot = sketch[slot_of(shingle, slots)];
  slot = std::min({slot, static_cast<std::uint32_t>(shingle), kEmpty - 1});
}

// Empty slots borrow from others, in an order that is the same for all texts, so that two texts
// that agree in the lender agree in the borrower as well. REQUIRES: a slot that is not empty.
void fill(std::uint32_t* sketch, std::size_t slots) {
  std::array<bool, kSlots> was_empty{};
  for (std::size_t i = 0; i < slots; ++i) was_empty[i] = sketch[i] == kEmpty;
  for (std::size_t i = 0; i < slots; ++i) {
    if (!was_empty[i]) continue;
    std::uint64_t step = 0;
    std::size_t lender = i;
    while (was_empty[lender]) lender = slot_of(mix((i + 1) << 32 | ++step), slots);
    sketch[i] = sketch[lender];
  }
}

void enter_facts(const Word& word, std::array<std::uint32_t, 4>& facts) {
  const std::uint64_t a = mix(word.hash);
  const std::uint64_t b = mix(word.hash + 0x9e3779b97f4a7c15U);
  const std::uint32_t four[] = {static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(a >> 32),
                                static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(b >> 32)};
  for (std::size_t i = 0; i < facts.size(); ++i) facts[i] = std::min(facts[i], four[i]);
}

using Sketch = std::array<std::uint32_t, kSlots + kLeadSlots>;

Sketch sketch_of(const std::vector<Word>& words) {
  Sketch out;
  out.fill(kEmpty);
  for (std::size_t i = 0; i < shingles_of(words.size()); ++i) {
    const std::uint64_t shingle = shingle_at(&words[i]);
    enter(shingle, out.data(), kSlots);
    if (i < kLeadWords) enter(shingle, out.data() + kSlots, kLeadSlots);
  }
  fill(out.data(), kSlots);
  fill(out.data() + kSlots, kLeadSlots);
  return out;
}

std::array<std::uint32_t, kBands> bands_of(const Sketch& sketch) {
  std::array<std::uint32_t, kBands> out{};
  const std::uint32_t* slot = sketch.data();
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t key = band;
    const std::size_t rows = band < kSlots / kRows ? kRows : kLeadRows;
    for (std::size_t row = 0; row < rows; ++row) key = mix(key * 0x9e3779b97f4a7c15U + *slot++);
    out[band] = static_cast<std::uint32_t>(key >> 32);
  }
  return out;
}

Glance glance_of(const Sketch& sketch) {
  Glance out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint8_t>(sketch[i]);
  return out;
}

}  // namespace

Fingerprint fingerprint_of(std::string_view text) {
  Fingerprint f;
  f.words.reserve(text.size() / 6 + 8);
  append_words(text, f.words);
  f.words.shrink_to_fit();
  f.facts.fill(kEmpty);
  std::uint64_t digest = f.words.size();
  for (std::size_t i = 0; i < f.words.size(); ++i) {
    const Word& word = f.words[i];
    digest = mix(digest ^ word.hash) + i;
    const bool is_fact = (word.traits & (Word::kNumeral | Word::kCapital)) != 0;
    if (is_fact && i < kLeadWords) enter_facts(word, f.facts);
  }
  f.digest = digest;
  if (!f.has_sketch()) return f;
  const Sketch sketch = sketch_of(f.words);
  f.bands = bands_of(sketch);
  f.glance = glance_of(sketch);
  return f;
}

}  // namespace rapporteur::copies
