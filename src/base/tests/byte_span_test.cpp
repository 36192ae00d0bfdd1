#include "rapporteur/base/byte_span.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace rapporteur {
namespace {

// A character of each length: a, é (2 bytes), 中 (3), 𝄞 (4).
constexpr std::string_view kText = "a\xC3\xA9\xE4\xB8\xAD\xF0\x9D\x84\x9E";

TEST(ByteSpan, IsValidOnlyOnCharacterStarts) {
  const std::uint32_t starts[] = {0, 1, 3, 6, 10};
  for (std::uint32_t begin = 0; begin <= kText.size(); ++begin) {
    for (std::uint32_t end = 0; end <= kText.size(); ++end) {
      const bool on_starts = std::count(std::begin(starts), std::end(starts), begin) == 1 &&
                             std::count(std::begin(starts), std::end(starts), end) == 1;
      EXPECT_EQ(is_valid({begin, end}, kText), begin < end && on_starts) << begin << ".." << end;
    }
  }
}

TEST(ByteSpan, BeyondTheTextOrEmptyIsInvalid) {
  EXPECT_FALSE(is_valid({0, 11}, kText));
  EXPECT_FALSE(is_valid({10, 10}, kText));
  EXPECT_FALSE(is_valid({0xFFFFFFFF, 0xFFFFFFFF}, kText));
  EXPECT_FALSE(is_valid({0, 1}, ""));
}

TEST(ByteSpan, GivesItsWords) {
  EXPECT_EQ((ByteSpan{1, 3}.of(kText)), "\xC3\xA9");
  EXPECT_EQ((ByteSpan{1, 3}.size()), 2U);
}

TEST(ByteSpan, ContainsAndOverlapsAreHalfOpen) {
  const ByteSpan middle{10, 20};
  EXPECT_TRUE(middle.contains({10, 20}));
  EXPECT_FALSE(middle.contains({9, 20}));
  EXPECT_FALSE(middle.contains({10, 21}));
  EXPECT_TRUE(middle.overlaps({19, 30}));
  EXPECT_FALSE(middle.overlaps({20, 30}));
  EXPECT_FALSE(middle.overlaps({0, 10}));
}

TEST(ByteSpan, JoinHoldsBothInEitherOrder) {
  EXPECT_EQ(join({5, 8}, {1, 3}), (ByteSpan{1, 8}));
  EXPECT_EQ(join({1, 3}, {5, 8}), (ByteSpan{1, 8}));
  EXPECT_EQ(join({1, 9}, {2, 4}), (ByteSpan{1, 9}));
}

}  // namespace
}  // namespace rapporteur
