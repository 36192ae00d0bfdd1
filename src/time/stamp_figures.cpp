#include "stamp_figures.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "calendar.h"

namespace rapporteur::time {

namespace {

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// The figures from `at`, one or two; moves `at` behind them. -1 if there are none or more.
int one_or_two(std::string_view text, std::size_t& at) {
  if (!is_digit(text, at)) return -1;
  int value = text[at++] - '0';
  if (is_digit(text, at)) value = 10 * value + (text[at++] - '0');
  return is_digit(text, at) ? -1 : value;
}

}  // namespace

std::string date_at(std::string_view text, std::size_t at) {
  if (!is_digit(text, at) || (at > 0 && is_digit(text, at - 1))) return {};
  const int year = digits_at(text, at, 4);
  if (year < 1970 || year > 2100) return {};
  std::size_t p = at + 4;
  const char sign = p < text.size() ? text[p] : '\0';
  const bool separated = sign == '/' || sign == '-' || sign == '_';
  if (separated) ++p;
  const auto part = [&](bool last) {
    const bool two = is_digit(text, p) && is_digit(text, p + 1);
    const int value = digits_at(text, p, two || !separated ? 2 : 1);
    p += two || !separated ? 2 : 1;
    if (!last && separated) {
      if (p >= text.size() || text[p] != sign) return -1;
      ++p;
    }
    return value;
  };
  const int month = part(false);
  const int day = month > 0 ? part(true) : -1;
  if (month < 1 || month > 12 || day < 1 || is_digit(text, p)) return {};
  return is_valid(year, month, day) ? day_edtf(year, month, day) : std::string();
}

std::vector<Stamp> lines_of_figures(std::string_view text, float score) {
  constexpr std::size_t kLength = 10;  // of "2022 06 07"
  std::vector<Stamp> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t stop = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, stop - begin);
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    if (line.size() == kLength && line[4] == ' ' && line[7] == ' ') {
      const int year = digits_at(line, 0, 4);
      const int month = digits_at(line, 5, 2);
      const int day = digits_at(line, 8, 2);
      if (year >= 1970 && year <= 2100 && is_valid(year, month, day)) {
        const auto from = static_cast<std::uint32_t>(begin);
        out.push_back({{from, from + static_cast<std::uint32_t>(kLength)},
                       day_edtf(year, month, day),
                       score,
                       "line of its own"});
      }
    }
    begin = stop + 1;
  }
  return out;
}

int year_in_figures(std::string_view text, int month, int day) {
  int found = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text, at) || (at > 0 && (is_digit(text, at - 1) || text[at - 1] == '/')))
      continue;
    std::size_t end = at;
    const int first = one_or_two(text, end);
    if (first < 0 || end >= text.size() || text[end] != '/') continue;
    ++end;
    const int second = one_or_two(text, end);
    if (second < 0 || end >= text.size() || text[end] != '/') continue;
    const int year = digits_at(text, end + 1, 4);
    if (year < 1970 || year > 2100 || is_digit(text, end + 5)) continue;
    const bool same = (first == month && second == day) || (first == day && second == month);
    if (!same || year == found) continue;
    if (found != 0) return 0;
    found = year;
  }
  return found;
}

}  // namespace rapporteur::time
