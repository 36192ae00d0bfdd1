#include "heading.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "rapporteur/text/layout.h"

namespace rapporteur::source {

namespace {

using text::Line;
using text::LineRole;

constexpr std::size_t kHeadBytes = 8192;    // of the text that are looked at
constexpr std::size_t kHeadLines = 24;      // lines that a heading may take
constexpr std::size_t kPublisherWords = 9;  // a publisher's name is no longer
constexpr std::size_t kTitleWords = 4;      // a title has more, or a word in lower case
constexpr std::size_t kBylineBytes = 80;
constexpr std::size_t kDatelineBytes = 120;  // in which a dateline's bracket must close

// The lines above the running text; all lines are looked at only where there is none.
std::vector<Line> head_of(const std::vector<Line>& lines) {
  std::vector<Line> head;
  for (const Line& line : lines) {
    if (line.role == LineRole::body || line.role == LineRole::item) break;
    if (line.role != LineRole::blank) head.push_back(line);
    if (head.size() == kHeadLines) break;
  }
  return head;
}

std::size_t words_in(std::string_view words) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\t';
    count += !space && !inside ? 1 : 0;
    inside = !space;
  }
  return count;
}

// A name: as many words in lower case as "of the" brings, no more. Headlines say more than that.
bool is_name(std::string_view words) {
  if (words_in(words) > kPublisherWords) return false;
  std::size_t lower = 0;
  std::size_t begin = 0;
  while (begin < words.size()) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string_view word = words.substr(begin, end - begin);
    const bool small = word == "of" || word == "the" || word == "for" || word == "and" ||
                       word == "in" || word == "de" || word == "to";
    lower += !small && !word.empty() && word[0] >= 'a' && word[0] <= 'z' &&
                     word.find('.') == std::string_view::npos
                 ? 1
                 : 0;
    begin = end + 1;
  }
  return lower == 0;
}

std::string_view after(std::string_view line, std::string_view prefix) {
  return line.starts_with(prefix) ? line.substr(prefix.size()) : std::string_view();
}

// Sections of a site that stand where the publisher's name could.
bool is_section(std::string_view words) {
  return words == "News" || words == "Event" || words == "Events" || words == "World" ||
         words == "Home" || words == "Politics" || words == "International" ||
         words == "Press release" || words == "PRESS RELEASE" || words == "READOUT" ||
         words == "STATEMENT" || words == "NEWS" || words.find(" / ") != std::string_view::npos ||
         words.find(" | ") != std::string_view::npos || words.find(" > ") != std::string_view::npos;
}

// The line that says what happened: the first that is no name; of names alone the first long one
// ("LEADERS END GRAND ANSE MEETING"). headlines.size() if none says anything.
std::size_t title_among(const std::vector<std::string_view>& headlines) {
  for (std::size_t i = 0; i < headlines.size(); ++i) {
    if (!is_name(headlines[i]) && words_in(headlines[i]) >= kTitleWords) return i;
  }
  for (std::size_t i = 0; i < headlines.size(); ++i) {
    if (words_in(headlines[i]) > kTitleWords) return i;
  }
  return headlines.size();
}

// " date 2023-06-05 Ministers meet": what a feed put before the headline is no part of it.
std::string_view without_feed_stamp(std::string_view line) {
  const std::string_view rest = after(line, "date ");
  return rest.size() > 11 && rest[4] == '-' && rest[10] == ' ' ? rest.substr(11) : line;
}

std::string byline_in(std::string_view line) {
  if (line.size() > kBylineBytes) return {};
  std::string_view name = after(line, "By ");
  if (name.empty()) name = after(line, "BY ");
  const bool capital = !name.empty() && name[0] >= 'A' && name[0] <= 'Z';
  return capital && name.find_first_of("0123456789") == std::string_view::npos ? std::string(name)
                                                                               : std::string();
}

// "BEIJING, (Agency - 22nd Aug, 2022 ) :As part of ..." -> "Agency"
std::string publisher_in_dateline(std::string_view line) {
  line = line.substr(0, kDatelineBytes);
  const std::size_t open = line.find('(');
  const std::size_t close = line.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  const std::string_view place = line.substr(0, open);
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  if (place.size() < 3 || std::any_of(place.begin(), place.end(), is_lower)) return {};
  const std::string_view inside = line.substr(open + 1, close - open - 1);
  const std::size_t dash = inside.find(" - ");
  if (dash == std::string_view::npos ||
      inside.find_first_of("0123456789", dash) == std::string_view::npos) {
    return {};
  }
  return std::string(inside.substr(0, dash));
}

std::string_view first_body_line(std::string_view text, const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    if (line.role == LineRole::body) return line.span.of(text);
  }
  return {};
}

}  // namespace

Heading heading_of(std::string_view text) {
  Heading out;
  if (text.size() > kHeadBytes) text = text.substr(0, text.rfind('\n', kHeadBytes));
  const std::vector<Line> lines = text::lines_of(text);
  std::vector<std::string_view> headlines;
  for (const Line& line : head_of(lines)) {
    const std::string_view words = line.span.of(text);
    if (line.role == LineRole::headline) headlines.push_back(without_feed_stamp(words));
    if (line.role == LineRole::stamp && out.byline.empty()) out.byline = byline_in(words);
  }
  const std::size_t title = title_among(headlines);
  if (title < headlines.size()) out.title = headlines[title];
  for (std::size_t i = 0; i < title && i < headlines.size() && out.publisher.empty(); ++i) {
    if (is_name(headlines[i]) && !is_section(headlines[i])) out.publisher = headlines[i];
  }
  if (out.publisher.empty()) out.publisher = publisher_in_dateline(first_body_line(text, lines));
  return out;
}

}  // namespace rapporteur::source
