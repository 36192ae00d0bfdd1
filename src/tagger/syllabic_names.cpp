// Names of two syllables joined by a hyphen behind a family name: "Ban Ki-moon", "Lee Cheuk-yan".
#include <algorithm>

#include "work.h"

namespace rapporteur::tagger {

namespace {

constexpr std::size_t kLongestSyllable = 6;  // bytes of "hyeong"

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// One syllable as Korean and Chinese names are written in Latin letters: "jae", "kwok", "hyun".
bool is_syllable(std::string_view lower) {
  if (lower.empty() || lower.size() > kLongestSyllable) return false;
  if (lower == "tsz" || lower == "sz" || lower == "ng") return true;
  std::size_t onset = 0;
  while (onset < lower.size() && !is_vowel(lower[onset])) ++onset;
  std::size_t rhyme = onset;
  while (rhyme < lower.size() && is_vowel(lower[rhyme])) ++rhyme;
  if (onset > 3 || rhyme == onset) return false;
  const std::string_view coda = lower.substr(rhyme);
  constexpr std::string_view kCodas[] = {"",  "n", "ng", "m", "k", "p",
                                         "t", "l", "h",  "r", "w", "wn"};
  return std::find(std::begin(kCodas), std::end(kCodas), coda) != std::end(kCodas);
}

}  // namespace

void Work::claim_syllabic() {
  constexpr std::uint32_t kTokens = 4;  // family, syllable, hyphen, syllable
  for (std::uint32_t t = 0; t + kTokens <= doc_.size(); ++t) {
    const TokenRange r{t, t + kTokens};
    if (!is_syllabic(r) || !free(r)) continue;
    claim(r, Label::person, npos);
    t = r.end - 1;
  }
}

// REQUIRES: four tokens.
bool Work::is_syllabic(TokenRange r) const {
  const std::uint32_t hyphen = r.begin + 2, last = r.begin + 3;
  if (doc_.lower(hyphen) != "-" || doc_.space_before(hyphen) || doc_.space_before(last)) {
    return false;
  }
  if (!doc_.is_capital(r.begin) || !doc_.is_capital(r.begin + 1)) return false;
  if ((bits(r.begin) & catalogue::kFamilyFirst) == 0) return false;
  if (is_common(r.begin) && is_common(r.begin + 1)) return false;  // "Long Run-up"
  return is_syllable(doc_.lower(r.begin + 1)) && is_syllable(doc_.lower(last));
}

}  // namespace rapporteur::tagger
