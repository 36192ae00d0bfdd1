#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "feed.h"
#include "rapporteur/source/found.h"
#include "words.h"

namespace rapporteur::source {

namespace {

std::optional<int> number(std::string_view word) {
  int value = 0;
  const auto read = std::from_chars(word.data(), word.data() + word.size(), value);
  if (read.ec != std::errc() || read.ptr != word.data() + word.size()) return std::nullopt;
  return value;
}

// 1 to 12 for "Aug", "August", "aug."; 0 for anything else.
int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() < 3) return 0;
  const std::string start = lower(word.substr(0, 3));
  const auto found = std::find(kMonths.begin(), kMonths.end(), start);
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

std::vector<std::string_view> words_in(std::string_view words) {
  std::vector<std::string_view> out;
  while (!(words = trimmed(words)).empty()) {
    const std::size_t end = std::min(words.find_first_of(" \t,-"), words.size());
    if (end > 0) out.push_back(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return out;
}

std::string two(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::string day_of_feed_date(std::string_view words) {
  words = trimmed(words).substr(0, 64);
  if (const Result<std::string> iso = parse_date(words)) return *iso;
  const std::vector<std::string_view> parts = words_in(words);
  for (std::size_t i = 0; i + 2 < parts.size() && i < 2;
       ++i) {  // the day of the week may be absent
    const std::optional<int> day = number(parts[i]);
    const int month = month_of(parts[i + 1]);
    std::optional<int> year = number(parts[i + 2]);
    if (!day || month == 0 || !year) continue;
    if (parts[i + 2].size() == 2) year = *year + (*year < 50 ? 2000 : 1900);  // RFC 2822, 4.3
    const Result<std::string> date =
        parse_date(std::to_string(*year) + "-" + two(month) + "-" + two(*day));
    return date ? *date : "";
  }
  return "";
}

}  // namespace rapporteur::source
