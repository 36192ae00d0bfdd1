#include "rapporteur/text/normalise.h"

#include <gtest/gtest.h>

#include "rapporteur/text/offsets.h"

namespace rapporteur::text {
namespace {

TEST(Normalise, MakesOneKindOfLineEndAndDropsInvisibles) {
  const Result<Normalised> got = normalise(
      "\xEF\xBB\xBF"
      "a\r\nb\rc\xC2\xAD"
      "d",
      "x");
  ASSERT_TRUE(got);
  EXPECT_EQ(got->text, "a\nb\ncd");
  EXPECT_TRUE(got->warnings.empty());
}

TEST(Normalise, ComposesCharacters) {
  const Result<Normalised> got = normalise("Sa\xCC\x83o", "x");
  ASSERT_TRUE(got);
  EXPECT_EQ(got->text, "S\xC3\xA3o");
}

TEST(Normalise, ReplacesInvalidBytesAndSaysSo) {
  const Result<Normalised> got = normalise(
      "a\xFF"
      "b",
      "x");
  ASSERT_TRUE(got);
  EXPECT_EQ(got->text,
            "a\xEF\xBF\xBD"
            "b");
  ASSERT_EQ(got->warnings.size(), 1U);
}

TEST(Normalise, ConvertsUtf16WithAMark) {
  const std::string bytes(
      "\xFF\xFE"
      "A\0\x3D\xD8\x00\xDE",
      8);
  const Result<Normalised> got = normalise(bytes, "x");
  ASSERT_TRUE(got);
  EXPECT_EQ(got->text, "A\xF0\x9F\x98\x80");
}

TEST(Normalise, RefusesBinaryAndNamesTheByte) {
  const Result<Normalised> got = normalise(std::string_view("ab\0c", 4), "file.txt");
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().code, ErrorCode::bad_data);
  EXPECT_EQ(got.error().where, "file.txt@2");
}

TEST(Offsets, CountsInTheUnitAskedFor) {
  const std::string text = "a\xC3\xA9\xF0\x9F\x98\x80z";
  EXPECT_EQ(convert_offsets(text, {0, 1, 3, 7, 8}, OffsetUnit::codepoint),
            (std::vector<std::uint32_t>{0, 1, 2, 3, 4}));
  EXPECT_EQ(convert_offsets(text, {0, 1, 3, 7, 8}, OffsetUnit::utf16),
            (std::vector<std::uint32_t>{0, 1, 2, 4, 5}));
}

}  // namespace
}  // namespace rapporteur::text
