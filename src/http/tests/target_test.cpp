#include "target.h"

#include <gmock/gmock.h>

namespace rapporteur::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(Target, IsItsSegmentsAndParametersDecoded) {
  const Result<Target> target = parse_target("/api/v1/people/p-1%2F2?q=Jos%C3%A9+M&state=ES&&x");
  ASSERT_TRUE(target);
  EXPECT_THAT(target->segments, ElementsAre("api", "v1", "people", "p-1/2"));
  EXPECT_THAT(target->parameters,
              ElementsAre(Pair("q", "José M"), Pair("state", "ES"), Pair("x", "")));
  EXPECT_FALSE(target->folder);
  EXPECT_EQ(target->path(), "/api/v1/people/p-1%2F2");
}

TEST(Target, TheRootHasNoSegments) {
  const Result<Target> target = parse_target("/");
  ASSERT_TRUE(target);
  EXPECT_THAT(target->segments, IsEmpty());
  EXPECT_EQ(target->path(), "/");
}

TEST(Target, WhatTwoReadersCouldTakeForTwoThingsIsRefused) {
  for (const char* const words :
       {"", "a", "http://a/", "*", "/%", "/%1", "/%zz", "/%00", "/%ff", "/%c0%ae", "/a//b", "/./a",
        "/a/..", "/%2e%2e/a", "/a%0d%0ab", "/?a=%0a", "/?%zz=1", "//", "/\x01"}) {
    const Result<Target> target = parse_target(words);
    ASSERT_FALSE(target) << words;
    EXPECT_EQ(target.error().code, ErrorCode::bad_data) << words;
  }
}

TEST(Target, IsNeitherLongNorHasManyParameters) {
  EXPECT_EQ(parse_target("/" + std::string(9000, 'a')).error().code, ErrorCode::too_large);
  std::string many = "/?";
  for (int i = 0; i < 65; ++i) many += "a&";
  EXPECT_EQ(parse_target(many).error().code, ErrorCode::bad_data);
}

TEST(Target, EncodedWordsComeBackAsTheyWere) {
  for (const std::string& words : std::vector<std::string>{"a b", "ü/%?&=+#", "-._~", "😀"}) {
    const Result<Target> target = parse_target("/" + encode(words) + "?a=" + encode(words));
    ASSERT_TRUE(target) << words;
    EXPECT_EQ(target->segments.front(), words);
    EXPECT_EQ(target->parameters.front().second, words);
  }
}

}  // namespace
}  // namespace rapporteur::http
