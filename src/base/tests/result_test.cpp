#include "rapporteur/base/result.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>

namespace rapporteur {
namespace {

constexpr ErrorCode kCodes[] = {
    ErrorCode::not_found, ErrorCode::access_denied, ErrorCode::io,      ErrorCode::bad_data,
    ErrorCode::too_large, ErrorCode::unsupported,   ErrorCode::damaged, ErrorCode::busy,
    ErrorCode::usage,     ErrorCode::internal};

Result<int> half(int n) {
  if (n % 2 != 0) return Error{ErrorCode::bad_data, "is odd", "argument"};
  return n / 2;
}

TEST(Result, HoldsAValueOrAnError) {
  const Result<int> good = half(8);
  ASSERT_TRUE(good);
  EXPECT_EQ(*good, 4);

  const Result<int> bad = half(7);
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error(), (Error{ErrorCode::bad_data, "is odd", "argument"}));
}

TEST(Result, PassesOnWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> made = std::make_unique<int>(5);
  ASSERT_TRUE(made);
  const std::unique_ptr<int> taken = *std::move(made);
  EXPECT_EQ(*taken, 5);
}

TEST(Result, OfVoidIsGoodUnlessGivenAnError) {
  EXPECT_TRUE(Result<void>());
  const Result<void> bad = Error{ErrorCode::io, "disk is full", "/x"};
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().code, ErrorCode::io);
}

TEST(Error, SaysWhereWhatAndWhichCode) {
  EXPECT_EQ((Error{ErrorCode::bad_data, "row is short", "states.tsv:7"}.text()),
            "states.tsv:7: row is short (bad_data)");
  EXPECT_EQ((Error{ErrorCode::busy, "somebody else writes", ""}.text()),
            "somebody else writes (busy)");
}

TEST(Error, CodesHaveDistinctNames) {
  std::set<std::string_view> names;
  for (const ErrorCode code : kCodes) names.insert(to_string(code));
  EXPECT_EQ(names.size(), std::size(kCodes));
  EXPECT_EQ(to_string(ErrorCode::access_denied), "access_denied");
}

}  // namespace
}  // namespace rapporteur
