#include "rapporteur/text/layout.h"

#include <algorithm>
#include <array>
#include <string>

#include "characters.h"
#include "layout_phrases.h"

namespace rapporteur::text {

namespace {

using namespace std::string_view_literals;

// A phrase of page furniture makes a line furniture only while the line is as short as such are.
constexpr std::size_t kFurniture = 160;
constexpr std::size_t kStampLength = 90;
constexpr std::size_t kHeadlineLength = 220;

constexpr std::array kMonths = {"jan"sv, "feb"sv, "mar"sv, "apr"sv, "may"sv, "jun"sv,
                                "jul"sv, "aug"sv, "sep"sv, "oct"sv, "nov"sv, "dec"sv};

std::string lower_of(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  for (std::size_t i = 0; i < line.size();) {
    const Character c = character_at(line, i);
    append_lower(c.code, out);
    i += c.size;
  }
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Words {
  std::size_t count = 0;  // words of letters
  std::size_t longest_number = 0;
  std::size_t numbers = 0;
  bool month = false;
};

Words words_of(std::string_view lower) {
  Words out;
  std::size_t i = 0;
  while (i < lower.size()) {
    std::size_t j = i;
    while (j < lower.size() && is_digit(lower[j])) ++j;
    if (j > i) {
      ++out.numbers;
      out.longest_number = std::max(out.longest_number, j - i);
      i = j;
      continue;
    }
    while (j < lower.size() && !is_digit(lower[j]) &&
           (static_cast<unsigned char>(lower[j]) >= 0x80 || (lower[j] >= 'a' && lower[j] <= 'z'))) {
      ++j;
    }
    if (j > i) {
      const std::string_view word = lower.substr(i, j - i);
      ++out.count;
      out.month = out.month || (word.size() >= 3 && std::find(kMonths.begin(), kMonths.end(),
                                                              word.substr(0, 3)) != kMonths.end());
      i = j;
    } else {
      ++i;
    }
  }
  return out;
}

bool ends_sentence(std::string_view line) {
  const char last = line.back();
  return last == '.' || last == '!' || last == '?' || last == ':' || last == ';' || last == ',' ||
         line.ends_with("”") || line.ends_with("\"");
}

// A date and little else: "06.04.2017", "August 11, 2022", "01/19/2025 | Press release".
bool is_stamp(std::string_view line, std::string_view lower) {
  if (line.size() > kStampLength) return false;
  const Words words = words_of(lower);
  const bool numeric = words.numbers >= 3 && words.longest_number >= 4;
  const bool named = words.month && words.numbers >= 1;
  if (!numeric && !named) return false;
  return words.count <= 7 && (line.back() != '.' || words.count <= 3);
}

// A month's name, a day and a year: a masthead puts its date beside the menu.
bool is_dated(std::string_view lower) {
  const Words words = words_of(lower);
  return words.month && words.numbers >= 2 && words.longest_number == 4;
}

bool is_item(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ") ||
      line.starts_with("– ") || line.starts_with("· ") || line.starts_with("▪ ") ||
      line.starts_with("-- ") || line.starts_with("— ") || line.starts_with("→ ") ||
      line.starts_with("● ") || line.starts_with("■ ") || line.starts_with("‣ ") ||
      line.starts_with("◦ ")) {
    return true;
  }
  std::size_t i = line.front() == '(' ? 1 : 0;
  const std::size_t first = i;
  while (i < line.size() && i < first + 2 && is_digit(line[i])) ++i;
  if (i == first && i < line.size() && line[i] >= 'a' && line[i] <= 'z') {
    // "(a)", "b)", "(iv)"; "a." could end anything.
    ++i;
    while (i < line.size() && i < first + 4 && (line[i] == 'i' || line[i] == 'v')) ++i;
    if (i >= line.size() || line[i] != ')') return false;
  }
  return i > first && i + 1 < line.size() && (line[i] == '.' || line[i] == ')') &&
         line[i + 1] == ' ';
}

// "Photo 2: ...", "Figure 1. ..."
bool is_numbered_caption(std::string_view lower) {
  for (const std::string_view word : {"photo "sv, "picture "sv, "image "sv}) {
    if (lower.starts_with(word) && lower.size() > word.size() && is_digit(lower[word.size()])) {
      return true;
    }
  }
  return false;
}

// Many short parts between bars or runs of spaces: a menu.
bool is_menu(std::string_view line) {
  std::size_t bars = 0;
  for (const char c : line) bars += c == '|' ? 1 : 0;
  return bars >= 3 && line.size() / (bars + 1) < 25;
}

// "They met. They agr": a sentence ends inside, so the line is cut short rather than a heading.
bool has_inner_stop(std::string_view line) {
  for (std::size_t i = 3; i + 2 < line.size(); ++i) {
    const bool word_before = line[i - 1] >= 'a' && line[i - 1] <= 'z' && line[i - 2] >= 'a' &&
                             line[i - 2] <= 'z' && line[i - 3] >= 'a' && line[i - 3] <= 'z';
    if (line[i] == '.' && line[i + 1] == ' ' && word_before) return true;
  }
  return false;
}

Line classify(std::string_view text, ByteSpan span) {
  if (span.empty()) return {span, LineRole::blank, ""};
  const std::string_view line = span.of(text);
  if (line.size() <= kFurniture) {
    const std::string lower = lower_of(line);
    if (is_menu(line)) {
      if (is_dated(lower)) return {span, LineRole::stamp, ""};
      return {span, LineRole::boilerplate, "navigation"};
    }
    const LayoutPhrase* phrase = find_layout_phrase(lower);
    const bool stamp_phrase = phrase != nullptr && phrase->role == LineRole::stamp;
    if (phrase != nullptr &&
        (!stamp_phrase || (line.size() <= kStampLength && !ends_sentence(line)))) {
      return {span, phrase->role, phrase->reason};
    }
    if (is_numbered_caption(lower)) return {span, LineRole::caption, ""};
    // "* the pact prolonged until 30 September 2030;" is an item, whatever it is about.
    if (line.back() != ';' && is_stamp(line, lower)) return {span, LineRole::stamp, ""};
  }
  if (is_item(line)) return {span, LineRole::item, ""};
  if (line.size() <= kHeadlineLength && !ends_sentence(line) && !has_inner_stop(line)) {
    return {span, LineRole::headline, ""};
  }
  return {span, LineRole::body, ""};
}

ByteSpan trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const Character c = character_at(text, begin);
    if (class_of(c.code) != CharacterClass::space) break;
    begin += c.size;
  }
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    if (class_of(character_at(text, last).code) != CharacterClass::space) break;
    end = last;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// "stayed from 12 to": no line of its own ends like this.
bool ends_open(std::string_view line) {
  if (line.ends_with("–") || line.ends_with("—")) return true;
  for (const std::string_view word :
       {" to"sv, " and"sv, " of"sv, " the"sv, " in"sv, " on"sv, " from"sv, " between"sv, " until"sv,
        " by"sv, "'s"sv, "’s"sv}) {
    if (line.ends_with(word)) return true;
  }
  return false;
}

std::size_t first_word(std::string_view line) { return std::min(line.find(' '), line.size()); }

// The lines [begin, end) of one block are set in a column when each but the last has no room for
// the word that opens the next: whatever their last words are, they go on.
void join_column(std::string_view text, std::size_t begin, std::size_t end,
                 std::vector<Line>& lines) {
  constexpr std::size_t kFewest = 4;      // lines
  constexpr std::size_t kNarrowest = 45;  // bytes
  constexpr std::size_t kWidest = 100;
  std::size_t width = 0;
  for (std::size_t i = begin; i < end; ++i) {
    width = std::max<std::size_t>(width, lines[i].span.size());
  }
  if (end < begin + kFewest || width < kNarrowest || width > kWidest) return;
  for (std::size_t i = end - 1; i-- > begin;) {
    const std::size_t needed = lines[i].span.size() + 1 + first_word(lines[i + 1].span.of(text));
    const bool goes_on = needed > width && lines[i + 1].role == LineRole::body;
    if (goes_on && lines[i].role == LineRole::headline) lines[i].role = LineRole::body;
  }
}

void join_columns(std::string_view text, std::vector<Line>& lines) {
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    while (end < lines.size() && !lines[end].span.empty()) ++end;
    join_column(text, begin, end, lines);
    begin = end + 1;
  }
}

