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

Cut cut_furniture(std::string text, std::vector<record::LeftOut> left_out) {
  const std::vector<text::Line> lines = text::lines_of(text);
  const auto is_furniture = [](const text::Line& line) {
    return line.role == text::LineRole::boilerplate;
  };
  if (std::none_of(lines.begin(), lines.end(), is_furniture)) {
    return {std::move(text), std::move(left_out)};
  }
  Cut out;
  out.text.reserve(text.size());
  std::size_t begin = 0;  // of the line
  bool after_furniture = false;
  auto earlier = left_out.begin();
  for (const text::Line& line : lines) {
    const std::size_t end = next_line(text, begin);
    const bool blank = line.role == text::LineRole::blank;
    const bool kept = !is_furniture(line) && !(blank && after_furniture);
    for (; earlier != left_out.end() && (earlier->at < end || end == text.size()); ++earlier) {
      const std::size_t into = kept ? earlier->at - begin : 0;
      earlier->at = static_cast<std::uint32_t>(out.text.size() + into);
      out.left_out.push_back(std::move(*earlier));
    }
    if (is_furniture(line)) {
      out.left_out.push_back({static_cast<std::uint32_t>(out.text.size()),
                              std::string(line.span.of(text)), std::string(line.reason)});
      after_furniture = true;
    } else if (kept) {
      out.text.append(text, begin, end - begin);
      after_furniture = false;
    }
    begin = end;
  }
  if (after_furniture) trim_end(out);
  return out;
}

}  // namespace rapporteur::source
