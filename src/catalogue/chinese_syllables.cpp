#include "chinese_syllables.h"

#include <algorithm>
#include <cstdint>

#include "rows.h"

namespace rapporteur::catalogue {
namespace {

constexpr std::size_t kLongestSyllable = 6;
constexpr std::size_t kLongestWord = 24;
constexpr std::size_t kMostReadings = 8;

}  // namespace

Result<void> ChineseSyllables::load(const Pack& pack) {
  return for_each_row(pack, "names/chinese_syllables", [&](const Row& row) -> Result<void> {
    if (row["pinyin"].empty() || row["wade"].empty()) return row.error("a spelling is missing");
    pinyin_.emplace(row["pinyin"]);
    wade_[std::string(row["wade"])].emplace_back(row["pinyin"]);
    return {};
  });
}

bool ChineseSyllables::is_made_of(std::string_view word, const IsSyllable& is_syllable) {
  if (word.empty() || word.size() > kLongestWord) return false;
  std::uint32_t ends = 1;  // bits: where a syllable may begin
  for (std::size_t at = 0; at < word.size(); ++at) {
    if ((ends >> at & 1U) == 0) continue;
    for (std::size_t size = 1; size <= kLongestSyllable && at + size <= word.size(); ++size) {
      if (is_syllable(word.substr(at, size))) ends |= 1U << (at + size);
    }
  }
  return (ends >> word.size() & 1U) != 0;
}

// Inside a word an apostrophe keeps a vowel from the syllable before: "Chiang" is no "Chi'ang".
bool ChineseSyllables::is_pinyin(std::string_view word) const {
  return is_made_of(word, [&](std::string_view s) {
    const bool opens_with_vowel = s.front() == 'a' || s.front() == 'e' || s.front() == 'o';
    if (opens_with_vowel && s.data() != word.data()) return false;
    return pinyin_.contains(std::string(s));
  });
}

bool ChineseSyllables::is_wade(std::string_view word) const {
  return is_made_of(word, [&](std::string_view s) { return wade_.contains(std::string(s)); });
}

std::vector<std::string> ChineseSyllables::readings(std::string_view wade) const {
  std::vector<std::string> found;
  std::string so_far;
  read_on(wade, so_far, found);
  return found;
}

void ChineseSyllables::read_on(std::string_view rest, std::string& so_far,
                               std::vector<std::string>& out) const {
  if (out.size() >= kMostReadings) return;
  if (rest.empty()) return out.push_back(so_far);
  for (std::size_t size = std::min(kLongestSyllable, rest.size()); size > 0; --size) {
    const auto known = wade_.find(std::string(rest.substr(0, size)));
    if (known == wade_.end()) continue;
    for (const std::string& pinyin : known->second) {
      so_far += pinyin;
      read_on(rest.substr(size), so_far, out);
      so_far.resize(so_far.size() - pinyin.size());
    }
  }
}

}  // namespace rapporteur::catalogue
