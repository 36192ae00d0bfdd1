#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "encoding.h"
#include "html/byline.h"
#include "html/dates.h"
#include "html/guard.h"
#include "html/title.h"
#include "rapporteur/source/found.h"

namespace rapporteur::source {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kOne =
    "The ministers of both states met in the capital on Monday, where they talked for two hours "
    "about the water of the river, the dams above it and the canal that was begun last year.";
constexpr std::string_view kTwo =
    "They agreed to send engineers to both banks, to share what the gauges show every morning, and "
    "to meet again in the spring, when the snow has melted and the reservoirs are full.";

Found page(std::string bytes) {
  Found out;
  out.where = "a.html";
  out.id = "a";
  out.origin = "a.html";
  out.bytes = std::move(bytes);
  out.media = Media::html;
  return out;
}

std::string article(std::string_view inside, std::string_view head = "") {
  return "<!DOCTYPE html><html><head>" + std::string(head) + "</head><body><article>" +
         std::string(inside) + "</article></body></html>";
}

std::string paragraphs() {
  return "<p>" + std::string(kOne) + "</p><p>" + std::string(kTwo) + "</p>";
}

std::string both() { return std::string(kOne) + "\n\n" + std::string(kTwo); }

record::Report report_of(std::string bytes) {
  Result<record::Report> report = make_report(page(std::move(bytes)));
  if (report) return *std::move(report);
  ADD_FAILURE() << report.error().message;
  return {};
}

std::vector<std::string> reasons(const record::Report& report) {
  std::vector<std::string> out;
  for (const record::LeftOut& part : report.left_out) out.push_back(part.reason);
  return out;
}

TEST(Html, KeepsTheArticleAndSaysWhyTheRestWentOut) {
  const record::Report report = report_of(
      "<html><body><nav><a href=/>Home</a> <a href=/n>News</a></nav><div class=cookie-banner>We "
      "set "
      "cookies so that these pages remember you.</div><div class=story>" +
      paragraphs() +
      "<div class=share>Share this</div></div><div id=comments><p>What a long comment this is, and "
      "it does not end before it has said everything twice.</p></div></body></html>");
  EXPECT_EQ(report.text, both());
  EXPECT_THAT(reasons(report),
              ElementsAre("navigation", "cookie notice", "share line", "comments"));
  EXPECT_EQ(report.left_out[0].at, 0U);
  EXPECT_EQ(report.left_out[3].at, report.text.size());
}

TEST(Html, SetsListsTablesHeadingsAndCaptionsApart) {
  const record::Report report = report_of(article(
      paragraphs() +
      "<h2>Delegations</h2><ul><li>Ana Reis<li>Ben Cole</ul><table><tr><th>State<th>Head<tr>"
      "<td>Peru<td>Carla Diaz</table><figure><img src=a.jpg><figcaption>Both ministers at "
      "the river.</figcaption></figure><dl><dt>Chair<dd>Dana Engel</dl>"));
  EXPECT_EQ(report.text,
            both() +
                "\n\nDelegations\n\n- Ana Reis\n- Ben Cole\nState | Head\nPeru | Carla "
                "Diaz\n\nPhoto: Both ministers at the river.\n\nChair: Dana Engel");
}

TEST(Html, ReadsParagraphsThatLineBreaksPart) {
  const record::Report report = report_of(
      "<html><body><table><tr><td><a href=/>Home</a><td><font size=2>" + std::string(kOne) +
      "<br><br>" + std::string(kTwo) + "</font></table></body></html>");
  EXPECT_EQ(report.text, both());
}

TEST(Html, ReadsHeadlineDateAndTextInOneCell) {
  const record::Report report = report_of(
      "<title>River Post - Ministers meet at the river</title><table><tr><td><b>Ministers meet at "
      "the "
      "river</b><br>18 August 2022<br>" +
      std::string(kOne) + "<br><br>" + std::string(kTwo) + "</table>");
  EXPECT_EQ(report.title, "Ministers meet at the river");
  EXPECT_EQ(report.publisher, "River Post");
  EXPECT_EQ(report.published, "2022-08-18");
  EXPECT_EQ(report.text, both());
}

TEST(Html, EndsLinksThatItemsLeaveOpen) {
  const record::Report report = report_of(
      "<div id=menu><ul><li><a href=/a>One<li><a href=/b>Two</ul><div id=main>" + paragraphs());
  EXPECT_EQ(report.text, both());
}

TEST(Html, TakesMetadataFromJsonLdBeforeOpenGraph) {
  const record::Report report = report_of(article(
      "<h1>Ministers meet at the river</h1>" + paragraphs(),
      "<title>Ministers meet at the river | River Post</title>"
      "<meta property=og:site_name content='Other'><link rel=canonical href=https://Example.org/a>"
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ministers meet "
      "at "
      "the river\",\"datePublished\":\"2022-08-18T10:00:00Z\",\"dateModified\":\"2022-08-19\","
      "\"author\":[{\"name\":\"Ana Reis\"}],\"publisher\":{\"name\":\"River Post\"}}</script>"));
  EXPECT_EQ(report.title, "Ministers meet at the river");
  EXPECT_EQ(report.origin, "https://example.org/a");
  EXPECT_EQ(report.publisher, "River Post");
  EXPECT_EQ(report.byline, "Ana Reis");
  EXPECT_EQ(report.published, "2022-08-18");
  EXPECT_EQ(report.modified, "2022-08-19");
  EXPECT_EQ(report.language, "en");
  EXPECT_EQ(report.text, both()) << "the headline is the title, not the text";
}

TEST(Html, BelievesNoAddressOfAnotherSiteNorAFrontPage) {
  Found found = page(article(paragraphs(), "<link rel=canonical href=https://other.org/a>"));
  found.address = "https://www.example.org/b";
  EXPECT_EQ(make_report(found)->origin, "https://www.example.org/b");
  EXPECT_EQ(report_of(article(paragraphs(), "<link rel=canonical href=https://other.org/>")).origin,
            "a.html");
}

TEST(Html, ReadsShownMetadataWhereNothingIsDeclared) {
  const record::Report report = report_of(
      "<html><head><title>Ministers meet at the river - River "
      "Post</title></head><body><h1>Ministers "
      "meet at the river</h1><p>By Ana Reis</p><p>18 August 2022</p>" +
      paragraphs() + "</body></html>");
  EXPECT_EQ(report.title, "Ministers meet at the river");
  EXPECT_EQ(report.publisher, "River Post");
  EXPECT_EQ(report.byline, "Ana Reis");
  EXPECT_EQ(report.published, "2022-08-18");
}

TEST(Html, ReadsTheBodyInJsonLdWhereThePageShowsLess) {
  const record::Report report = report_of(
      article("<p>The ministers met.</p>",
              "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
                  std::string(kOne) + "\\n\\n" + std::string(kTwo) + "\"}</script>"));
  EXPECT_EQ(report.text, both());
  EXPECT_THAT(report.warnings, Contains(HasSubstr("articleBody")));
}

TEST(Html, ReadsAPageInEachOfItsEncodings) {
  const std::string utf8 =
      "Les présidents se sont réunis à Bruxelles pour parler de la forêt, de "
      "l’eau et des frontières que le traité a tracées.";
  EXPECT_EQ(report_of(article("<p>" + utf8)).text, utf8);
  std::string latin;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (utf8.substr(i, 3) == "\u2019") {
      latin += '\x92';
      i += 2;
    } else if (utf8[i] == '\xC3') {
      latin += static_cast<char>(utf8[++i] + 0x40);
    } else {
      latin += utf8[i];
    }
  }
  EXPECT_EQ(report_of(article("<p>" + latin, "<meta charset=iso-8859-1>")).text, utf8);
  const record::Report guessed = report_of(article("<p>" + latin));
  EXPECT_EQ(guessed.text, utf8);
  EXPECT_THAT(guessed.warnings, Contains(HasSubstr("not declared")));
}

