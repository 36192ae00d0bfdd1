// What leads to what, read on 16 May 2024. All people are invented.
#include "content_reader.h"
#include "rapporteur/record/vocabulary.h"

namespace rapporteur::meetings::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "m1 next m2" for each link, in order.
std::vector<std::string> links(const std::string& text) {
  std::vector<std::string> out;
  for (const record::Meeting& m : read(text).meetings) {
    for (const record::Link& link : m.links) {
      out.push_back(m.id + " " + std::string(record::to_string(*link.relation)) + " " + link.to);
    }
  }
  return out;
}

constexpr const char* kSession =
    "The 12th summit of the African Union was held in Nairobi on 3 May 2024. ";

TEST(Links, LeadToTheNextMeetingOfTheSeries) {
  EXPECT_THAT(links(std::string(kSession) + "The next summit will be held in Accra in 2025."),
              ElementsAre("m1 next m2"));
}

TEST(Links, LeadToThePreviousMeetingOfTheSeries) {
  EXPECT_THAT(links(std::string(kSession) + "The previous summit was held in Tunis in 2023."),
              ElementsAre("m1 previous m2"));
}

TEST(Links, LeadFromTalksToTheSummitOnWhoseSidelinesTheyAre) {
  const record::Reading reading = read(
      "On the sidelines of the African Union summit in Nairobi on 3 May 2024, President of "
      "Ghana Kwesi Ampontuah held talks with President of Kenya Wanjiru Otieno.");
  ASSERT_THAT(reading.meetings, ::testing::SizeIs(2));
  for (const record::Meeting& m : reading.meetings) {
    if (m.kind.value == record::Kind::summit) {
      EXPECT_THAT(m.links, IsEmpty());
    } else {
      ASSERT_THAT(m.links, ::testing::SizeIs(1));
      EXPECT_EQ(m.links[0].relation.value, record::Relation::sidelines);
    }
  }
}

TEST(Links, LeadFromAPreparatoryMeetingToWhatItPrepares) {
  EXPECT_THAT(links("The 4th meeting of the Foreign Ministers of the Shanghai Cooperation "
                    "Organisation took place in Astana on 14 May 2024. It was held in preparation "
                    "for the SCO summit, which will take place in Astana on 4 July 2024."),
              ElementsAre("m1 prepares m2"));
}

TEST(Links, DoNotJoinMeetingsThatTheReportDoesNotJoin) {
  EXPECT_THAT(links(std::string(kSession) +
                    "The foreign ministers of Peru and Chile held talks in Lima on 4 May 2024."),
              IsEmpty());
}

}  // namespace
}  // namespace rapporteur::meetings::testing
