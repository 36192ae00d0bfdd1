// The shape of single English words.
#pragma once

#include <string_view>

namespace rapporteur::meetings {

// `word` ends in `tail` and has more than two letters before it.
inline bool ends_with(std::string_view word, std::string_view tail) {
  return word.size() > tail.size() + 2 && word.substr(word.size() - tail.size()) == tail;
}

// "meeting", "discussing"; not "bring".
inline bool is_gerund(std::string_view word) { return ends_with(word, "ing") && word.size() > 5; }

// A form of "be".
inline bool is_be(std::string_view word) {
  return word == "was" || word == "were" || word == "is" || word == "are" || word == "be" ||
         word == "been" || word == "being";
}

}  // namespace rapporteur::meetings
