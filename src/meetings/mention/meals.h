// Meals: the occasion of a meeting rather than another one.
#pragma once

#include <array>
#include <string_view>

#include "clause/word_list.h"

namespace rapporteur::meetings {

inline bool is_meal(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kMeals{
      "dinner", "lunch", "luncheon", "banquet", "breakfast", "supper", "iftar"};
  return is_one_of(word, kMeals);
}

}  // namespace rapporteur::meetings
