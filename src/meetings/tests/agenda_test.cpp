#include "content_reader.h"

namespace rapporteur::meetings::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kMeeting =
    "The 15th meeting of the Security Council Secretaries of the Shanghai Cooperation Organisation "
    "took place in Bishkek on 15 May 2024.\n\n";

std::vector<std::string> agenda(const std::string& sentence) {
  return agenda_of(read(kMeeting + sentence + "\n"));
}

TEST(Agenda, SplitsAListOfSubjects) {
  EXPECT_THAT(agenda("The participants discussed terrorism, separatism and extremism."),
              ElementsAre("terrorism", "separatism", "extremism"));
}

TEST(Agenda, KeepsWordsTogetherThatBelongTogether) {
  EXPECT_THAT(agenda("The participants discussed peace and security in the region."),
              ElementsAre("peace and security in the region"));
  EXPECT_THAT(agenda("The participants discussed trade and economic relations."),
              ElementsAre("trade and economic relations"));
  EXPECT_THAT(agenda("The participants discussed regional and global developments."),
              ElementsAre("regional and global developments"));
}

TEST(Agenda, RepeatsTheHeadThatTwoSubjectsShare) {
  EXPECT_THAT(agenda("The participants discussed the trafficking of arms and narcotics."),
              ElementsAre("trafficking of arms", "trafficking of narcotics"));
}

TEST(Agenda, FindsTheSubjectsBeforeAPassive) {
  EXPECT_THAT(agenda("Energy, transport and tourism were also discussed."),
              ElementsAre("Energy", "transport", "tourism"));
  EXPECT_THAT(agenda("At the meeting, border security was touched upon."),
              ElementsAre("border security"));
}

TEST(Agenda, FindsTheSubjectsOnBothSidesOfTheAgenda) {
  EXPECT_THAT(agenda("Migration and climate change are on the agenda."),
              ElementsAre("Migration", "climate change"));
  EXPECT_THAT(agenda("On the agenda were migration and climate change."),
              ElementsAre("migration", "climate change"));
}

TEST(Agenda, TakesWhatViewsWereExchangedOn) {
  EXPECT_THAT(agenda("The participants exchanged views with the guests on food security."),
              ElementsAre("food security"));
}

TEST(Agenda, StripsWhatSaysNothing) {
  EXPECT_THAT(agenda("The participants discussed a wide range of issues related to water supply."),
              ElementsAre("water supply"));
  EXPECT_THAT(agenda("The participants discussed other issues of mutual interest."), IsEmpty());
}

TEST(Agenda, EndsWhereTheReportGoesOnToSomethingElse) {
  EXPECT_THAT(agenda("The participants discussed water supply and agreed to meet again in June."),
              ElementsAre("water supply"));
  EXPECT_THAT(agenda("The participants discussed water supply during the plenary, the host said."),
              ElementsAre("water supply"));
}

TEST(Agenda, LeavesWhatIsAgreedToTheOutcomes) {
  EXPECT_THAT(agenda("The participants agreed to discuss water supply next year."), IsEmpty());
}

TEST(Agenda, SaysASubjectOnce) {
  EXPECT_THAT(agenda("The participants discussed food security. Food security was discussed at "
                     "length."),
              ElementsAre("food security"));
}

TEST(Agenda, ReadsALabelledLine) {
  EXPECT_THAT(agenda("THEME: Water for all"), ElementsAre("Water for all"));
}

TEST(Agenda, NamesTheTopicsOfTheCatalogue) {
  const record::Reading reading =
      read(std::string(kMeeting) + "The participants discussed terrorism.\n");
  ASSERT_THAT(agenda_of(reading), ElementsAre("terrorism"));
  EXPECT_THAT(reading.meetings.front().agenda.front().topics, Contains("terrorism"));
}

TEST(Agenda, TheEvidenceOfAnItemIsItsWords) {
  const record::Reading reading =
      read(std::string(kMeeting) +
           "The participants discussed the trafficking of arms and narcotics.\n");
  for (const record::Meeting& m : reading.meetings) {
    for (const record::AgendaItem& item : m.agenda) {
      std::string said;
      for (const ByteSpan span : item.text.evidence) {
        ASSERT_TRUE(is_valid(span, reading.report.text));
        said += (said.empty() ? "" : " ") + std::string(span.of(reading.report.text));
      }
      EXPECT_EQ(said, *item.text);
    }
  }
}

TEST(Agenda, AnAddressToTheMeetingIsNoSubject) {
  EXPECT_THAT(agenda("The meeting was addressed by President Sadyr Japarov."),
              Not(Contains("meeting")));
}

}  // namespace
}  // namespace rapporteur::meetings::testing
