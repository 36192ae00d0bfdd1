#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "furniture.h"
#include "heading.h"
#include "language.h"
#include "rapporteur/base/digest.h"
#include "rapporteur/source/found.h"

namespace rapporteur::source {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Found found(std::string bytes) {
  Found out;
  out.where = "a.txt";
  out.id = "a";
  out.origin = "a.txt";
  out.bytes = std::move(bytes);
  return out;
}

constexpr std::string_view kBody =
    "The ministers of both states met in the capital on Monday and talked about water.";

TEST(MakeReport, KeepsATextWithoutFurnitureByteForByte) {
  const std::string text = " Headline above\n\n" + std::string(kBody) + "\n\n";
  const Result<record::Report> report = make_report(found(text));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, text);
  EXPECT_EQ(report->digest, "sha256:" + sha256_hex(text));
  EXPECT_TRUE(report->left_out.empty());
}

TEST(MakeReport, TakesFurnitureOutAndSaysWhereItStood) {
  const std::string before = "Headline above\n\n";
  const std::string body(kBody);
  const Result<record::Report> report = make_report(
      found(before + "Share this post\n\n" + body + "\n\nAll rights reserved\n\n  scroll to top"));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, before + body);
  ASSERT_EQ(report->left_out.size(), 3U);
  EXPECT_EQ(report->left_out[0], (record::LeftOut{static_cast<std::uint32_t>(before.size()),
                                                  "Share this post", "share line"}));
  EXPECT_EQ(report->left_out[1].at, report->text.size());
  EXPECT_EQ(report->left_out[2].text, "scroll to top");
  EXPECT_EQ(report->digest, "sha256:" + sha256_hex(report->text));
}

TEST(MakeReport, PutsEveryLeftOutPartOnACharacterOfTheText) {
  const Result<record::Report> report =
      make_report(found("Ç—é\nShare this\n" + std::string(kBody) + "\nBack to top\nÇ—é\n"));
  ASSERT_TRUE(report);
  ASSERT_EQ(report->left_out.size(), 2U);
  for (const record::LeftOut& part : report->left_out) {
    ASSERT_LE(part.at, report->text.size());
    EXPECT_TRUE(part.at == report->text.size() || (report->text[part.at] & 0xC0) != 0x80);
    EXPECT_EQ(report->text[part.at - 1], '\n');
  }
}

TEST(MakeReport, ConvertsUtf16AndWarns) {
  std::string utf16 = "\xFF\xFE";
  for (const char c : kBody) {
    utf16 += c;
    utf16 += '\0';
  }
  const Result<record::Report> report = make_report(found(utf16));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, kBody);
  EXPECT_THAT(report->warnings, ElementsAre(HasSubstr("UTF-16")));
}

TEST(MakeReport, ReplacesInvalidBytesAndWarns) {
  const Result<record::Report> report = make_report(found("Caf\xE9 talks were held."));
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, "Caf\xEF\xBF\xBD talks were held.");
  EXPECT_THAT(report->warnings, ElementsAre(HasSubstr("invalid")));
}

TEST(MakeReport, RefusesBinaryEmptyAndBlankTexts) {
  const Result<record::Report> binary =
      make_report(found(std::string("\x7F"
                                    "ELF\0\1",
                                    6)));
  ASSERT_FALSE(binary);
  EXPECT_EQ(binary.error().code, ErrorCode::bad_data);
  EXPECT_EQ(binary.error().where, "a.txt@4");
  for (const char* text : {"", " \n\t\n", "Share this post\n"}) {
    const Result<record::Report> report = make_report(found(text));
    ASSERT_FALSE(report) << text;
    EXPECT_EQ(report.error().code, ErrorCode::bad_data);
    EXPECT_EQ(report.error().where, "a.txt");
  }
}

