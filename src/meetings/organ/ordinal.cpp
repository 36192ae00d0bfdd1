#include "organ/ordinal.h"

#include <array>
#include <string>
#include <string_view>

namespace rapporteur::meetings {

namespace {

using namespace std::string_view_literals;

constexpr std::array kUnits = {"first"sv,       "second"sv,     "third"sv,     "fourth"sv,
                               "fifth"sv,       "sixth"sv,      "seventh"sv,   "eighth"sv,
                               "ninth"sv,       "tenth"sv,      "eleventh"sv,  "twelfth"sv,
                               "thirteenth"sv,  "fourteenth"sv, "fifteenth"sv, "sixteenth"sv,
                               "seventeenth"sv, "eighteenth"sv, "nineteenth"sv};
constexpr std::array kTens = {"twent"sv, "thirt"sv,  "fort"sv,  "fift"sv,
                              "sixt"sv,  "sevent"sv, "eight"sv, "ninet"sv};

// "twentieth" -> 20, "twenty" -> 20; 0: neither.
int tens_of(std::string_view word, std::string_view tail) {
  for (std::size_t i = 0; i < kTens.size(); ++i) {
    if (word.size() == kTens[i].size() + tail.size() && word.starts_with(kTens[i]) &&
        word.ends_with(tail)) {
      return static_cast<int>(20 + 10 * i);
    }
  }
  return 0;
}

int unit_of(std::string_view word) {
  for (std::size_t i = 0; i < kUnits.size(); ++i) {
    if (word == kUnits[i]) return static_cast<int>(i + 1);
  }
  return 0;
}

// "17th" and the like; 0: none.
int digits_of(std::string_view word) {
  int value = 0;
  std::size_t i = 0;
  while (i < word.size() && i < 4 && word[i] >= '0' && word[i] <= '9') {
    value = 10 * value + (word[i++] - '0');
  }
  const std::string_view tail = word.substr(i);
  const bool ordinal = i > 0 && (tail == "th" || tail == "st" || tail == "nd" || tail == "rd");
  return ordinal ? value : 0;
}

// "6 |th|" at `last`, as pages break it; 0: no such number.
int parted_digits(const text::Document& doc, std::uint32_t last, std::uint32_t first) {
  const std::string_view tail = doc.lower(last);
  const bool ordinal = tail == "th" || tail == "st" || tail == "nd" || tail == "rd";
  if (!ordinal || last <= first || doc.shape(last - 1) != text::Shape::number) return 0;
  return digits_of(std::string(doc.word(last - 1)) + std::string(tail));
}

int roman_digit(char c) {
  switch (c) {
    case 'I':
      return 1;
    case 'V':
      return 5;
    case 'X':
      return 10;
    case 'L':
      return 50;
    case 'C':
      return 100;
    default:
      return 0;
  }
}

// Two letters and more, so that "I" and "C" stay words.
int roman_of(std::string_view word) {
  if (word.size() < 2) return 0;
  int value = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const int digit = roman_digit(word[i]);
    if (digit == 0) return 0;
    const int next = i + 1 < word.size() ? roman_digit(word[i + 1]) : 0;
    // Only I before V and X, X before L and C, go back: "IC" is a name.
    if (digit < next && (digit * 10 < next || (digit != 1 && digit != 10))) return 0;
    value += digit < next ? -digit : digit;
  }
  return value;
}

// "1,200th" at `last`, whose last three figures are `value`; 0: no thousands before them.
Ordinal with_thousands(const text::Document& doc, std::uint32_t last, std::uint32_t first,
                       int value) {
  constexpr std::size_t kFigures = 5;  // "200th"
  const bool parted = last >= first + 2 && doc.word(last).size() == kFigures &&
                      doc.lower(last - 1) == "," && !doc.space_before(last) &&
                      !doc.space_before(last - 1);
  const std::string_view front = parted ? doc.word(last - 2) : std::string_view();
  if (front.size() != 1 || front[0] < '1' || front[0] > '9') return {};
  return {1000 * (front[0] - '0') + value, {last - 2, last + 1}};
}

// The hundreds at `hundred`, with the word that counts them ("|two hundred|th"); one where none
// does.
Ordinal hundreds_at(const text::Document& doc, std::uint32_t hundred, std::uint32_t first) {
  static constexpr std::array kCounts = {"one"sv, "two"sv, "three"sv, "four"sv, "five"sv};
  std::uint32_t at = hundred;
  if (at > first && doc.lower(at - 1) == "-") --at;
  for (std::size_t i = 0; at > first && i < kCounts.size(); ++i) {
    if (doc.lower(at - 1) == kCounts[i]) return {static_cast<int>(100 * (i + 1)), {at - 1, at}};
  }
  return {100, {hundred, hundred + 1}};
}

// "one hundred and |twelfth|": the number with the hundreds that stand before it.
Ordinal with_hundreds(const text::Document& doc, Ordinal o, std::uint32_t first) {
  std::uint32_t at = o.tokens.begin;
  const auto skip = [&](std::string_view word) {
    if (at > first && doc.lower(at - 1) == word) --at;
  };
  skip("-");
  skip("and");
  skip("-");
  if (at <= first || doc.lower(at - 1) != "hundred") return o;
  const Ordinal hundreds = hundreds_at(doc, at - 1, first);
  return {hundreds.value + o.value, {hundreds.tokens.begin, o.tokens.end}};
}

}  // namespace

