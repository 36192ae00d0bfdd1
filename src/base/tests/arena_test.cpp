#include "rapporteur/base/arena.h"

#include <gtest/gtest.h>

#include <memory_resource>
#include <string>
#include <vector>

namespace rapporteur {
namespace {

TEST(Arena, CopiesOutliveTheirOriginals) {
  Arena arena;
  std::vector<std::string_view> copies;
  for (int i = 0; i < 1000; ++i) {
    std::string original = "word number " + std::to_string(i);
    copies.push_back(arena.copy(original));
    original.assign(original.size(), '!');
  }
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(copies[static_cast<std::size_t>(i)], "word number " + std::to_string(i));
  }
}

TEST(Arena, CopiesWhatIsLargerThanItsFirstBlock) {
  Arena arena(16);
  const std::string large(100'000, 'x');
  EXPECT_EQ(arena.copy(large), large);
}

TEST(Arena, CopyOfNothingIsEmpty) {
  Arena arena;
  EXPECT_TRUE(arena.copy("").empty());
}

TEST(Arena, ServesContainersAndStartsAnewAfterReset) {
  Scratch scratch;
  for (int round = 0; round < 3; ++round) {
    std::pmr::vector<int> numbers(scratch.arena.resource());
    for (int i = 0; i < 10'000; ++i) numbers.push_back(i);
    EXPECT_EQ(numbers.back(), 9'999);
    numbers = std::pmr::vector<int>(scratch.arena.resource());
    scratch.reset();
  }
}

}  // namespace
}  // namespace rapporteur
