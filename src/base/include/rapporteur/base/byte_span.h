// A stretch of a text: UTF-8 bytes, half-open, on character starts.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rapporteur {

struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] bool contains(ByteSpan other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] bool overlaps(ByteSpan other) const {
    return begin < other.end && other.begin < end;
  }
  // REQUIRES: end <= text.size()
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(begin, size());
  }
  friend auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};

// The smallest span that holds both.
inline ByteSpan join(ByteSpan a, ByteSpan b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

// Inside `text`, not empty, and both ends on character starts.
bool is_valid(ByteSpan span, std::string_view text);

}  // namespace rapporteur