// In a text set in a narrow column, a line without a stop is no headline but goes on.
void mend_wrapped(std::string_view text, std::vector<Line>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].role != LineRole::headline || lines[i + 1].span.empty()) continue;
    if (lines[i].span.size() < 12) continue;
    const LineRole below = lines[i + 1].role;
    const bool open = lines[i].span.size() >= 40 && ends_open(lines[i].span.of(text)) &&
                      (below == LineRole::body || below == LineRole::stamp);
    if (open) {
      lines[i].role = lines[i + 1].role = LineRole::body;
      continue;
    }
    const Character next = character_at(text, lines[i + 1].span.begin);
    const bool running_on = is_lower(next.code);
    const bool after_body =
        i > 0 && lines[i - 1].role == LineRole::body && lines[i].span.size() >= 40;
    if (running_on || (after_body && lines[i + 1].role == LineRole::body)) {
      lines[i].role = LineRole::body;
    }
  }
  // The last line of a wrapped paragraph.
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].role == LineRole::headline && lines[i - 1].role == LineRole::body &&
        is_lower(character_at(text, lines[i].span.begin).code)) {
      lines[i].role = LineRole::body;
    }
  }
}

// What stands under "Read also" is a teaser too, up to the next blank line or sentence.
void spread_teasers(std::vector<Line>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const bool title = lines[i].role == LineRole::headline || lines[i].role == LineRole::item;
    if (lines[i - 1].role == LineRole::teaser && title) lines[i].role = LineRole::teaser;
  }
}

}  // namespace

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> out;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    out.push_back(classify(text, trimmed(text, begin, end)));
    begin = end + 1;
  }
  mend_wrapped(text, out);
  join_columns(text, out);
  spread_teasers(out);
  return out;
}

bool opens_line(const Document& document, std::uint32_t token) {
  if (token == 0 || token >= document.size()) return token == 0;
  const ByteSpan gap{document.span(token - 1).end, document.span(token).begin};
  return document.slice(gap).find('\n') != std::string_view::npos;
}

}  // namespace rapporteur::text
