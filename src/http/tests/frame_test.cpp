// What is refused before the body of a request has come, and where a daemon can listen.
#include "frame.h"

#include <gtest/gtest.h>

#include "listening.h"

namespace rapporteur::http {
namespace {

Result<void> checked(Headers headers) {
  Request request;
  request.headers = std::move(headers);
  return check_frame(request, 10);
}

TEST(CheckFrame, TakesABodyOfAsManyBytesAsAreAllowed) {
  EXPECT_TRUE(checked({}));
  EXPECT_TRUE(checked({{"Host", "localhost"}, {"Content-Length", "10"}}));
  EXPECT_EQ(checked({{"Content-Length", "11"}}).error().code, ErrorCode::too_large);
}

TEST(CheckFrame, RefusesWhatServersCouldUnderstandDifferently) {
  const std::vector<Headers> refused = {
      {{"Transfer-Encoding", "chunked"}},
      {{"Content-Length", "1"}, {"content-length", "1"}},
      {{"Host", "a"}, {"host", "b"}},
      {{"Content-Length", ""}},
      {{"Content-Length", "-1"}},
      {{"Content-Length", "1 "}},
      {{"Content-Length", "99999999999999999999"}},
      Headers(101, {"X", "y"}),
  };
  for (const Headers& headers : refused) {
    const Result<void> result = checked(headers);
    ASSERT_FALSE(result) << headers[0].first << ": " << headers[0].second;
    EXPECT_EQ(result.error().code, ErrorCode::bad_data);
  }
}

TEST(Listening, TakesAddressesAndNoNames) {
  const Result<Address> v4 = address_of("127.0.0.1", 80);
  ASSERT_TRUE(v4);
  EXPECT_FALSE(v4->is_v6());
  const Result<Address> v6 = address_of("::1", 80);
  ASSERT_TRUE(v6);
  EXPECT_TRUE(v6->is_v6());
  for (const char* words : {"", "localhost", "1.2.3", "::1%lo"}) {
    EXPECT_EQ(address_of(words, 80).error().code, ErrorCode::usage) << words;
  }
}

TEST(Listening, SaysThatAnAddressIsNotOfThisMachine) {
  const Result<void> bound = try_to_bind(*address_of("192.0.2.1", 0), "192.0.2.1:0");
  ASSERT_FALSE(bound);
  EXPECT_EQ(bound.error().code, ErrorCode::usage);
  EXPECT_EQ(bound.error().where, "192.0.2.1:0");
}

}  // namespace
}  // namespace rapporteur::http
