// Words of protocols and tables: ASCII, mostly without regard to case.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace rapporteur::source {

inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string lower(std::string_view words) {
  std::string out(words);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
  return out;
}

// As lower(), of the first `count` bytes alone: enough to tell how a long text begins.
inline std::string lower_start(std::string_view words, std::size_t count) {
  return lower(words.substr(0, count));
}

inline bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

// Without blanks, tabs and line ends around it.
inline std::string_view trimmed(std::string_view words) {
  const std::size_t begin = words.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return words.substr(begin, words.find_last_not_of(" \t\r\n") - begin + 1);
}

// One of `words`, which are separated by single spaces, is `word`.
inline bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t cut = words.find(' ');
    if (words.substr(0, cut) == word) return true;
    if (cut == std::string_view::npos) return false;
    words.remove_prefix(cut + 1);
  }
  return false;
}

}  // namespace rapporteur::source
