// The facade: what a reading holds whatever its meetings are. All people are invented.
#include "rapporteur/reader/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "built_reader.h"

namespace rapporteur::reader {
namespace {

using record::Reading;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::Pair;
using ::testing::SizeIs;
using tests::built_reader;

constexpr const char* kTalks =
    "LIMA, 4 May 2023 - Foreign Minister of Peru Ximena Olarte held talks with Foreign Minister of "
    "Ghana Kwesi Ampontuah in Lima on 3 May 2023.\n";

Reading read(std::string text, const Options& options = {}) {
  record::Report report;
  report.id = "report";
  report.text = std::move(text);
  Scratch scratch;
  return built_reader().read(report, scratch, options);
}

TEST(Reader, RefusesAPackWithoutItsTables) {
  const Pack pack = Pack::from_bytes(encode_pack({{"other", "a\n"}})).value();
  const Result<Reader> reader = Reader::load(pack);
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().code, ErrorCode::not_found);
}

TEST(Reader, NamesItsVersionAndThatOfItsData) {
  EXPECT_THAT(built_reader().engine(), MatchesRegex("[0-9]+[.][0-9]+[.][0-9]+[+][0-9a-f]{12}"));
  EXPECT_EQ(read(kTalks).engine, built_reader().engine());
}

TEST(Reader, ReadsNothingFromNothing) {
  const Reading reading = read("");
  EXPECT_THAT(reading.meetings, IsEmpty());
  EXPECT_THAT(reading.holdings, IsEmpty());
  EXPECT_EQ(reading.report.id, "report");
}

TEST(Reader, TakesTheDatelineFromTheText) {
  const Reading reading = read(kTalks);
  EXPECT_EQ(reading.report.dateline.place, "LIMA");
  EXPECT_EQ(reading.report.dateline.country, "PE");
  EXPECT_EQ(reading.report.dateline.date, "2023-05-04");
}

TEST(Reader, BelievesTheMetadataBeforeTheText) {
  record::Report report;
  report.text = kTalks;
  report.published = "2023-05-07";
  report.dateline.place = "Accra";
  Scratch scratch;
  const Reading reading = built_reader().read(report, scratch);
  EXPECT_EQ(reading.report.published, "2023-05-07");
  EXPECT_EQ(reading.report.dateline.place, "Accra");
}

TEST(Reader, ListsWhatIsNamedOnlyWhereAskedFor) {
  EXPECT_THAT(read(kTalks).mentions, IsEmpty());
  const Reading reading = read(kTalks, {.mentions = true});
  ASSERT_THAT(reading.mentions, Not(IsEmpty()));
  for (const record::Mention& m : reading.mentions) {
    EXPECT_TRUE(is_valid(m.span, reading.report.text));
  }
}

TEST(Reader, ListsDatesWithoutTheWordsOfTheirBounds) {
  const Reading reading = read(
      "LIMA, 4 May 2023 - A few days ago the ministers agreed to reply by 30 June, from 5 July to "
      "7 "
      "July at the latest.\n",
      {.mentions = true});
  std::vector<std::pair<std::string, std::string>> dates;
  for (const record::Mention& m : reading.mentions) {
    if (m.kind != record::MentionKind::date) continue;
    dates.emplace_back(m.span.of(reading.report.text), m.value);
  }
  EXPECT_THAT(dates, ElementsAre(Pair("4 May 2023", "2023-05-04"), Pair("30 June", "2023-06-30"),
                                 Pair("5 July to 7 July", "2023-07-05/2023-07-07")));
}

std::vector<std::pair<record::MentionKind, std::string>> names_in(const char* text) {
  const Reading reading = read(text, {.mentions = true});
  std::vector<std::pair<record::MentionKind, std::string>> names;
  for (const record::Mention& m : reading.mentions) {
    const bool other = m.kind == record::MentionKind::date || m.kind == record::MentionKind::office;
    if (!other) names.emplace_back(m.kind, m.span.of(reading.report.text));
  }
  return names;
}

TEST(Reader, ListsAPlaceThatSpeaksAsTheBodyThatSitsThere) {
  using Kind = record::MentionKind;
  EXPECT_THAT(names_in("A spokesman for the White House said the report was wrong.\n"),
              ElementsAre(Pair(Kind::body, "White House")));
  EXPECT_THAT(names_in("The guests dined in Nairobi.\n"),
              ElementsAre(Pair(Kind::place, "Nairobi")));
}

TEST(Reader, ListsNoStateWhereItsNameIsPartOfAnElections) {
  using Kind = record::MentionKind;
  EXPECT_THAT(names_in("She kept her seat in the 1992 United Kingdom general election.\n"),
              IsEmpty());
  EXPECT_THAT(names_in("She left the United Kingdom in 1992.\n"),
              ElementsAre(Pair(Kind::state, "United Kingdom")));
}

TEST(Reader, TiesEveryValueToItsWords) {
  const Reading reading = read(kTalks);
  ASSERT_THAT(reading.meetings, SizeIs(1));
  const record::Meeting& talks = reading.meetings[0];
  ASSERT_TRUE(talks.when);
  EXPECT_EQ(*talks.when, "2023-05-03");
  ASSERT_THAT(talks.when.evidence, SizeIs(1));
  EXPECT_EQ(talks.when.evidence[0].of(reading.report.text), "3 May 2023");
  EXPECT_THAT(talks.when.rule, Not(IsEmpty()));
}

TEST(Reader, SaysTheSameHoweverOftenItsScratchWasUsed) {
  record::Report report;
  report.text = kTalks;
  Scratch scratch;
  const Reading first = built_reader().read(report, scratch);
  static_cast<void>(built_reader().read({}, scratch));
  EXPECT_EQ(built_reader().read(report, scratch), first);
}

TEST(Reader, HoldsPeopleWhoOnlySpeak) {
  const Reading reading =
      read("Foreign Minister of Ghana Kwesi Ampontuah said on Monday that the harvest was good.");
  EXPECT_THAT(reading.meetings, IsEmpty());
  ASSERT_THAT(reading.holdings, SizeIs(1));
  EXPECT_EQ(*reading.holdings[0].person, "Kwesi Ampontuah");
  EXPECT_EQ(*reading.holdings[0].office, "Foreign Minister");
  EXPECT_EQ(*reading.holdings[0].state, "GH");
}

}  // namespace
}  // namespace rapporteur::reader
