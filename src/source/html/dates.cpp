#include "dates.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "rapporteur/source/found.h"
#include "words.h"

namespace rapporteur::source::html {

namespace {

constexpr std::size_t kLookAt = 400;  // bytes of the words in which a day may stand

struct Month {
  std::string_view start;  // of its name in lower case
  int number;
};
// English, French, Spanish, Portuguese, Italian, German, Dutch, Russian.
constexpr std::array kMonths = {
    Month{"jan", 1},  Month{"ene", 1},  Month{"gen", 1},  Month{"янв", 1},  Month{"feb", 2},
    Month{"fév", 2},  Month{"fev", 2},  Month{"фев", 2},  Month{"mar", 3},  Month{"mär", 3},
    Month{"maa", 3},  Month{"мар", 3},  Month{"apr", 4},  Month{"avr", 4},  Month{"abr", 4},
    Month{"апр", 4},  Month{"may", 5},  Month{"mai", 5},  Month{"mag", 5},  Month{"mei", 5},
    Month{"мая", 5},  Month{"май", 5},  Month{"juin", 6}, Month{"jun", 6},  Month{"giu", 6},
    Month{"июн", 6},  Month{"juil", 7}, Month{"jul", 7},  Month{"lug", 7},  Month{"июл", 7},
    Month{"aug", 8},  Month{"aoû", 8},  Month{"aou", 8},  Month{"ago", 8},  Month{"авг", 8},
    Month{"sep", 9},  Month{"set", 9},  Month{"сен", 9},  Month{"oct", 10}, Month{"okt", 10},
    Month{"ott", 10}, Month{"out", 10}, Month{"окт", 10}, Month{"nov", 11}, Month{"ноя", 11},
    Month{"dec", 12}, Month{"déc", 12}, Month{"dic", 12}, Month{"dez", 12}, Month{"дек", 12},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
}

struct Token {
  std::string_view words;
  int number = -1;
  int month = 0;
  char before = ' ';  // the byte in front of it
};

int month_of(std::string_view words) {
  std::string lower = source::lower(words);
  // "А" to "Я"
  for (std::size_t i = 0; i + 1 < lower.size(); ++i) {
    const auto low = static_cast<unsigned char>(lower[i + 1]);
    if (lower[i] != '\xD0' || low < 0x90 || low > 0xAF) continue;
    lower[i] = low < 0xA0 ? '\xD0' : '\xD1';
    lower[i + 1] = static_cast<char>(low < 0xA0 ? low + 0x20 : low - 0x20);
  }
  if (lower.size() > 20) return 0;
  for (const Month& month : kMonths) {
    if (lower.starts_with(month.start)) return month.number;
  }
  return 0;
}

std::vector<Token> tokens_of(std::string_view words) {
  std::vector<Token> out;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t begin = i;
    Token token;
    token.before = i > 0 ? words[i - 1] : ' ';
    if (is_digit(words[i])) {
      token.number = 0;
      while (i < words.size() && is_digit(words[i])) {
        if (i - begin < 8) token.number = token.number * 10 + (words[i] - '0');
        ++i;
      }
      token.words = words.substr(begin, i - begin);
      for (const std::string_view end : {"st", "nd", "rd", "th", "er", "º"}) {
        if (words.substr(i).starts_with(end)) i += end.size();
      }
    } else if (is_letter(words[i])) {
      if (words.substr(i).starts_with("年") || words.substr(i).starts_with("月")) {
        i += 3;
        continue;
      }
      while (i < words.size() && is_letter(words[i])) ++i;
      token.words = words.substr(begin, i - begin);
      if (token.words == "de" || token.words == "of" || token.words == "del" ||
          token.words == "the") {
        continue;
      }
      token.month = month_of(token.words);
    } else {
      ++i;
      continue;
    }
    out.push_back(token);
  }
  return out;
}

std::string made(int year, int month, int day) {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const Result<std::string> date =
      parse_date(std::to_string(year) + "-" + two(month) + "-" + two(day));
  return date ? *date : std::string();
}

bool is_year(const Token& token) { return token.number >= 1900 && token.words.size() == 4; }
bool is_day(const Token& token) { return token.number >= 1 && token.words.size() <= 2; }

// All three of figures: "2022-08-18", "18.08.2022", "08/18/2022".
std::string of_figures(const Token& a, const Token& b, const Token& c) {
  if (is_year(a) && is_day(b) && is_day(c)) return made(a.number, b.number, c.number);
  if (!is_year(c) || !is_day(a) || !is_day(b)) return {};
  const bool joined = b.before == c.before && b.before != ' ' && b.before != ':';
  if (!joined) return {};
  if (b.before == '.' || a.number > 12 || a.number == b.number) {
    return made(c.number, b.number, a.number);
  }
  return b.number > 12 ? made(c.number, a.number, b.number) : std::string();
}

}  // namespace

std::string day_in(std::string_view words) {
  words = words.substr(0, kLookAt);
  const std::size_t first = words.find_first_not_of(" \t\n\r");
  if (first == std::string_view::npos) return {};
  if (const Result<std::string> date = parse_date(words.substr(first));
      date && date->size() == 10) {
    return *date;
  }
  const std::vector<Token> tokens = tokens_of(words);
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    const Token& a = tokens[i];
    const Token& b = tokens[i + 1];
    const Token& c = tokens[i + 2];
    std::string found;
    if (is_day(a) && b.month > 0 && is_year(c)) found = made(c.number, b.month, a.number);
    if (a.month > 0 && is_day(b) && is_year(c)) found = made(c.number, a.month, b.number);
    if (is_year(a) && b.month > 0 && is_day(c)) found = made(a.number, b.month, c.number);
    if (found.empty() && a.number >= 0 && b.number >= 0 && c.number >= 0)
      found = of_figures(a, b, c);
    if (!found.empty()) return found;
  }
  return {};
}

std::string day_in_address(std::string_view address) {
  address = address.substr(0, std::min(address.find_first_of("?#"), address.size()));
  if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
    const std::size_t path = address.find('/', scheme + 3);
    address = path == std::string_view::npos ? std::string_view() : address.substr(path);
  }
  const std::vector<Token> tokens = tokens_of(address.substr(0, kLookAt));
  std::string month;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& year = tokens[i];
    if (year.words.size() == 8 && year.number > 19000000) {
      std::string found = made(year.number / 10000, year.number / 100 % 100, year.number % 100);
      if (!found.empty()) return found;
    }
    if (!is_year(year) || i + 1 >= tokens.size()) continue;
    const Token& second = tokens[i + 1];
    const int number = second.month > 0 ? second.month : (is_day(second) ? second.number : 0);
    if (i + 2 < tokens.size() && is_day(tokens[i + 2])) {
      std::string found = made(year.number, number, tokens[i + 2].number);
      if (!found.empty()) return found;
    }
    if (month.empty() && year.before == '/' && second.before == '/') {
      if (const std::string found = made(year.number, number, 1); !found.empty()) {
        month = found.substr(0, 7);
      }
    }
  }
  return month;
}

}  // namespace rapporteur::source::html
