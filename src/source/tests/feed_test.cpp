#include "feed.h"

#include "source_fixture.h"

namespace rapporteur::source {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kRss =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Daily Lake</title><link>https://lake.example/</link><language>en-GB</language>
<image><title>Logo</title></image>
<item>
  <title>Ministers agree &amp; sign&nbsp;more</title>
  <link> https://Lake.example/1#top </link>
  <guid isPermaLink="false">lake-1</guid>
  <media:title>Photo</media:title>
  <dc:creator><![CDATA[Jo Doe]]></dc:creator>
  <pubDate>Mon, 22 Aug 2022 23:30:00 -0500</pubDate>
  <description>Short.</description>
  <content:encoded><![CDATA[<p>The ministers met &amp; agreed.</p>]]></content:encoded>
</item>
<item><title>Second</title><link>https://lake.example/2</link><description>&lt;b&gt;Short&lt;/b&gt; words.</description></item>
<item><title>Third</title><link>https://lake.example/3</link></item>
</channel></rss>
)";

class FeedTest : public SourceTest {};

TEST_F(FeedTest, MakesADocumentOfEachItemOfRss) {
  const auto found = found_in({put("a.rss", kRss)});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].id, "lake-1");
  EXPECT_EQ(found[0].origin, "https://lake.example/1");
  EXPECT_EQ(found[0].address, "https://Lake.example/1#top");
  EXPECT_EQ(found[0].title, "Ministers agree & sign\u00A0more");
  EXPECT_EQ(found[0].byline, "Jo Doe");
  EXPECT_EQ(found[0].publisher, "The Daily Lake");
  EXPECT_EQ(found[0].language, "en");
  EXPECT_EQ(found[0].published, "2022-08-22");
  EXPECT_EQ(found[0].bytes, "<p>The ministers met &amp; agreed.</p>");
  EXPECT_THAT(found[0].notes, IsEmpty());
  EXPECT_THAT(found[0].where, EndsWith("a.rss:6"));
}

TEST_F(FeedTest, KeepsAmpersandsInAddressesOfAtom) {
  const auto found =
      found_in({put("a.atom", R"(<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id>
<link href="https://lake.example/?a=1&amp;b=2&#38;c=3"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="/x?y&amp;z">Met.</a></div>
</content></entry></feed>)")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].origin, "https://lake.example/?a=1&b=2&c=3");
  EXPECT_THAT(found[0].bytes, HasSubstr(R"(href="/x?y&amp;z")"));
}

TEST_F(FeedTest, NotesThatASummaryIsNotTheReportAndNamesItemsWithoutText) {
  const auto found = found_in({put("a.rss", kRss)});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].id, "https://lake.example/2");
  EXPECT_EQ(found[1].bytes, "<b>Short</b> words.");
  EXPECT_THAT(found[1].notes, ElementsAre(HasSubstr("summary")));
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].code, ErrorCode::unsupported);
  EXPECT_THAT(errors_[0].message, HasSubstr("https://lake.example/3"));
}

TEST_F(FeedTest, ReadsAtomInEveryWayThatItHoldsText) {
  const auto found = found_in({put("a.atom", R"(<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml">
<title>Lake Office</title>
<entry><id>tag:1</id><title>One</title><link rel="self" href="https://lake.example/self"/>
 <link href="https://lake.example/1"/><author><name>Jo Doe</name></author>
 <published>2022-08-22T09:30:00Z</published><updated>2022-08-23T00:00:00Z</updated>
 <content type="xhtml"><x:div class="a&quot;b"><x:p>Met &lt; agreed.</x:p><x:br/></x:div></content></entry>
<entry><id>tag:2</id><title>Two</title><updated>2022-08-24T00:00:00Z</updated>
 <content type="html">&lt;p&gt;Met.&lt;/p&gt;</content></entry>
<entry><id>tag:3</id><content>Met &amp; agreed.</content></entry>
<entry><id>tag:4</id><content type="video/mp4" src="https://lake.example/4"/><summary>Film.</summary></entry>
</feed>)")});
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].bytes, "<div class=\"a&quot;b\"><p>Met &lt; agreed.</p><br></br></div>");
  EXPECT_EQ(found[0].origin, "https://lake.example/1");
  EXPECT_EQ(found[0].byline, "Jo Doe");
  EXPECT_EQ(found[0].published, "2022-08-22");
  EXPECT_EQ(found[0].modified, "2022-08-23");
  EXPECT_EQ(found[1].bytes, "<p>Met.</p>");
  EXPECT_EQ(found[1].origin, "a.atom#tag:2");
  EXPECT_EQ(found[1].published, "");
  EXPECT_EQ(found[1].date_if_none, "2022-08-24");
  EXPECT_EQ(found[2].bytes, "Met & agreed.");
  EXPECT_EQ(found[2].media, Media::text);
  EXPECT_THAT(found[3].notes, ElementsAre(HasSubstr("summary")));
}