TEST(MakeReport, PrefersWhatTheRecordSaysToWhatTheLinesSay) {
  Found record =
      found("The Daily Lake\nMinisters agree on water for the summer\n" + std::string(kBody));
  EXPECT_EQ(make_report(record)->title, "Ministers agree on water for the summer");
  EXPECT_EQ(make_report(record)->publisher, "The Daily Lake");
  record.title = "Given";
  record.publisher = "Known";
  record.published = "2021-05-06";
  EXPECT_EQ(make_report(record)->title, "Given");
  EXPECT_EQ(make_report(record)->publisher, "Known");
  EXPECT_EQ(make_report(record)->published, "2021-05-06");
}

TEST(MakeReport, TakesTheDateOfItsSourceOnlyWhereNothingTellsTheDay) {
  Found record = found(std::string(kBody));
  record.date_if_none = "2021-05-08";
  EXPECT_EQ(make_report(record)->published, "2021-05-08");
  record.published = "2021-05-06";
  EXPECT_EQ(make_report(record)->published, "2021-05-06");
}

TEST(HeadingOf, TellsAPublisherFromATitle) {
  const Heading heading =
      heading_of("Ministry of Lakes\n6 May 2021\nBy Jo Doe\n\nMinisters agree on water\n\n" +
                 std::string(kBody));
  EXPECT_EQ(heading.publisher, "Ministry of Lakes");
  EXPECT_EQ(heading.title, "Ministers agree on water");
  EXPECT_EQ(heading.byline, "Jo Doe");
}

TEST(HeadingOf, SkipsSectionsOfASite) {
  const Heading heading =
      heading_of("News\nThe Daily Lake\nMinisters agree on water\n\n" + std::string(kBody));
  EXPECT_EQ(heading.publisher, "The Daily Lake");
  EXPECT_EQ(heading.title, "Ministers agree on water");
}

TEST(HeadingOf, TakesANameAloneForAPublisherAndNoTitle) {
  const Heading heading = heading_of("Ministry of Lakes\n\n" + std::string(kBody));
  EXPECT_EQ(heading.title, "");
  EXPECT_EQ(heading.publisher, "Ministry of Lakes");
}

TEST(HeadingOf, ReadsThePublisherOfADateline) {
  const Heading heading =
      heading_of("PORT AZUL, (Lake Post - 6th May, 2021 ) :" + std::string(kBody));
  EXPECT_EQ(heading.publisher, "Lake Post");
  EXPECT_EQ(heading_of("The ministers (Lake Post - 6 May 2021) met.").publisher, "")
      << "a dateline's place is in capitals";
}

TEST(HeadingOf, SaysNothingOfARunningText) {
  const Heading heading = heading_of(kBody);
  EXPECT_EQ(heading.title, "");
  EXPECT_EQ(heading.publisher, "");
  EXPECT_EQ(heading.byline, "");
}

TEST(LanguageOf, TellsLanguagesWhereItIsSure) {
  EXPECT_EQ(language_of(kBody), "en");
  EXPECT_EQ(language_of("THE LEADERS OF THE UNION MET IN THE CAPITAL ON MONDAY"), "en");
  EXPECT_EQ(language_of("Les ministres des deux pays se sont réunis lundi dans la capitale."),
            "fr");
  EXPECT_EQ(language_of("Министры двух государств встретились в столице."), "ru");
  EXPECT_EQ(language_of("17 23 42"), "") << "too little to tell";
  EXPECT_EQ(language_of(""), "");
}

TEST(CutFurniture, LosesNoWord) {
  const std::string text =
      "Home > News\n\nShare on X\nHeadline of the day\n\n" + std::string(kBody) + "\n\nMenu\n";
  const Cut cut = cut_furniture(text);
  std::size_t kept = cut.text.size();
  for (const record::LeftOut& part : cut.left_out) kept += part.text.size();
  const auto letters = [](std::string_view words) {
    return std::count_if(words.begin(), words.end(), [](char c) { return c > ' '; });
  };
  std::ptrdiff_t seen = letters(cut.text);
  for (const record::LeftOut& part : cut.left_out) seen += letters(part.text);
  EXPECT_EQ(seen, letters(text));
  EXPECT_LE(kept, text.size());
}

}  // namespace
}  // namespace rapporteur::source
