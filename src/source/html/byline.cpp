#include "byline.h"

#include <algorithm>
#include <array>

#include "tidy.h"
#include "words.h"

namespace rapporteur::source::html {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongest = 120;
constexpr std::array kStarts = {"by: "sv,          "by "sv,        "written by "sv, "posted by "sv,
                                "reported by "sv,  "author: "sv,   "author "sv,     "authors: "sv,
                                "published by "sv, "reporter: "sv, "text: "sv,      "por "sv,
                                "par "sv,          "von "sv,       "from our "sv};
constexpr std::array kNobody = {"admin"sv,   "administrator"sv, "webmaster"sv, "editor"sv,
                                "root"sv,    "user"sv,          "superuser"sv, "author"sv,
                                "web"sv,     "anonymous"sv,     "siteadmin"sv, "wpadmin"sv,
                                "unknown"sv, "guest"sv,         "none"sv,      "null"sv};

std::string_view trimmed(std::string_view words) {
  constexpr std::string_view kEdge = " \t\n\r,;:|-";
  const std::size_t begin = words.find_first_not_of(kEdge);
  if (begin == std::string_view::npos) return {};
  return words.substr(begin, words.find_last_not_of(kEdge) + 1 - begin);
}

std::string_view without_start(std::string_view words) {
  const std::string lower = lower_start(words, 20);
  for (const std::string_view start : kStarts) {
    if (lower.starts_with(start)) return words.substr(start.size());
  }
  return words;
}

// Behind the names stand the place, the date, the paper.
std::string_view without_end(std::string_view words) {
  for (const std::string_view end :
       {"|"sv, "\n"sv, "\u2022"sv, "\u00B7"sv, " \u2013 "sv, " \u2014 "sv, " - "sv, " / "sv,
        "Published"sv, "Updated"sv, "Posted"sv, " on "sv, " in "sv, "@"sv, "("sv}) {
    words = words.substr(0, words.find(end));
  }
  const std::size_t digit = words.find_first_of("0123456789");
  return words.substr(0, digit);
}

}  // namespace

std::string clean_byline(std::string_view words, std::string_view publisher) {
  if (words.size() > 400 || words.find("://") != std::string_view::npos) return {};
  words = trimmed(without_end(trimmed(without_start(trimmed(words)))));
  // "18 August" in front of nothing, an account's name.
  if (words.size() < 3 || words.size() > kLongest) return {};
  const std::string bare = bare_words(words);
  if (std::find(kNobody.begin(), kNobody.end(), bare) != kNobody.end()) return {};
  if (!publisher.empty() && bare == bare_words(publisher)) return {};
  return std::string(words);
}

}  // namespace rapporteur::source::html
