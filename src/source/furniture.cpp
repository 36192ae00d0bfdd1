#include "furniture.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "rapporteur/text/layout.h"

namespace rapporteur::source {

namespace {

// The first byte after the line that holds `at`, its line end included.
std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

void trim_end(Cut& cut) {
  const std::size_t last = cut.text.find_last_not_of(" \t\n");
  cut.text.erase(last == std::string::npos ? 0 : last + 1);
  for (record::LeftOut& part : cut.left_out) {
    part.at = std::min(part.at, static_cast<std::uint32_t>(cut.text.size()));
  }
}

}  // namespace

Cut cut_furniture(std::string text) {
  const std::vector<text::Line> lines = text::lines_of(text);
  const auto is_furniture = [](const text::Line& line) {
    return line.role == text::LineRole::boilerplate;
  };
  if (std::none_of(lines.begin(), lines.end(), is_furniture)) return {std::move(text), {}};
  Cut out;
  out.text.reserve(text.size());
  std::size_t begin = 0;  // of the line
  bool after_furniture = false;
  for (const text::Line& line : lines) {
    const std::size_t end = next_line(text, begin);
    const bool blank = line.role == text::LineRole::blank;
    if (is_furniture(line)) {
      out.left_out.push_back({static_cast<std::uint32_t>(out.text.size()),
                              std::string(line.span.of(text)), std::string(line.reason)});
      after_furniture = true;
    } else if (!(blank && after_furniture)) {
      out.text.append(text, begin, end - begin);
      after_furniture = false;
    }
    begin = end;
  }
  if (after_furniture) trim_end(out);
  return out;
}

}  // namespace rapporteur::source
