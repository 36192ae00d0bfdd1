#include "markup.h"

#include <algorithm>

#include "rapporteur/output/printable.h"

namespace rapporteur::output {

namespace {

// Characters that are none to XML although UTF-8 has them: U+FFFE and U+FFFF.
constexpr std::string_view kNoncharacters[] = {"\xEF\xBF\xBE", "\xEF\xBF\xBF"};

void append_escaped(std::string_view line, std::string& out) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    switch (line[i]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\xEF':
        if (std::ranges::count(kNoncharacters, line.substr(i, 3)) > 0) {
          out += "\uFFFD";
          i += 2;
          break;
        }
        [[fallthrough]];
      default:
        out += line[i];
    }
  }
}

}  // namespace

std::string escaped_markup(std::string_view words) {
  std::string out;
  while (!words.empty()) {
    const std::size_t plain = std::min(words.find_first_of("\t\n\r"), words.size());
    append_escaped(printable(words.substr(0, plain)), out);
    if (plain == words.size()) break;
    out += "&#" + std::to_string(static_cast<int>(words[plain])) + ';';
    words.remove_prefix(plain + 1);
  }
  return out;
}

}  // namespace rapporteur::output
