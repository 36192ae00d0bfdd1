#include "rapporteur/time/stamp.h"

#include "words_of_time.h"

namespace rapporteur::time {
namespace {

std::string published(const std::string& text, std::string_view address = {}) {
  const text::Document document(text);
  const auto stamp = publication_date(document, find(document), address);
  return stamp ? stamp->date : std::string();
}

constexpr const char* kBody =
    "\n\nThe secretaries of the security councils met in Tashkent and spoke about terrorism, the "
    "trafficking of drugs and the safety of information. They thanked the hosts for the welcome.\n";

TEST(PublicationDate, is_the_line_of_its_own_under_the_headline) {
  EXPECT_EQ(published("Secretaries meet in Tashkent\nAugust 11, 2022" + std::string(kBody)),
            "2022-08-11");
  EXPECT_EQ(published("06.04.2017\n\nSecretaries meet" + std::string(kBody)), "2017-04-06");
  EXPECT_EQ(published("01/19/2025 | Press release" + std::string(kBody)), "2025-01-19");
}

TEST(PublicationDate, stands_in_a_masthead_beside_page_and_menu) {
  EXPECT_EQ(
      published(
          "THE SHORE OBSERVER   Thursday 24 November 2016   Second edition\n\nChairs stay empty" +
          std::string(kBody)),
      "2016-11-24");
  EXPECT_EQ(
      published(
          "News of the day and of all that the islands and the sea between them have to tell | "
          "Friday 29 June 2018 | Chairs stay empty at the table of the islands" +
          std::string(kBody)),
      "2018-06-29");
}

TEST(PublicationDate, follows_the_word_that_says_so) {
  EXPECT_EQ(
      published("Published On: 7 September 2023\nUpdated: 9 September 2023" + std::string(kBody)),
      "2023-09-07");
  EXPECT_EQ(published(" date 2022-08-22 (@reporter)" + std::string(kBody)), "2022-08-22");
}

TEST(PublicationDate, is_not_the_clock_of_the_page) {
  EXPECT_EQ(published("Radio\nMonday, 19 September 2022, 08:41:56 am\nTeam to travel\nAugust 11, "
                      "2022" +
                      std::string(kBody)),
            "2022-08-11");
}

TEST(PublicationDate, is_read_from_a_dateline) {
  EXPECT_EQ(published("BEIJING, (Agency - 22nd Aug, 2022 ) :As part of the preparations for the "
                      "summit, the secretaries met and spoke."),
            "2022-08-22");
}

TEST(PublicationDate, gives_a_dateline_without_a_year_that_of_the_address) {
  const std::string text =
      "ISLAMABAD, Aug 22 (APP): The secretaries of the security councils met in Tashkent.";
  EXPECT_EQ(published(text), "");
  EXPECT_EQ(published(text, "https://example.org/2022/08/23/news.html"), "2022-08-22");
}

TEST(PublicationDate, is_never_a_date_of_the_sentences) {
  EXPECT_EQ(published("The secretaries met on 18 August 2022 in Tashkent, and they will meet "
                      "again on 5 May 2023 in Delhi, the secretariat said."),
            "");
  EXPECT_EQ(published("The leaders left on 18 August 2022."), "");
}

TEST(PublicationDate, is_the_signature_where_there_is_nothing_better) {
  EXPECT_EQ(published("The secretaries met in Tashkent and spoke about many things of concern.\n\n"
                      "MINISTRY OF FOREIGN AFFAIRS\n19 JANUARY 2025\n"),
            "2025-01-19");
}

TEST(PublicationDate, of_a_newspaper_is_not_that_of_its_dateline) {
  EXPECT_EQ(
      published("HARBOUR DAILY      Thursday, 11 August, 2005      page 1\n\n"
                "KOLOA, 10 Aug -- The ministers of the four coasts met and spoke of fish and of "
                "the price of ice, and they will meet again.\n"),
      "2005-08-11");
}

TEST(PublicationDate, holds_for_the_whole_page_where_it_is_called_so) {
  EXPECT_EQ(
      published("Issued 15 October 2014\nDecision No. 44\nMinsk, 10 October 2014\n"
                "The Council, having met and having heard the reports, decided what follows.\n"),
      "2014-10-15");
}

TEST(PublicationDate, takes_the_year_of_a_dateline_from_a_day_near_it) {
  EXPECT_EQ(
      published("Ministers confer\n\nAshgabat, April 11. On 9 April 2008 the ministers met, and "
                "they spoke of water.\n"),
      "2008-04-11");
  EXPECT_EQ(
      published("Ministers confer\n\nAshgabat, April 11. A treaty of 9 May 2008 was recalled, and "
                "a plan for 2015.\n"),
      "");
}

TEST(PublicationDate, may_stand_in_another_language) {
  EXPECT_EQ(published("28 de noviembre de 2018, 21:10\nThe presidents will not come together in "
                      "December, the office said.\n"),
            "2018-11-28");
}

TEST(PublicationDate, takes_the_year_of_a_dateline_from_figures_of_that_day) {
  const std::string body =
      "Officials get together\n\n18:15 | Lima, Feb. 8.\n\nThe ministers met "
      "and spoke of water.\n\n";
  EXPECT_EQ(published(body + "Published: 2/8/2019\n"), "2019-02-08");
  EXPECT_EQ(published(body + "Published: 8/2/2019\n"), "2019-02-08");
  EXPECT_EQ(published(body + "Published: 3/9/2019\n"), "");
  EXPECT_EQ(published(body + "2/8/2019 | 2/8/2018\n"), "");
}

TEST(PublicationDate, may_be_a_line_of_figures) {
  EXPECT_EQ(published("Heads of government meet\n2022 06 07" + std::string(kBody)), "2022-06-07");
  EXPECT_EQ(published("Heads of government meet\n2022 13 07" + std::string(kBody)), "");
  EXPECT_EQ(published("Heads of government meet\nRoom 2022 06 07" + std::string(kBody)), "");
}

TEST(PublicationDate, may_open_the_text_before_a_dash) {
  EXPECT_EQ(published("Engagements restart\n\nJan 27, 2016- Bilateral mechanisms of the two are to "
                      "meet again after a break, the ministry said.\n"),
            "2016-01-27");
}

TEST(PublicationDate, may_stand_behind_its_clock) {
  EXPECT_EQ(published("6:41 am on 15 June 2017\n\nPresidents part without a date for Nauru\n\nThe "
                      "governments have shelved their plan for a registry of ships.\n"),
            "2017-06-15");
}

TEST(DateInAddress, is_found_in_the_usual_forms) {
  EXPECT_EQ(date_in_address("https://example.org/2022/08/18/sco/")->date, "2022-08-18");
  EXPECT_EQ(date_in_address("https://example.org/news/2022-8-5-talks")->date, "2022-08-05");
  EXPECT_EQ(date_in_address("https://example.org/20220818-talks")->date, "2022-08-18");
  EXPECT_FALSE(date_in_address("https://example.org/id/123420220818"));
  EXPECT_FALSE(date_in_address("https://example.org/2022/13/45/"));
  EXPECT_FALSE(date_in_address("https://example.org/2022/08/"));
}

TEST(Stamps, carry_their_words_and_a_reason) {
  const text::Document document("Secretaries meet\nAugust 11, 2022" + std::string(kBody));
  const auto found = stamps(document, find(document));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(document.slice(found[0].span), "August 11, 2022");
  EXPECT_EQ(found[0].reason, "line of its own");
  EXPECT_GT(found[0].score, 0.5F);
}

}  // namespace
}  // namespace rapporteur::time
