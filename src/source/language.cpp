#include "language.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace rapporteur::source {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kBytes = 16 * 1024;
constexpr std::size_t kFewestWords = 8;
// In English prose these ten are a quarter of all words; lists of names press that down.
constexpr std::array kCommonest = {"a"sv,  "and"sv, "by"sv,  "for"sv, "in"sv,
                                   "of"sv, "on"sv,  "the"sv, "to"sv,  "with"sv};
constexpr double kShare = 0.12;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
}

bool is_common(std::string_view word) {
  if (word.size() > 4) return false;
  std::array<char, 4> lower{};
  std::transform(word.begin(), word.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::binary_search(kCommonest.begin(), kCommonest.end(),
                            std::string_view(lower.data(), word.size()));
}

}  // namespace

std::string language_of(std::string_view text) {
  text = text.substr(0, kBytes);
  std::size_t words = 0;
  std::size_t common = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > i) {
      ++words;
      common += is_common(text.substr(i, end - i)) ? 1 : 0;
    }
    i = std::max(end, i + 1);
  }
  const bool english =
      words >= kFewestWords && static_cast<double>(common) >= kShare * static_cast<double>(words);
  return english ? "en" : "";
}

}  // namespace rapporteur::source
