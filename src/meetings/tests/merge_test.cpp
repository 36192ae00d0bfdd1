// Which mentions are one meeting. All people are invented.
#include "content_reader.h"

namespace rapporteur::meetings::testing {
namespace {

using ::testing::SizeIs;

constexpr const char* kTalks =
    "Foreign Minister of Peru Ximena Olarte held talks with Foreign Minister of Ghana Kwesi "
    "Ampontuah in Lima on 3 May 2024. ";
constexpr const char* kSummit = "The 37th African Union summit was held in Nairobi on 3 May 2024. ";

std::vector<record::Meeting> meetings(const std::string& text) { return read(text).meetings; }

TEST(Merging, TakesLaterWordsForTheSameMeeting) {
  EXPECT_THAT(meetings(std::string(kTalks) + "The meeting lasted two hours."), SizeIs(1));
  EXPECT_THAT(meetings(std::string(kTalks) + "During the talks the ministers discussed trade."),
              SizeIs(1));
}

TEST(Merging, TakesAHeadlineAndItsTextForOneMeeting) {
  EXPECT_THAT(
      meetings("Foreign ministers of Peru and Ghana hold talks in Lima\n\n" + std::string(kTalks)),
      SizeIs(1));
}

TEST(Merging, KeepsMeetingsOfDifferentOrdinalsApart) {
  EXPECT_THAT(
      meetings(std::string(kSummit) + "The 36th African Union summit was held in February 2023."),
      SizeIs(2));
}

TEST(Merging, KeepsMeetingsOfDifferentBodiesApart) {
  EXPECT_THAT(meetings(std::string(kSummit) +
                       "The ASEAN summit in Vientiane will be held in October 2024."),
              SizeIs(2));
}

TEST(Merging, KeepsTalksOfDifferentSidesApart) {
  EXPECT_THAT(
      meetings(std::string(kTalks) +
               "On 4 May 2024 Olarte held talks with Foreign Minister of Chile Renato Quilodran."),
      SizeIs(2));
}

TEST(Merging, GivesTheLaterMeetingItsOwnNumber) {
  const std::vector<record::Meeting> both = meetings(
      std::string(kSummit) + "The ASEAN summit in Vientiane will be held in October 2024.");
  ASSERT_THAT(both, SizeIs(2));
  EXPECT_EQ(both[0].id, "m1");
  EXPECT_EQ(both[1].id, "m2");
  EXPECT_TRUE(both[0].main);
}

}  // namespace
}  // namespace rapporteur::meetings::testing