TEST(Html, KeepsLettersDamagedBeforeAndWarns) {
  const record::Report report = report_of(
      article("<p>Le prÃ©sident a reÃ§u le ministre Ã©tranger et le dÃ©lÃ©guÃ© au palais, selon un "
              "communiquÃ© publiÃ© lundi.</p>"));
  EXPECT_THAT(report.text, HasSubstr("prÃ©sident"));
  EXPECT_THAT(report.warnings, Contains(HasSubstr("damaged")));
}

TEST(Html, DecodesEntitiesAndDropsScriptsAndNulBytes) {
  const std::string text =
      report_of(article(std::string("<script>var a = '<p>No</p>';</script><p>") +
                        std::string(1, '\0') + std::string(kOne) +
                        " Caf&eacute; &amp; bread &#8212; all day.</p>"))
          .text;
  EXPECT_EQ(text, std::string(kOne) + " Café & bread — all day.");
}

TEST(Html, RefusesWhatIsNoPageOrHoldsNoArticle) {
  Result<record::Report> empty = make_report(page("<html><body></body></html>"));
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().code, ErrorCode::bad_data);
  EXPECT_EQ(empty.error().where, "a.html");
  Result<record::Report> large = make_report(page(std::string(40'000'000, 'x')));
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, ErrorCode::too_large);
  std::string many;
  for (int i = 0; i < 600'000; ++i) many += "<p>x";
  Result<record::Report> tags = make_report(page(many));
  ASSERT_FALSE(tags);
  EXPECT_THAT(tags.error().message, HasSubstr("elements"));
}

