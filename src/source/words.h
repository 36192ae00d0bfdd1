// Lists of words in one string, as tables of this layer hold them.
#pragma once

#include <string_view>

namespace rapporteur::source {

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
