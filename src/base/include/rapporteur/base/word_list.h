// A word of a short list that stands in the code because grammar or a format closes it.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace rapporteur {

// Cost: O(words).
[[nodiscard]] inline bool is_one_of(std::string_view word,
                                    std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace rapporteur
