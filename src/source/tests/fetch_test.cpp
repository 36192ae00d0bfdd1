// What is asked of the web and what is not. The exchange itself is tested against a real server by
// tests/cli/fetch_test.py.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include <cstring>
#include <string>

#include "address.h"
#include "fetch/guard.h"
#include "fetch/robots.h"

namespace rapporteur::source {
namespace {

TEST(Address, HasOneSpelling) {
  const Address a = parse_address("HTTPS://Example.ORG:443/News?id=7#top").value();
  EXPECT_EQ(a.whole, "https://example.org/News?id=7");
  EXPECT_EQ(a.origin, "https://example.org");
  EXPECT_EQ(a.path, "/News?id=7");
  EXPECT_EQ(parse_address("http://example.org:8080").value().origin, "http://example.org:8080");
  EXPECT_EQ(parse_address("http://example.org").value().path, "/");
}

TEST(Address, IsOfTheWebWithoutPasswords) {
  for (const char* words : {"ftp://example.org/x", "file:///etc/passwd", "http://a:b@example.org/",
                            "http://", "http://[::1", "javascript:alert(1)", "news.html", ""}) {
    const Result<Address> address = parse_address(words);
    ASSERT_FALSE(address) << words;
    EXPECT_EQ(address.error().code, ErrorCode::usage) << words;
  }
  EXPECT_TRUE(looks_like_address("HTTP://example.org"));
  EXPECT_FALSE(looks_like_address("http-notes.txt"));
  EXPECT_FALSE(looks_like_address("https://"));
}

TEST(Address, OfAReferenceIsThatOnItsPage) {
  const Address page = parse_address("https://example.org/a/b").value();
  EXPECT_EQ(resolve_address(page, "c?d").value().whole, "https://example.org/a/c?d");
  EXPECT_EQ(resolve_address(page, "//other.example/x").value().whole, "https://other.example/x");
  EXPECT_FALSE(resolve_address(page, "ftp://example.org/"));
}

bool is_public(const std::string& words) {
  sockaddr_storage storage{};
  auto* four = reinterpret_cast<sockaddr_in*>(&storage);  // NOLINT: as sockets have it
  auto* six = reinterpret_cast<sockaddr_in6*>(&storage);  // NOLINT
  if (::inet_pton(AF_INET, words.c_str(), &four->sin_addr) == 1) {
    storage.ss_family = AF_INET;
  } else {
    EXPECT_EQ(::inet_pton(AF_INET6, words.c_str(), &six->sin6_addr), 1) << words;
    storage.ss_family = AF_INET6;
  }
  return source::is_public(reinterpret_cast<const sockaddr*>(&storage));  // NOLINT
}

TEST(Guard, LetsThePublicInternetThrough) {
  for (const char* host : {"8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "192.167.1.1",
                           "2001:4860:4860::8888", "2a00:1450::1", "::ffff:8.8.8.8"}) {
    EXPECT_TRUE(is_public(host)) << host;
  }
}

TEST(Guard, KeepsOutWhatIsNotPublic) {
  for (const char* host : {"127.0.0.1",
                           "127.9.9.9",
                           "0.0.0.0",
                           "10.1.2.3",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.168.1.1",
                           "169.254.169.254",
                           "100.64.0.1",
                           "224.0.0.1",
                           "255.255.255.255",
                           "::1",
                           "::",
                           "fe80::1",
                           "fc00::1",
                           "fd12::1",
                           "ff02::1",
                           "2001:db8::1",
                           "::ffff:127.0.0.1",
                           "::ffff:10.0.0.1",
                           "64:ff9b::7f00:1",
                           "2002:7f00:1::",
                           "::127.0.0.1"}) {
    EXPECT_FALSE(is_public(host)) << host;
  }
}

TEST(Guard, KeepsOutWhatIsNoInternetAddress) {
  sockaddr local{};
  local.sa_family = AF_UNIX;
  EXPECT_FALSE(source::is_public(&local));
}

TEST(RobotsFile, AllowsWhatItDoesNotName) {
  EXPECT_TRUE(Robots().allows("/"));
  EXPECT_TRUE(Robots::parse("", "rapporteur").allows("/x"));
  EXPECT_TRUE(Robots::parse("no rules here\n\x00\xff", "rapporteur").allows("/x"));
  EXPECT_FALSE(Robots::refusing().allows("/"));
}

TEST(RobotsFile, LetsTheLongestRuleDecide) {
  const Robots r = Robots::parse(
      "User-agent: *\nDisallow: /private\nAllow: /private/open\nDisallow: /*.pdf$\n", "rapporteur");
  EXPECT_TRUE(r.allows("/news"));
  EXPECT_FALSE(r.allows("/private/x"));
  EXPECT_TRUE(r.allows("/private/open/x"));
  EXPECT_FALSE(r.allows("/a/b.pdf"));
  EXPECT_TRUE(r.allows("/a/b.pdf?x"));
  const Robots even = Robots::parse("User-agent: *\nDisallow: /ab\nAllow: /ab\n", "rapporteur");
  EXPECT_TRUE(even.allows("/ab"));
}

TEST(RobotsFile, PrefersTheGroupOfTheRobot) {
  const char* text =
      "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Rapporteur # us\n"
      "Crawl-delay: 2.5\nDisallow: /slow\n";
  const Robots ours = Robots::parse(text, "rapporteur");
  EXPECT_TRUE(ours.allows("/news"));
  EXPECT_FALSE(ours.allows("/slow/x"));
  EXPECT_EQ(ours.delay(), 2.5);
  EXPECT_FALSE(Robots::parse(text, "somebody").allows("/news"));
  EXPECT_EQ(Robots::parse(text, "somebody").delay(), std::nullopt);
}

TEST(RobotsFile, TakesAnEmptyDisallowForNone) {
  EXPECT_TRUE(Robots::parse("User-agent: *\nDisallow:\n", "rapporteur").allows("/x"));
}

TEST(RobotsFile, BearsHostilePatterns) {
  const std::string stars(2000, '*');
  const Robots r =
      Robots::parse("User-agent: *\nDisallow: /" + stars + "x\nCrawl-delay: nan\n", "rapporteur");
  EXPECT_TRUE(r.allows("/" + std::string(2000, 'y')));
  EXPECT_EQ(r.delay(), std::nullopt);
}

}  // namespace
}  // namespace rapporteur::source
