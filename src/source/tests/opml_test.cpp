#include "rapporteur/source/opml.h"

#include "source_fixture.h"

namespace rapporteur::source {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> addresses_in(const Subscriptions& list) {
  std::vector<std::string> out;
  for (const Subscription& feed : list.feeds) out.push_back(feed.address);
  return out;
}

Error refused(std::string_view bytes) {
  const Result<Subscriptions> list = parse_opml(bytes, "a.opml");
  EXPECT_FALSE(list) << bytes.substr(0, 80);
  return list ? Error{} : list.error();
}

TEST(Opml, FindsFeedsHoweverDeepTheyLie) {
  const Result<Subscriptions> list =
      parse_opml(R"(<?xml version="1.0" encoding="ISO-8859-1"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Ministries"><outline text="Lakes">
  <outline type="rss" text="Lake" title="The Lake" xmlUrl="https://Lake.example/feed?a=1&amp;b=2"/>
</outline></outline>
<outline text="Caf)"
                 "\xE9"
                 R"(" xmlUrl="http://lake.example/atom#top" htmlUrl="http://lake.example/"/>
<outline text="again" xmlUrl="https://lake.example/feed?a=1&amp;b=2"/>
</body></opml>)",
                 "a.opml");
  ASSERT_TRUE(list) << list.error().text();
  EXPECT_THAT(addresses_in(*list),
              ElementsAre("https://lake.example/feed?a=1&b=2", "http://lake.example/atom"));
  EXPECT_EQ(list->feeds[0].title, "The Lake");
  EXPECT_EQ(list->feeds[0].line, 4U);
  EXPECT_EQ(list->feeds[1].title, "Café");
  EXPECT_THAT(list->errors, IsEmpty());
}

TEST(Opml, NamesOutlinesThatCannotBeFollowed) {
  const Result<Subscriptions> list = parse_opml(
      "<opml><body>\n<outline xmlUrl='file:///etc/passwd'/>\n<outline "
      "xmlUrl='https://u:p@a.example/'/>\n"
      "<outline type='rss' text='lost'/>\n<outline xmlUrl='https://a.example/'/></body></opml>",
      "a.opml");
  ASSERT_TRUE(list) << list.error().text();
  EXPECT_THAT(addresses_in(*list), ElementsAre("https://a.example/"));
  ASSERT_EQ(list->errors.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(list->errors[i].code, ErrorCode::usage);
    EXPECT_EQ(list->errors[i].where, "a.opml:" + std::to_string(i + 2));
  }
}

TEST(Opml, RefusesWhatIsNoneWithItsPlace) {
  EXPECT_THAT(refused("").text(), HasSubstr("a.opml"));
  EXPECT_THAT(refused("<rss version='2.0'/>").message, HasSubstr("'rss'"));
  EXPECT_EQ(refused("<opml>\n<body>\n<outline xmlUrl='https://a.example/'/>").where, "a.opml:3");
  EXPECT_EQ(refused("<opml>\n<body>\n</outline>").code, ErrorCode::bad_data);
  EXPECT_THAT(
      refused("<!DOCTYPE opml [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><opml>&b;</opml>").message,
      HasSubstr("document type"));
}

TEST(Opml, RefusesListsThatAreTooDeepOrTooLong) {
  std::string deep = "<opml><body>";
  for (int i = 0; i < 300; ++i) deep += "<outline text='x'>";
  EXPECT_EQ(refused(deep).code, ErrorCode::too_large);
  std::string many = "<opml><body>";
  for (int i = 0; i <= 100'000; ++i) {
    many += "<outline xmlUrl='https://a.example/" + std::to_string(i) + "'/>";
  }
  EXPECT_EQ(refused(many + "</body></opml>").code, ErrorCode::too_large);
}

}  // namespace
}  // namespace rapporteur::source