TEST_F(FeedTest, ReadsRssOneAndOtherEncodings) {
  const auto found = found_in({put("a.rdf", R"(<?xml version="1.0" encoding="ISO-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lake</title></channel>
<item rdf:about="https://lake.example/1"><title>Caf)"
                                            "\xE9"
                                            R"(</title><dc:date>2022-08-22</dc:date>
<description>Met.</description></item></rdf:RDF>)")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].title, "Caf\u00E9");
  EXPECT_EQ(found[0].published, "2022-08-22");
  EXPECT_EQ(found[0].origin, "https://lake.example/1");
}

TEST_F(FeedTest, SaysThatASitemapHoldsNoTexts) {
  EXPECT_THAT(
      found_in({put("map.xml", R"(<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://lake.example/1</loc><lastmod>2022-08-22</lastmod></url><url><loc>x</loc></url></urlset>)")}),
      IsEmpty());
  EXPECT_THAT(errors_, IsEmpty());
  EXPECT_THAT(notes_, ElementsAre(HasSubstr("names 2 addresses")));
}

TEST_F(FeedTest, IsToldByItsContent) { EXPECT_EQ(found_in({put("noending", kRss)}).size(), 2U); }

TEST_F(FeedTest, RefusesEntityBombsAndReadsNoOtherFile) {
  found_in(
      {put("bomb.rss", R"(<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>
<rss><channel><item><title>&c;</title></item></channel></rss>)"),
       put("file.rss", R"(<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "/etc/passwd">]>
<rss><channel><item><title>&a;</title></item></channel></rss>)"),
       put("dtd.rss", R"(<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">
<rss><channel><item><guid>1</guid><description>x</description></item></channel></rss>)")});
  ASSERT_EQ(errors_.size(), 2U);
  for (const Error& error : errors_) {
    EXPECT_EQ(error.code, ErrorCode::bad_data);
    EXPECT_THAT(error.message, HasSubstr("declares entities"));
  }
  EXPECT_THAT(errors_[0].where, EndsWith("bomb.rss:1"));
}

TEST_F(FeedTest, KeepsWhatCameBeforeAFault) {
  const std::string cut(kRss.substr(0, kRss.find("<item><title>Third")));
  EXPECT_EQ(found_in({put("cut.rss", cut)}).size(), 2U);
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_THAT(errors_[0].message, HasSubstr("cut off"));
  std::string deep = cut + "<item><description>";
  for (int i = 0; i < 9999; ++i) deep += "<a>";
  errors_.clear();
  EXPECT_EQ(found_in({put("deep.rss", deep)}).size(), 2U);
  EXPECT_EQ(errors_.size(), 1U);
}

TEST_F(FeedTest, RefusesOtherXmlAndWhatIsNone) {
  found_in({put("a.xml", "<html><p>x</p></html>"), put("b.xml", "plain words"), put("c.xml", "")});
  ASSERT_EQ(errors_.size(), 3U);
  EXPECT_THAT(errors_[0].message, HasSubstr("no feed"));
  for (const Error& error : errors_) EXPECT_EQ(error.code, ErrorCode::bad_data);
}

TEST_F(FeedTest, ReadsOnWhereAFeedIsNotWellFormed) {
  const auto found = found_in({put("a.rss", R"(<rss><channel><item><guid>1</guid>
<link>https://lake.example/?a=1&b=2</link><enclosure url="a&eacute;&foo;b"/>
<description>Caf&eacute; &unknown; &lt;b&gt; & more</description></item></channel></rss>)")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].bytes, "Caf\u00E9 &unknown; <b>  more");
}

TEST_F(FeedTest, SkipsAnItemOverTheLimit) {
  const auto found = found_in(
      {put("a.rss", "<rss><channel><item><guid>1</guid><description>" + std::string(3000, 'x') +
                        "</description></item><item><guid>2</guid><description>y</description>"
                        "</item></channel></rss>")},
      {.report_limit = 1000});
  EXPECT_THAT(origins(found), ElementsAre("a.rss#2"));
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].code, ErrorCode::too_large);
}

TEST(DayOfFeedDate, ReadsWhatFeedsWrite) {
  EXPECT_EQ(day_of_feed_date("Mon, 22 Aug 2022 09:30:00 +0500"), "2022-08-22");
  EXPECT_EQ(day_of_feed_date(" 2 Sept 22 09:30 GMT"), "2022-09-02");
  EXPECT_EQ(day_of_feed_date("Friday, 01-Jul-1994 00:00:00 GMT"), "1994-07-01");
  EXPECT_EQ(day_of_feed_date("2022-08-22T09:30:00Z"), "2022-08-22");
  for (const char* words :
       {"", "Mon, 31 Feb 2022", "today", "22.08.2022", "Mon, 22 Xxx 2022", "22 Aug"}) {
    EXPECT_EQ(day_of_feed_date(words), "") << words;
  }
}

}  // namespace
}  // namespace rapporteur::source