Ordinal ordinal_before(const text::Document& doc, std::uint32_t end, std::uint32_t first) {
  if (end <= first) return {};
  // "the 10th |anniversary| meeting", "the 21st |century|": numbers of years.
  const std::string_view next = end < doc.size() ? doc.lower(end) : std::string_view();
  if (next == "anniversary" || next == "birthday" || next == "century") return {};
  const std::uint32_t last = end - 1;
  // "twenty fourth (24th)"
  if (doc.lower(last) == ")" && last >= first + 2) {
    if (const int value = digits_of(doc.lower(last - 1)); value > 0) {
      const Ordinal words = ordinal_before(doc, last - 2, first);
      return {value, {words.value == value ? words.tokens.begin : last - 2, end}};
    }
    return {};
  }
  const std::string_view word = doc.lower(last);
  // "the 5th |"|Ulaanbaatar Dialogue"": the name alone stands in quotes
  const bool quote = word == "\"" || word == "\u201c" || word == "\u00ab";
  if (quote && last > first && end < doc.size() && doc.is_capital(end)) {
    const Ordinal number = ordinal_before(doc, last, last - 1);
    if (number.value > 0) return {number.value, {number.tokens.begin, end}};
    return {};
  }
  if (const int value = digits_of(word); value > 0) {
    if (const Ordinal large = with_thousands(doc, last, first, value); large.value > 0)
      return large;
    return {value, {last, end}};
  }
  if (const int value = parted_digits(doc, last, first); value > 0) return {value, {last - 1, end}};
  if (word == "hundredth") {
    const Ordinal hundreds = hundreds_at(doc, last, first);
    return {hundreds.value, {hundreds.tokens.begin, end}};
  }
  if (const int value = tens_of(word, "ieth"); value > 0) {
    return with_hundreds(doc, {value, {last, end}}, first);
  }
  if (const int unit = unit_of(word); unit > 0) {
    std::uint32_t before = last;
    if (before > first && doc.lower(before - 1) == "-") --before;
    if (unit < 10 && before > first) {
      if (const int tens = tens_of(doc.lower(before - 1), "y"); tens > 0) {
        return with_hundreds(doc, {tens + unit, {before - 1, end}}, first);
      }
    }
    return with_hundreds(doc, {unit, {last, end}}, first);
  }
  if (doc.shape(last) == text::Shape::upper) {
    const std::string_view before = last > first ? doc.lower(last - 1) : std::string_view();
    const bool part = before == "article" || before == "annex" || before == "chapter" ||
                      before == "title" || before == "phase" || before == "part" ||
                      before == "section" || before == "appendix" || before == "protocol";
    if (const int value = roman_of(doc.word(last)); value > 0 && !part) {
      return {value, {last, end}};
    }
  }
  return {};
}

}  // namespace rapporteur::meetings
