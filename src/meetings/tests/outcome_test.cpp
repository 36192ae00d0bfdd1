#include "content_reader.h"

namespace rapporteur::meetings::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kHeld =
    "The 15th meeting of the Security Council Secretaries of the Shanghai Cooperation Organisation "
    "took place in Bishkek on 15 May 2024.\n\n";
constexpr const char* kAnnounced =
    "The 15th meeting of the Security Council Secretaries of the Shanghai Cooperation Organisation "
    "will take place in Bishkek on 25 May 2024.\n\n";

std::vector<std::string> outcomes(const std::string& sentence) {
  return outcomes_of(read(kHeld + sentence + "\n"));
}

TEST(Outcome, IsWhatTheParticipantsAgreed) {
  EXPECT_THAT(outcomes("The participants agreed to open a joint training centre."),
              ElementsAre("open a joint training centre"));
}

TEST(Outcome, EachAgreedActIsItsOwn) {
  EXPECT_THAT(outcomes("The participants agreed to open a training centre and to hold exercises."),
              ElementsAre("open a training centre", "hold exercises"));
}

TEST(Outcome, VerbsShareTheirSubject) {
  EXPECT_THAT(
      outcomes("The participants condemned the attack in Kabul and called for a ceasefire."),
      ElementsAre("the attack in Kabul", "a ceasefire"));
}

TEST(Outcome, ImpersonalAgreementsCount) {
  EXPECT_THAT(outcomes("It was agreed that the border crossing will be reopened."),
              ElementsAre("the border crossing will be reopened"));
}

TEST(Outcome, EveryPaperThatIsSignedCounts) {
  EXPECT_THAT(outcomes("The participants signed a protocol on water and a declaration on trade."),
              ElementsAre("protocol on water signed", "declaration on trade signed"));
  EXPECT_THAT(outcomes("A memorandum of understanding on housing was signed."),
              ElementsAre("memorandum of understanding on housing signed"));
}

TEST(Outcome, DropsTheAttitudeBeforeTheContent) {
  EXPECT_THAT(outcomes("The participants confirmed their readiness to continue the talks."),
              ElementsAre("continue the talks"));
}

TEST(Outcome, KnowsItsActAndActor) {
  const record::Reading reading =
      read(std::string(kHeld) + "The participants agreed to open a joint training centre.\n");
  ASSERT_THAT(reading.meetings.front().outcomes, SizeIs(1));
  EXPECT_EQ(reading.meetings.front().outcomes.front().act, "agree");
  EXPECT_EQ(reading.meetings.front().outcomes.front().actor, "The participants");
}

TEST(Outcome, AtMostEightAreKept) {
  std::string text;
  for (const char* what : {"roads", "dams", "schools", "ports", "banks", "farms", "mines", "parks",
                           "museums", "bridges"}) {
    text += std::string("The participants agreed to build ") + what + ". ";
  }
  EXPECT_THAT(outcomes(text), SizeIs(8));
}

TEST(Outcome, ThanksAndForecastsAreNone) {
  EXPECT_THAT(outcomes("The participants thanked the host for its hospitality."), IsEmpty());
  EXPECT_THAT(outcomes("The participants will agree on many things."), IsEmpty());
}

TEST(Outcome, ASpokespersonGivesPositionsOnly) {
  const record::Reading reading = read(std::string(kHeld) +
                                       "Foreign Ministry spokesperson Lu Kang stressed that China "
                                       "supports dialogue on the peninsula.\n");
  EXPECT_THAT(outcomes_of(reading), IsEmpty());
  ASSERT_THAT(reading.positions, SizeIs(1));
  EXPECT_EQ(reading.positions.front().act, "emphasise");
  EXPECT_EQ(*reading.positions.front().text, "China supports dialogue on the peninsula");
}

TEST(Outcome, OfAnAnnouncedMeetingOnlyPapersToBeSignedCount) {
  EXPECT_THAT(outcomes_of(read(std::string(kAnnounced) +
                               "The participants will sign a protocol on water.\n")),
              ElementsAre("sign protocol on water"));
  EXPECT_THAT(
      outcomes_of(read(std::string(kAnnounced) + "The participants will agree to build roads.\n")),
      IsEmpty());
}

}  // namespace
}  // namespace rapporteur::meetings::testing
