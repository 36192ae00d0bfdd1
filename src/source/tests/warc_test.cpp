#include "http_message.h"
#include "packed.h"
#include "source_fixture.h"

namespace rapporteur::source {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

std::string record(std::string_view fields, std::string_view block, std::size_t length) {
  return "WARC/1.1\r\n" + std::string(fields) + "Content-Length: " + std::to_string(length) +
         "\r\n\r\n" + std::string(block) + "\r\n\r\n";
}

std::string fields_of(std::string_view number) {
  return "WARC-Type: response\r\nWARC-Date: 2022-08-22T09:30:00Z\r\nWARC-Record-ID: <urn:uuid:" +
         std::string(number) + ">\r\nWARC-Target-URI: https://Lake.example/" + std::string(number) +
         "\r\nContent-Type: application/http; msgtype=response\r\n";
}

std::string http(std::string_view body, std::string_view more = "",
                 std::string_view status = "200 OK",
                 std::string_view type = "text/plain; charset=\"iso-8859-1\"") {
  return "HTTP/1.1 " + std::string(status) + "\r\nServer: s\r\ncontent-type: " + std::string(type) +
         "\r\n" + std::string(more) + "\r\n" + std::string(body);
}

std::string response(std::string_view number, const std::string& message) {
  return record(fields_of(number), message, message.size());
}

const std::string kInfo = record("WARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n",
                                 "software: none\r\n", 16);

class WarcTest : public SourceTest {};

TEST_F(WarcTest, MakesADocumentOfAResponse) {
  const std::string bytes = kInfo + response("1", http("words"));
  const auto found = found_in({put("a.warc", bytes)});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, "urn:uuid:1");
  EXPECT_EQ(found[0].origin, "https://lake.example/1");
  EXPECT_EQ(found[0].address, "https://Lake.example/1");
  EXPECT_EQ(found[0].bytes, "words");
  EXPECT_EQ(found[0].media, Media::text);
  EXPECT_EQ(found[0].charset, "iso-8859-1");
  EXPECT_EQ(found[0].published, "") << "the day of a crawl is no day of publication";
  EXPECT_EQ(found[0].date_if_none, "2022-08-22");
  EXPECT_EQ(found[0].where, folder_ + "/a.warc@" + std::to_string(kInfo.size()));
  EXPECT_EQ(found[0].size, bytes.size() - kInfo.size() - 4);
}

TEST_F(WarcTest, LeavesOtherRecordsStatesAndTypesOut) {
  const std::string request = record("WARC-Type: request\r\n", "GET / HTTP/1.1\r\n\r\n", 18);
  const auto found =
      found_in({put("a.warc", kInfo + request + response("1", http("x", "", "404 Not Found")) +
                                  response("2", http("x", "", "200 OK", "image/png")) +
                                  record("WARC-Type: revisit\r\n", http("x"), http("x").size()) +
                                  response("3", http("words")))});
  EXPECT_THAT(origins(found), ElementsAre("https://lake.example/3"));
  EXPECT_THAT(errors_, IsEmpty());
}

TEST_F(WarcTest, ReadsResourcesAndTextsThatWereMadeOfPages) {
  const auto found = found_in(
      {put("a.wet", record("WARC-Type: conversion\r\nWARC-Target-URI: <http://a.example/>\r\n"
                           "Content-Type: text/plain\r\n",
                           "words", 5) +
                        record("WARC-Type: resource\r\nContent-Type: text/plain\r\n", "more", 4))});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].origin, "http://a.example/");
  EXPECT_EQ(found[1].bytes, "more");
  EXPECT_THAT(found[1].id, testing::StartsWith("a:"));
}

TEST_F(WarcTest, UndoesWhatTheServerDidToTheBody) {
  const std::string chunks = "3\r\nwor\r\n2;x=y\r\nds\r\n0\r\n\r\n";
  const std::string packed = gzipped("words");
  const auto found = found_in(
      {put("a.warc",
           response("1", http(chunks, "Transfer-Encoding: chunked\r\n")) +
               response("2", http(packed, "Content-Encoding: gzip\r\n")) +
               response("3", http(gzipped("words", -15), "Content-Encoding: deflate\r\n")) +
               response("4", http("words",
                                  "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")))});
  ASSERT_EQ(found.size(), 4U);
  for (const Found& one : found) EXPECT_EQ(one.bytes, "words") << one.where;
}

TEST_F(WarcTest, RefusesABodyThatCannotBeUnpacked) {
  found_in({put("a.warc", response("1", http("x", "Content-Encoding: br\r\n")) +
                              response("2", http(gzipped("words").substr(0, 12),
                                                 "Content-Encoding: gzip\r\n")))});
  ASSERT_EQ(errors_.size(), 2U);
  EXPECT_EQ(errors_[0].code, ErrorCode::unsupported);
  EXPECT_THAT(errors_[0].where, EndsWith("a.warc@0"));
  EXPECT_EQ(errors_[1].code, ErrorCode::bad_data);
}