TEST(Html, ReadsAMillionNestedElementsInLinearTime) {
  std::string deep;
  for (int i = 0; i < 1'000'000; ++i) deep += "<div>";
  const auto start = std::chrono::steady_clock::now();
  const record::Report report = report_of(deep + paragraphs());
  EXPECT_THAT(report.text, HasSubstr(kOne));
  EXPECT_THAT(report.warnings, Contains(HasSubstr("nested deeper")));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(Html, BoundsAttributesFormattingAndOpenTags) {
  std::string attributes = "<div";
  for (int i = 0; i < 200'000; ++i) attributes += " a" + std::to_string(i) + "=1";
  std::string formatting;
  for (int i = 0; i < 100'000; ++i) formatting += "<p><b class=c" + std::to_string(i) + ">x";
  std::string anchors;
  for (int i = 0; i < 100'000; ++i) anchors += "<a href=" + std::to_string(i) + "><b><i>y";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THAT(report_of(attributes + ">" + paragraphs()).text, HasSubstr(kTwo));
  EXPECT_TRUE(make_report(page(formatting + paragraphs())).has_value());
  EXPECT_TRUE(make_report(page(paragraphs() + anchors)).has_value());
  EXPECT_TRUE(make_report(page(paragraphs() + std::string(1'000'000, '<'))).has_value());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(30));
}

TEST(HtmlGuard, WritesOnlyWhatIsReadLater) {
  EXPECT_EQ(
      html::guard("<P onclick='x>y' CLASS=\"a b\" class=c>x<!-- <p> --><b>y</b><em class=d>z</em>")
          .html,
      "<!DOCTYPE html><p class=\"a b\">xy<span class=\"d\">z</span>");
  EXPECT_EQ(html::guard("1 < 2 <3").html, "<!DOCTYPE html>1 &lt; 2 &lt;3");
  EXPECT_TRUE(html::guard("<p>x<div class=").cut_short);
}

TEST(HtmlDates, ReadsDaysAsPagesWriteThem) {
  for (const char* words : {"2022-08-18T23:30:00+03:00", "Thu, 18 Aug 2022 10:00:00 GMT",
                            "Posted on August 18th, 2022 by staff", "18 de agosto de 2022",
                            "18.08.2022", "08/18/2022", "2022/08/18", "18 АВГУСТА 2022"}) {
    EXPECT_EQ(html::day_in(words), "2022-08-18") << words;
  }
  for (const char* words : {"07/08/2022", "31 June 2022", "", "August 2022", "10:30", "2022"}) {
    EXPECT_EQ(html::day_in(words), "") << words;
  }
  EXPECT_EQ(html::day_in_address("https://example.org/2022/08/18/a-1"), "2022-08-18");
  EXPECT_EQ(html::day_in_address("https://example.org/world/2022/aug/18/a"), "2022-08-18");
  EXPECT_EQ(html::day_in_address("https://example.org/n/20220818-a.html"), "2022-08-18");
  EXPECT_EQ(html::day_in_address("https://example.org/2022/08/a"), "2022-08");
  EXPECT_EQ(html::day_in_address("https://example.org/a?d=2022-08-18"), "");
}

TEST(HtmlTitle, TakesTheSiteFromTheTitle) {
  EXPECT_EQ(html::without_site("Ministers meet at the river | River Post", ""),
            "Ministers meet at the river");
  EXPECT_EQ(html::without_site("River Post - Ministers meet at the river", "River Post"),
            "Ministers meet at the river");
  EXPECT_EQ(html::without_site("Talks on water - a long way still to go today", ""),
            "Talks on water - a long way still to go today");
}

TEST(HtmlByline, CleansNamesAndKnowsAccounts) {
  EXPECT_EQ(html::clean_byline("By Ana Reis | 3 May 2021", ""), "Ana Reis");
  EXPECT_EQ(html::clean_byline("admin", ""), "");
  EXPECT_EQ(html::clean_byline("River Post", "River Post"), "");
  EXPECT_EQ(html::clean_byline("https://example.org/ana", ""), "");
}

}  // namespace
}  // namespace rapporteur::source
