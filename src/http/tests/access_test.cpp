#include "access.h"

#include <gtest/gtest.h>

namespace rapporteur::http {
namespace {

using service::Role;

Request request_with(Headers headers) {
  Request out;
  out.method = "GET";
  out.headers = std::move(headers);
  out.peer = "127.0.0.1";
  return out;
}

int status_of(Access& access, const Request& request, bool changes, Role needed) {
  Caller caller;
  const auto refusal = access.admit(request, changes, needed, caller);
  return refusal ? refusal->status : 200;
}

Access open_access() {
  return Access({.names = {"localhost"}, .open = true, .token_file = "/nowhere/tokens"});
}

TEST(Access, AHostIsItsNameWithoutPort) {
  EXPECT_EQ(host_of("Localhost:8080"), "localhost");
  EXPECT_EQ(host_of("localhost"), "localhost");
  EXPECT_EQ(host_of("[::1]:8080"), "::1");
  EXPECT_EQ(host_of("[::1"), "");
  EXPECT_EQ(host_of(""), "");
}

TEST(Access, ATokenStandsBehindBearerOrAsThePassword) {
  EXPECT_EQ(token_in("Bearer abc"), "abc");
  EXPECT_EQ(token_in("bearer  abc"), "abc");
  EXPECT_EQ(token_in("Basic YTpiOmM="), "b:c");  // a:b:c
  EXPECT_EQ(token_in("Basic YQ=="), "");         // a
  EXPECT_EQ(token_in("Basic !"), "");
  EXPECT_EQ(token_in("Digest abc"), "");
  EXPECT_EQ(token_in("Bearer"), "");
  EXPECT_EQ(token_in(""), "");
}

TEST(Access, ANameThatLeadsHereIsNotEnough) {
  Access access = open_access();
  for (const auto& [host, status] :
       std::vector<std::pair<std::string, int>>{{"localhost:1", 200},
                                                {"127.0.0.1", 200},
                                                {"[::1]:8080", 200},
                                                {"evil.example", 421},
                                                {"localhost.evil.example", 421},
                                                {"127.0.0.1.evil.example", 421},
                                                {"", 421}}) {
    EXPECT_EQ(status_of(access, request_with({{"Host", host}}), false, Role::reader), status)
        << host;
  }
}

TEST(Access, WithoutATokenOneReadsOnThisMachineAndNoMore) {
  Access access = open_access();
  const Request plain = request_with({{"Host", "localhost"}});
  EXPECT_EQ(status_of(access, plain, false, Role::reader), 200);
  EXPECT_EQ(status_of(access, plain, true, Role::editor), 401);
  const Request passed_on = request_with({{"Host", "localhost"}, {"Via", "1.1 proxy"}});
  EXPECT_EQ(status_of(access, passed_on, false, Role::reader), 401);
  const Request guessed = request_with({{"Host", "localhost"}, {"Authorization", "Bearer x"}});
  EXPECT_EQ(status_of(access, guessed, false, Role::reader), 401);
}

TEST(Access, OtherSitesPagesChangeNothing) {
  Access access = open_access();
  const auto status = [&access](const char* name, const char* value) {
    return status_of(access, request_with({{"Host", "localhost:80"}, {name, value}}), true,
                     Role::reader);
  };
  EXPECT_EQ(status("Origin", "http://localhost:80"), 200);
  EXPECT_EQ(status("Origin", "http://localhost:81"), 403);
  EXPECT_EQ(status("Origin", "null"), 403);
  EXPECT_EQ(status("Sec-Fetch-Site", "same-origin"), 200);
  EXPECT_EQ(status("Sec-Fetch-Site", "same-site"), 403);
}

TEST(Access, WhoAsksTooOftenWaits) {
  Access access({.names = {"localhost"},
                 .open = true,
                 .token_file = "/nowhere/tokens",
                 .requests_per_second = 5});
  const Request plain = request_with({{"Host", "localhost"}});
  int let_in = 0;
  for (int i = 0; i < 100; ++i) {
    let_in += status_of(access, plain, false, Role::reader) == 200 ? 1 : 0;
  }
  EXPECT_GE(let_in, 10);
  EXPECT_LT(let_in, 50);
  Request other = plain;
  other.peer = "192.0.2.1";
  EXPECT_EQ(status_of(access, other, false, Role::reader), 200);
}

}  // namespace
}  // namespace rapporteur::http