TEST_F(WarcTest, ReadsRecordsThatArePackedOneByOneOrTogether) {
  const std::string one = response("1", http("one"));
  const std::string two = response("2", http("two"));
  const std::vector<std::string> expected = {"https://lake.example/1", "https://lake.example/2"};
  EXPECT_EQ(origins(found_in({put("a.warc.gz", gzipped(one) + gzipped(two))})), expected);
  EXPECT_EQ(origins(found_in({put("b.warc.gz", gzipped(one + two))})), expected);
  EXPECT_EQ(origins(found_in({put("sniffed", gzipped(one) + gzipped(two))})), expected);
  EXPECT_THAT(errors_, IsEmpty());
}

TEST_F(WarcTest, GoesOnBehindADamagedMember) {
  std::string body;
  for (int i = 0; i < 3000; ++i) body += std::to_string(i * 7919 % 10007) + " ";
  std::string damaged = gzipped(response("2", http(body)));
  damaged[damaged.size() - 99] ^= 0x55;
  const auto found = found_in({put("a.warc.gz", gzipped(response("1", http("x"))) + damaged +
                                                    gzipped(response("3", http("z"))))});
  EXPECT_THAT(origins(found), ElementsAre("https://lake.example/1", "https://lake.example/3"));
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].code, ErrorCode::bad_data);
  EXPECT_THAT(errors_[0].where, EndsWith("@" + std::to_string(response("1", http("x")).size())));
}

TEST_F(WarcTest, SaysWhereAFileIsCutOff) {
  const std::string one = response("1", http("one"));
  const std::string two = response("2", http("two two two"));
  EXPECT_THAT(origins(found_in({put("a.warc", one + two.substr(0, two.size() - 7))})),
              ElementsAre("https://lake.example/1"));
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].where, folder_ + "/a.warc@" + std::to_string(one.size()));
  EXPECT_THAT(errors_[0].message, HasSubstr("cut off"));
}

TEST_F(WarcTest, FindsTheNextRecordWhereALengthLies) {
  const std::string body = http("words and more words");
  const std::string three = response("3", http("x"));
  for (const std::size_t length : {std::size_t{5}, body.size() - 1, body.size() + 40}) {
    errors_.clear();
    const auto found = found_in(
        {put("a.warc", response("1", http("x")) + record(fields_of("2"), body, length) + three)});
    EXPECT_THAT(origins(found), ElementsAre("https://lake.example/1", "https://lake.example/3"));
    ASSERT_EQ(errors_.size(), 1U) << length;
    EXPECT_EQ(errors_[0].code, ErrorCode::bad_data);
    EXPECT_THAT(errors_[0].where, EndsWith("@" + std::to_string(response("1", http("x")).size())));
  }
}

TEST_F(WarcTest, SkipsARecordOverTheLimitAndOneWhoseLengthIsAbsurd) {
  const std::string big = http(std::string(700'000, 'y'));
  const auto found =
      found_in({put("a.warc", response("1", big) + response("2", http("x")) +
                                  record(fields_of("3"), http("y"), 999'999'999'999) +
                                  response("4", http("z")))},
               {.report_limit = 100'000});
  EXPECT_THAT(origins(found), ElementsAre("https://lake.example/2", "https://lake.example/4"));
  ASSERT_EQ(errors_.size(), 2U);
  EXPECT_EQ(errors_[0].code, ErrorCode::too_large);
  EXPECT_EQ(errors_[1].code, ErrorCode::too_large);
}

TEST_F(WarcTest, NamesWhatIsNoRecord) {
  const auto found = found_in({put("a.warc", "no record\r\n" + response("1", http("x")) +
                                                 "WARC/1.0\r\nContent-Length: many\r\n\r\n" +
                                                 response("2", http("y")) + "tail")});
  EXPECT_THAT(origins(found), ElementsAre("https://lake.example/1", "https://lake.example/2"));
  EXPECT_EQ(errors_.size(), 3U);
  EXPECT_THAT(errors_[0].where, EndsWith("a.warc@0"));
}

TEST_F(WarcTest, ReadsRecordsWhereverABlockOfTheFileEnds) {
  std::string bytes;
  std::vector<std::string> expected;
  for (std::size_t i = 0; i < 900; ++i) {
    bytes += response(std::to_string(i), http(std::string(i * 31 % 2003, 'y')));
    expected.push_back("https://lake.example/" + std::to_string(i));
  }
  EXPECT_EQ(origins(found_in({put("a.warc", bytes)})), expected);
  EXPECT_EQ(origins(found_in({put("a.warc.gz", gzipped(bytes))})), expected);
  EXPECT_THAT(errors_, IsEmpty());
}

TEST(HttpHeadOf, RefusesWhatIsNoResponse) {
  for (const char* message : {"", "HTTP/1.1 200 OK\r\nA: b\r\n", "<p>\r\n\r\n", "HTTP/1.1\r\n\r\n",
                              "HTTP/1.1 ok\r\n\r\n"}) {
    EXPECT_FALSE(http_head_of(message)) << message;
  }
}

}  // namespace
}  // namespace rapporteur::source
