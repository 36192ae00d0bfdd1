#include "words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace rapporteur::copies {
namespace {

// What a character is to a word.
enum Part : std::uint8_t { kApart, kLower, kUpper, kDigit, kApostrophe, kBeyondAscii };

constexpr std::array<Part, 256> make_parts() {
  std::array<Part, 256> out{};
  for (int c = 'a'; c <= 'z'; ++c) out[c] = kLower;
  for (int c = 'A'; c <= 'Z'; ++c) out[c] = kUpper;
  for (int c = '0'; c <= '9'; ++c) out[c] = kDigit;
  out['\''] = kApostrophe;
  for (int c = 0x80; c < 0x100; ++c) out[c] = kBeyondAscii;
  return out;
}
constexpr std::array<Part, 256> kParts = make_parts();

constexpr UChar32 kRightQuote = 0x2019;

// Scripts without spaces between words: Thai and Lao, Burmese, Khmer, Han with kana.
struct Range {
  UChar32 first;
  UChar32 last;
};
constexpr Range kUnspaced[] = {{0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF},
                               {0x2E80, 0xA4CF}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}};

bool is_unspaced(UChar32 c) {
  if (c < kUnspaced[0].first) return false;
  for (const Range& r : kUnspaced) {
    if (c >= r.first && c <= r.last) return true;
  }
  return false;
}

// Gathers characters into words.
class WordMaker {
 public:
  explicit WordMaker(std::vector<Word>& out) : out_(out) {}

  void add(std::uint32_t code) {
    hash_ = (hash_ ^ code) * kPrime;
    ++size_;
  }
  void letter(std::uint32_t lower, bool is_upper) {
    if (is_upper && size_ == 0) traits_ |= Word::kCapital;
    traits_ |= 1U << (lower % 26);
    add(lower);
  }
  void digit(std::uint32_t code) {
    traits_ |= Word::kNumeral;
    value_ = value_ * 10 + (code - '0');
    ++digits_;
    add(code);
  }
  // Most words are nothing but these; the loop stays in registers. Returns what it took.
  std::size_t lower_run(const std::uint8_t* bytes, std::size_t size) {
    std::uint64_t hash = hash_;
    std::uint32_t traits = traits_;
    std::size_t i = 0;
    for (; i < size && kParts[bytes[i]] == kLower; ++i) {
      hash = (hash ^ bytes[i]) * kPrime;
      traits |= 1U << (bytes[i] % 26U);
    }
    hash_ = hash;
    traits_ = traits;
    size_ += static_cast<std::uint32_t>(i);
    return i;
  }
  void end() {
    if (size_ == 0) return;
    const bool is_year = digits_ == 4 && size_ == 4 && value_ >= 1900 && value_ < 2100;
    if (is_year) traits_ |= Word::kYear;
    out_.push_back({static_cast<std::uint32_t>(hash_ ^ (hash_ >> 32)), traits_});
    hash_ = kStart;
    traits_ = size_ = digits_ = value_ = 0;
  }

 private:
  // FNV-1a
  static constexpr std::uint64_t kStart = 0xcbf29ce484222325U;
  static constexpr std::uint64_t kPrime = 0x100000001b3U;
  std::vector<Word>& out_;
  std::uint64_t hash_ = kStart;
  std::uint32_t traits_ = 0;
  std::uint32_t size_ = 0;
  std::uint32_t digits_ = 0;
  std::uint32_t value_ = 0;
};

void add_beyond_ascii(UChar32 c, WordMaker& word) {
  if (c < 0 || (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) == 0) {
    if (c != kRightQuote) word.end();
    return;
  }
  if (is_unspaced(c)) {
    word.end();
    word.letter(static_cast<std::uint32_t>(c), false);
    word.end();
  } else if (const std::int32_t digit = u_charDigitValue(c); digit >= 0) {
    word.digit('0' + static_cast<std::uint32_t>(digit));
  } else {
    const UChar32 lower = u_tolower(c);
    word.letter(static_cast<std::uint32_t>(lower), lower != c);
  }
}

}  // namespace

void append_words(std::string_view text, std::vector<Word>& out) {
  WordMaker word(out);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  for (std::size_t i = 0; i < size;) {
    const std::uint8_t byte = bytes[i];
    switch (kParts[byte]) {
      case kLower:
        i += word.lower_run(bytes + i, size - i);
        continue;
      case kUpper:
        word.letter(byte | 0x20U, true);
        break;
      case kDigit:
        word.digit(byte);
        break;
      case kApostrophe:
        break;
      case kApart:
        word.end();
        break;
      case kBeyondAscii: {
        UChar32 c = 0;
        U8_NEXT(bytes, i, size, c);
        add_beyond_ascii(c, word);
        continue;
      }
    }
    ++i;
  }
  word.end();
}

}  // namespace rapporteur::copies
