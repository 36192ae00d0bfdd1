#include "parameters.h"

#include <gmock/gmock.h>

#include <array>

namespace rapporteur::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::array<std::string_view, 2> kColours = {"red", "blue"};

Target target_of(const std::string& query) { return *parse_target("/?" + query); }

TEST(Parameters, HaveTheirDefaultsWhereTheyAreNotThere) {
  const Target target = target_of("");
  Parameters parameters(target);
  EXPECT_EQ(parameters.text("q"), "");
  EXPECT_EQ(parameters.choice("colour", kColours), "");
  EXPECT_EQ(parameters.number("limit", 50, 1, 500), 50);
  EXPECT_THAT(parameters.choices("colours", kColours), IsEmpty());
  EXPECT_EQ(parameters.unit(), text::OffsetUnit::utf8);
  EXPECT_FALSE(parameters.cursor(2));
  EXPECT_TRUE(parameters.check());
}

TEST(Parameters, AreRead) {
  const Target target =
      target_of("q=a+b&colour=red&limit=7&colours=blue,red,blue&unit=utf16&cursor=" +
                cursor_of({"2018-05-21", "m-1"}));
  Parameters parameters(target);
  EXPECT_EQ(parameters.text("q"), "a b");
  EXPECT_EQ(parameters.choice("colour", kColours), "red");
  EXPECT_EQ(parameters.number("limit", 50, 1, 500), 7);
  EXPECT_THAT(parameters.choices("colours", kColours), ElementsAre("blue", "red"));
  EXPECT_EQ(parameters.unit(), text::OffsetUnit::utf16);
  EXPECT_THAT(*parameters.cursor(2), ElementsAre("2018-05-21", "m-1"));
  EXPECT_TRUE(parameters.check());
}

TEST(Parameters, WhatIsWrongIsNamedAndTheFirstFaultStays) {
  const auto fault = [](const std::string& query) {
    const Target target = target_of(query);
    Parameters parameters(target);
    parameters.choice("colour", kColours);
    parameters.number("limit", 50, 1, 500);
    parameters.choices("colours", kColours);
    parameters.unit();
    parameters.cursor(2);
    const Result<void> fine = parameters.check();
    return fine ? std::string() : fine.error().where;
  };
  EXPECT_EQ(fault("colour=green&limit=0"), "?colour");
  EXPECT_EQ(fault("limit=0"), "?limit");
  EXPECT_EQ(fault("limit=501"), "?limit");
  EXPECT_EQ(fault("limit=7x"), "?limit");
  EXPECT_EQ(fault("limit="), "?limit");
  EXPECT_EQ(fault("limit=99999999999999999999"), "?limit");
  EXPECT_EQ(fault("colours=red,,blue"), "?colours");
  EXPECT_EQ(fault("unit=bytes"), "?unit");
  EXPECT_EQ(fault("cursor=a"), "?cursor");
  EXPECT_EQ(fault("cursor=" + cursor_of({"one"})), "?cursor");
  EXPECT_EQ(fault("limit=7&limit=8"), "?limit");
  EXPECT_EQ(fault("limt=7"), "?limt");
  EXPECT_EQ(fault(""), "");
}

TEST(Parameters, CursorsKeepAnyWords) {
  const std::vector<std::string> parts = {"", "ü \x01", "a&b=c"};
  const Target target = target_of("cursor=" + cursor_of(parts));
  Parameters parameters(target);
  EXPECT_EQ(*parameters.cursor(3), parts);
}

}  // namespace
}  // namespace rapporteur::http
