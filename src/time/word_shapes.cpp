#include "word_shapes.h"

#include <algorithm>

namespace rapporteur::time {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Figures figures_of(std::string_view word) {
  Figures out;
  while (out.count < word.size() && is_digit(word[out.count])) {
    if (out.count < 9) out.value = out.value * 10 + (word[out.count] - '0');
    ++out.count;
  }
  if (out.count > 9) out.value = -1;
  return out;
}

Item number_item(std::string_view word) {
  const Figures figures = figures_of(word);
  Item item;
  if (figures.count != word.size()) return item;  // digits of another script
  item.code = Code::number;
  item.digits = static_cast<std::uint8_t>(std::min<std::size_t>(figures.count, 255));
  item.value = figures.value;
  return item;
}

namespace {

bool is_ordinal_suffix(std::string_view suffix) {
  return suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
}

// "W33" of "2022-W33", "Q3" of a year in figures.
Item letter_and_figures(std::string_view word) {
  Item item;
  if (word.starts_with("fy")) {  // "FY2014", "FY14"
    const Figures year = figures_of(word.substr(2));
    if (year.count + 2 != word.size() || (year.count != 4 && year.count != 2)) return item;
    item.code = Code::number;
    item.digits = 4;
    item.value = year.count == 4 ? year.value : 2000 + year.value;
    return item;
  }
  const Figures figures = figures_of(word.substr(1));
  if (word[0] != 'w' || figures.count != 2 || word.size() != 3) return item;
  if (figures.value < 1 || figures.value > 53) return item;
  item.code = Code::week_number;
  item.value = figures.value;
  return item;
}

}  // namespace

// "17th", "1990s", "90s", "10am", "1Q", "18T10" (from "2022-08-18T10:00").
Item mixed_item(std::string_view word) {
  const Figures figures = figures_of(word);
  Item item;
  if (figures.count == 0) return word.size() < 2 ? item : letter_and_figures(word);
  if (figures.value < 0) return item;
  const std::string_view suffix = word.substr(figures.count);
  item.value = figures.value;
  item.digits = static_cast<std::uint8_t>(figures.count);
  if (is_ordinal_suffix(suffix) || suffix == "er" || suffix == "º" || suffix == "ª") {
    item.code = Code::ordinal;
  } else if (suffix == "s" && figures.count == 4 && figures.value % 10 == 0) {
    item.code = Code::decade;
  } else if (suffix == "s" && figures.count == 2 && figures.value % 10 == 0) {
    item.code = Code::decade;
    item.value = 1900 + figures.value;
  } else if (suffix == "am" || suffix == "pm" || suffix == "h" || suffix == "hrs") {
    item.code = Code::clock_time;
  } else if (suffix == "q" && figures.count == 1 && figures.value >= 1 && figures.value <= 4) {
    item.code = Code::quarter;
  } else if (suffix == "г" && figures.count == 4) {  // "12.06.2018г."
    item.code = Code::number;
  } else if (figures.count == 2 && suffix.size() == 3 && suffix[0] == 't') {
    item.code = Code::number;
    item.weak = true;
  }
  return item;
}

}  // namespace rapporteur::time
