#include "words.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace rapporteur::service::evaluation {

namespace {

using Words = std::vector<std::u32string>;

constexpr std::array<std::u32string_view, 41> kFillers = {
    U"the",   U"a",     U"an",        U"of",     U"on",      U"in",    U"at",     U"to",   U"for",
    U"and",   U"or",    U"its",       U"their",  U"his",     U"her",   U"by",     U"with", U"from",
    U"as",    U"is",    U"are",       U"was",    U"were",    U"be",    U"been",   U"will", U"would",
    U"that",  U"this",  U"these",     U"those",  U"between", U"among", U"within", U"into", U"over",
    U"under", U"about", U"including", U"issues", U"issue"};

// Longest first where one ends in another.
constexpr std::array<std::u32string_view, 12> kEndings = {
    U"isation", U"ization", U"ations", U"ation", U"ities", U"ity",
    U"ies",     U"ing",     U"ed",     U"es",    U"s",     U"ly"};
constexpr std::size_t kShortestStem = 4;

// They change whose office it is.
constexpr std::array<std::u32string_view, 7> kRanks = {
    U"deputy", U"vice", U"acting", U"former", U"assistant", U"interim", U"designate"};

template <class Range>
bool holds(const Range& range, std::u32string_view word) {
  return std::find(range.begin(), range.end(), word) != range.end();
}

icu::UnicodeString decomposed(std::string_view text) {
  const auto raw = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString out = U_SUCCESS(status) ? nfkd->normalize(raw, status) : raw;
  return out.toLower(icu::Locale::getRoot());
}

bool is_of_word(char32_t c) {
  constexpr std::uint32_t kMask = U_GC_L_MASK | U_GC_N_MASK;
  return c == U'_' || (U_MASK(u_charType(static_cast<UChar32>(c))) & kMask) != 0;
}

std::u32string stem(const std::u32string& word) {
  for (const std::u32string_view ending : kEndings) {
    if (word.ends_with(ending) && word.size() >= ending.size() + kShortestStem) {
      return word.substr(0, word.size() - ending.size());
    }
  }
  return word;
}

double token_f1(const Words& a, const Words& b) {
  if (a.empty() || b.empty()) return 0.0;
  Words rest = b;
  std::size_t hits = 0;
  for (const std::u32string& word : a) {
    const auto found = std::find(rest.begin(), rest.end(), word);
    if (found == rest.end()) continue;
    rest.erase(found);
    ++hits;
  }
  return 2.0 * static_cast<double>(hits) / static_cast<double>(a.size() + b.size());
}

std::set<std::u32string> ranks(const Words& words) {
  std::set<std::u32string> out;
  for (const std::u32string& word : words) {
    if (holds(kRanks, word)) out.insert(word);
  }
  return out;
}

// Equal, or long and of nearly one length with at most one letter that differs.
bool nearly_equal(const std::u32string& a, const std::u32string& b) {
  if (a == b) return true;
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter <= kShortestStem || longer - shorter > 1) return false;
  std::size_t differing = longer - shorter;
  for (std::size_t i = 0; i < shorter; ++i) differing += a[i] != b[i];
  return differing <= 1;
}

bool compatible(const std::u32string& a, const std::u32string& b) {
  return nearly_equal(a, b) || (a.size() == 1 && b.starts_with(a)) ||
         (b.size() == 1 && a.starts_with(b));
}

}  // namespace

std::vector<std::u32string> plain_words(std::string_view text) {
  const icu::UnicodeString folded = decomposed(text);
  Words out;
  bool inside = false;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(folded.char32At(i));
    if (u_getCombiningClass(static_cast<UChar32>(c)) != 0) continue;
    if (!is_of_word(c)) {
      inside = false;
      continue;
    }
    if (!std::exchange(inside, true)) out.emplace_back();
    out.back() += c;
  }
  return out;
}

std::vector<std::u32string> stems(std::string_view text) {
  Words out;
  for (const std::u32string& word : plain_words(text)) {
    if (!holds(kFillers, word)) out.push_back(stem(word));
  }
  return out;
}

std::string fold(std::string_view text) {
  icu::UnicodeString joined;
  for (const std::u32string& word : plain_words(text)) {
    if (!joined.isEmpty()) joined.append(u' ');
    for (const char32_t c : word) joined.append(static_cast<UChar32>(c));
  }
  std::string out;
  return joined.toUTF8String(out);
}

double token_f1(std::string_view a, std::string_view b) { return token_f1(stems(a), stems(b)); }

bool names_same(std::string_view a, std::string_view b, double floor) {
  const Words plain_a = plain_words(a);
  const Words plain_b = plain_words(b);
  if (ranks(plain_a) != ranks(plain_b)) return false;
  const Words stems_a = stems(a);
  const Words stems_b = stems(b);
  if (plain_a == plain_b || token_f1(stems_a, stems_b) >= floor) return true;
  std::set<std::u32string> fewer(stems_a.begin(), stems_a.end());
  std::set<std::u32string> more(stems_b.begin(), stems_b.end());
  if (more.size() < fewer.size()) fewer.swap(more);
  return fewer.size() >= 2 && std::includes(more.begin(), more.end(), fewer.begin(), fewer.end());
}

bool same_person(std::string_view name_a, std::string_view name_b) {
  Words longer = plain_words(name_a);
  Words shorter = plain_words(name_b);
  if (longer.empty() || shorter.empty()) return false;
  if (longer.size() < shorter.size()) longer.swap(shorter);
  if (std::is_permutation(longer.begin(), longer.end(), shorter.begin(), shorter.end())) {
    return true;
  }
  if (!nearly_equal(longer.back(), shorter.back()) &&
      !nearly_equal(longer.front(), shorter.back()) &&
      !nearly_equal(longer.front(), shorter.front())) {
    return false;
  }
  return std::all_of(shorter.begin(), shorter.end(), [&](const std::u32string& part) {
    return std::any_of(longer.begin(), longer.end(),
                       [&](const std::u32string& other) { return compatible(part, other); });
  });
}

}  // namespace rapporteur::service::evaluation
