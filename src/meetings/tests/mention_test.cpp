// What counts as a meeting, and whose it is. All people are invented.
#include "content_reader.h"
#include "rapporteur/record/vocabulary.h"

namespace rapporteur::meetings::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// "kind of each meeting", in order.
std::vector<std::string> kinds(const std::string& text) {
  std::vector<std::string> out;
  for (const record::Meeting& m : read(text).meetings) {
    out.emplace_back(m.kind ? record::to_string(*m.kind) : "-");
  }
  return out;
}

TEST(Mentions, FindASessionByItsNoun) {
  const record::Meeting m = first_meeting(
      "The 9th meeting of the Security Council Secretaries of the Shanghai Cooperation "
      "Organisation was held in Bishkek on 3 May 2024.");
  EXPECT_EQ(m.kind.value, record::Kind::session);
  EXPECT_EQ(m.ordinal.value, 9);
  EXPECT_EQ(m.organisation.value, "Shanghai Cooperation Organization");
  EXPECT_EQ(m.organ.value, "Security Council Secretaries");
}

TEST(Mentions, FindTalksByTheirVerb) {
  EXPECT_THAT(
      kinds("Foreign Minister of Peru Ximena Olarte met with Foreign Minister of Ghana Kwesi "
            "Ampontuah in Lima on 3 May 2024."),
      ElementsAre("talks"));
}

TEST(Mentions, TellACallFromTalks) {
  EXPECT_THAT(kinds("President of Peru Ximena Olarte held a telephone conversation with President "
                    "of Ghana Kwesi Ampontuah on 3 May 2024."),
              ElementsAre("call"));
}

TEST(Mentions, TakeAMeetingOfLeadersOfABodyForASummit) {
  EXPECT_THAT(kinds("The 37th African Union summit opened in Addis Ababa on 14 May 2024."),
              ElementsAre("summit"));
}

TEST(Mentions, ReadOrdinalsInWordsDigitsAndRomanNumbers) {
  for (const char* number : {"twelfth", "12th", "XII"}) {
    EXPECT_EQ(first_meeting("The " + std::string(number) +
                            " summit of the African Union took place in Nairobi on 3 May 2024.")
                  .ordinal.value,
              12)
        << number;
  }
}

TEST(Mentions, LeaveMeetingsInsideOneStateOut) {
  EXPECT_THAT(kinds("The cabinet met on Tuesday to discuss the budget."), IsEmpty());
  EXPECT_THAT(kinds("The company's board of directors held its annual meeting on 3 May 2024."),
              IsEmpty());
}

TEST(Mentions, LeaveMountainsAndStandingBodiesOut) {
  EXPECT_THAT(kinds("Two climbers reached the summit at dawn."), IsEmpty());
  EXPECT_THAT(kinds("The African Union has its seat in Addis Ababa."), IsEmpty());
}

TEST(Mentions, FindAMeetingThatIsOnlyMentioned) {
  const record::Reading reading = read(
      "The foreign ministers of Peru and Chile held talks in Lima on 3 May 2024.\n\n"
      "The next Pacific Alliance summit will be held in Bogota in November 2024.");
  ASSERT_THAT(reading.meetings, SizeIs(2));
  EXPECT_TRUE(reading.meetings[0].main);
  EXPECT_FALSE(reading.meetings[1].main);
  EXPECT_EQ(reading.meetings[1].kind.value, record::Kind::summit);
}

}  // namespace
}  // namespace rapporteur::meetings::testing
