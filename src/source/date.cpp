#include <array>
#include <optional>

#include "rapporteur/source/found.h"

namespace rapporteur::source {

namespace {

std::optional<int> digits(std::string_view words, std::size_t at, std::size_t count) {
  if (words.size() < at + count) return std::nullopt;
  int value = 0;
  for (const char c : words.substr(at, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool in_calendar(int year, int month, int day) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[static_cast<std::size_t>(month - 1)] + (leap && month == 2 ? 1 : 0);
}

bool all_digits(std::string_view words) {
  return words.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

Result<std::string> parse_date(std::string_view words) {
  const Error refused{
      ErrorCode::bad_data,
      "'" + std::string(words.substr(0, 40)) + "' is no date such as 2018-05-16, 2018-05 or 2018",
      ""};
  std::string day(words.substr(0, words.find_first_of("T ")));
  if (day.size() == 8 && all_digits(day)) day.insert(6, "-").insert(4, "-");
  const std::optional<int> year = digits(day, 0, 4);
  if (!year) return refused;
  if (day.size() == 4) return day;
  const std::optional<int> month = digits(day, 5, 2);
  if (day[4] != '-' || !month || !in_calendar(*year, *month, 1)) return refused;
  if (day.size() == 7) return day;
  const std::optional<int> date = digits(day, 8, 2);
  if (day.size() != 10 || day[7] != '-' || !date || !in_calendar(*year, *month, *date)) {
    return refused;
  }
  return day;
}

}  // namespace rapporteur::source
