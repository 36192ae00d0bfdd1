#include "rapporteur/copies/comparison.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "judge.h"

namespace rapporteur::copies {
namespace {

// Chosen on generated reports: docs/decisions/0034-copies-by-sketches-and-alignment.md.
constexpr double kContainment = 0.4;
constexpr std::uint32_t kFewestWords = 24;  // shorter texts are copies only if they are equal
// A correction or two are no other report; long texts may have more.
constexpr std::uint32_t kOtherFigures = 1;
constexpr std::uint32_t kFiguresPerOther = 20;
constexpr std::uint32_t kOtherNames = 2;
constexpr std::uint32_t kNamesPerOther = 40;

// Longer stretches are rewritten, not replaced word by word.
constexpr std::size_t kReplacedWords = 16;
// Letters in common of all letters of two spellings: "Zhaparov" and "Japarov" have 5 of 8.
constexpr int kAlikeNumerator = 3;
constexpr int kAlikeDenominator = 5;

constexpr int kAgreeingSlots = 18;
constexpr int kAgreeingLeadSlots = 9;

bool is_numeral(Word w) { return (w.traits & Word::kNumeral) != 0; }
bool is_year(Word w) { return (w.traits & Word::kYear) != 0; }
bool is_name(Word w) { return (w.traits & Word::kCapital) != 0 && !is_numeral(w); }

// Spellings of one name, as far as letters tell.
bool are_alike(Word a, Word b) {
  const std::uint32_t x = a.traits & Word::kLetters;
  const std::uint32_t y = b.traits & Word::kLetters;
  return std::popcount(x & y) * kAlikeDenominator >= std::popcount(x | y) * kAlikeNumerator;
}

bool has(std::span<const Word> words, Word w) {
  return std::find(words.begin(), words.end(), w) != words.end();
}

// The words of `from` of one sort that `other` lacks.
template <class Sort>
void only_of(std::span<const Word> from, std::span<const Word> other, Sort sort,
             std::vector<Word>& out) {
  out.clear();
  for (const Word w : from) {
    if (sort(w) && !has(other, w)) out.push_back(w);
  }
}

bool have_likes(const std::vector<Word>& a, const std::vector<Word>& b) {
  return std::any_of(a.begin(), a.end(), [&b](Word x) {
    return std::any_of(b.begin(), b.end(), [x](Word y) { return are_alike(x, y); });
  });
}

// One order for both ways of asking, also for texts that differ in capitals alone.
bool comes_first(const Fingerprint& a, const Fingerprint& b) {
  const auto key = [](const Fingerprint& f) { return std::tuple(f.words.size(), f.digest); };
  if (key(a) != key(b)) return key(a) < key(b);
  return std::lexicographical_compare(a.words.begin(), a.words.end(), b.words.begin(),
                                      b.words.end(),
                                      [](Word x, Word y) { return x.traits < y.traits; });
}

int agreeing(const std::uint8_t* a, const std::uint8_t* b, std::size_t size) {
  int count = 0;
  for (std::size_t i = 0; i < size; ++i) count += a[i] == b[i] ? 1 : 0;
  return count;
}

}  // namespace

void Judge::count_kept(std::span<const Word> words, Comparison& c) const {
  c.kept += static_cast<std::uint32_t>(words.size());
  for (const Word w : words) {
    if (is_numeral(w)) ++c.kept_figures;
    if (is_name(w)) ++c.kept_names;
  }
}

void Judge::weigh(std::span<const Word> a, std::span<const Word> b, Comparison& c) {
  if (a.empty() || b.empty() || a.size() > kReplacedWords || b.size() > kReplacedWords) return;
  only_of(a, b, is_numeral, only_a_);
  only_of(b, a, is_numeral, only_b_);
  if (!only_a_.empty() && !only_b_.empty()) {
    const bool year = std::any_of(only_a_.begin(), only_a_.end(), is_year) &&
                      std::any_of(only_b_.begin(), only_b_.end(), is_year);
    c.other_figures += year ? 2 : 1;
  }
  only_of(a, b, is_name, only_a_);
  only_of(b, a, is_name, only_b_);
  if (!only_a_.empty() && !only_b_.empty() && !have_likes(only_a_, only_b_)) {
    replaced_.emplace_back(only_a_.front().hash, only_b_.front().hash);
  }
}

Comparison Judge::compare(const Fingerprint& first, const Fingerprint& second) {
  const bool swapped = comes_first(second, first);
  const std::vector<Word>& a = (swapped ? second : first).words;
  const std::vector<Word>& b = (swapped ? first : second).words;
  Comparison c;
  replaced_.clear();
  const Block* last = nullptr;
  for (const Block& block : aligner_.align(a, b)) {
    count_kept({&a[block.a], block.size}, c);
    if (last != nullptr) {
      weigh({a.begin() + last->a + last->size, a.begin() + block.a},
            {b.begin() + last->b + last->size, b.begin() + block.b}, c);
    }
    last = &block;
  }
  std::sort(replaced_.begin(), replaced_.end());
  c.other_names = static_cast<std::uint32_t>(std::unique(replaced_.begin(), replaced_.end()) -
                                             replaced_.begin());
  c.containment = a.empty() ? 0 : static_cast<double>(c.kept) / static_cast<double>(a.size());
  return c;
}

Comparison compare(const Fingerprint& a, const Fingerprint& b) { return Judge().compare(a, b); }

bool are_copies(const Comparison& c) {
  return c.kept >= kFewestWords && c.containment >= kContainment &&
         c.other_figures <= kOtherFigures + c.kept_figures / kFiguresPerOther &&
         c.other_names <= kOtherNames + c.kept_names / kNamesPerOther;
}

bool may_be_copies(const Glance& a, const Glance& b) {
  return agreeing(a.data() + kSlots, b.data() + kSlots, kLeadSlots) >= kAgreeingLeadSlots ||
         agreeing(a.data(), b.data(), kSlots) >= kAgreeingSlots;
}

}  // namespace rapporteur::copies
