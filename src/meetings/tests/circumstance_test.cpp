// When, where and how, and what became of it: read on 16 May 2024. All people are invented.
#include "content_reader.h"

namespace rapporteur::meetings::testing {
namespace {

using record::Status;

std::string words(const std::string& text, const std::vector<ByteSpan>& evidence) {
  return evidence.empty() ? "" : std::string(evidence.front().of(text));
}

TEST(Circumstances, TieDayTownAndStateToTheirWords) {
  const std::string text = "The 37th African Union summit was held in Nairobi on 3 May 2024.";
  const record::Meeting m = first_meeting(text);
  EXPECT_EQ(m.when.value, "2024-05-03");
  EXPECT_EQ(words(text, m.when.evidence), "3 May 2024");
  EXPECT_EQ(m.place.value, "Nairobi");
  EXPECT_EQ(m.country.value, "KE");
  EXPECT_EQ(words(text, m.country.evidence), "Nairobi");
}

TEST(Circumstances, CountDaysFromTheReportsDate) {
  const record::Meeting m = first_meeting(
      "The 37th African Union summit was held in Nairobi on Tuesday, a spokesman said.");
  EXPECT_EQ(m.when.value, "2024-05-14");
  EXPECT_EQ(m.when_basis, record::Basis::resolved);
}

TEST(Circumstances, NeverTakeTheReportsDateForTheMeetings) {
  EXPECT_FALSE(first_meeting("The 37th African Union summit was held in Nairobi.").when);
}

TEST(Circumstances, KeepTheDaysOfALongerMeeting) {
  EXPECT_EQ(first_meeting("The 37th African Union summit was held in Nairobi from 3 to 5 May 2024.")
                .when.value,
            "2024-05-03/2024-05-05");
}

TEST(Circumstances, TakeAStateAloneForTheCountry) {
  const record::Meeting m =
      first_meeting("The 37th African Union summit was held in Kenya on 3 May 2024.");
  EXPECT_FALSE(m.place);
  EXPECT_EQ(m.country.value, "KE");
}

TEST(Circumstances, KnowHowAMeetingIsHeld) {
  EXPECT_EQ(
      first_meeting("The 37th African Union summit was held by videoconference on 3 May 2024.")
          .mode.value,
      record::Mode::virtual_);
}

TEST(Status, FollowsTheVerb) {
  const std::string summit = "The 37th African Union summit ";
  EXPECT_EQ(first_meeting(summit + "was held in Nairobi on 3 May 2024.").status.value,
            Status::held);
  EXPECT_EQ(first_meeting(summit + "will be held in Nairobi on 3 June 2024.").status.value,
            Status::announced);
  EXPECT_EQ(first_meeting(summit + "opened in Nairobi today.").status.value, Status::ongoing);
}

TEST(Status, KnowsWhatDoesNotTakePlaceAndKeepsItsPlannedDay) {
  for (const auto& [verb, status] :
       {std::pair("postponed", Status::postponed), std::pair("cancelled", Status::cancelled),
        std::pair("called off", Status::cancelled)}) {
    const record::Meeting m = first_meeting(
        "The African Union summit planned for 3 June 2024 in Nairobi "
        "has been " +
        std::string(verb) + ".");
    EXPECT_EQ(m.status.value, status) << verb;
    EXPECT_EQ(m.when.value, "2024-06-03") << verb;
  }
}

}  // namespace
}  // namespace rapporteur::meetings::testing
