// Who presides, hosts, takes part or stays away. All people are invented.
#include "content_reader.h"
#include "rapporteur/record/vocabulary.h"

namespace rapporteur::meetings::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// "Ana Lee, Foreign Minister, PE, attended"; what is not said is "-".
std::vector<std::string> participants(const std::string& text) {
  std::vector<std::string> out;
  for (const record::Participant& p : first_meeting(text).participants) {
    std::string offices;
    for (const std::string& office : p.offices.value.value_or(std::vector<std::string>())) {
      offices += (offices.empty() ? "" : "; ") + office;
    }
    out.push_back(p.person.value.value_or("-") + ", " + (offices.empty() ? "-" : offices) + ", " +
                  p.state.value.value_or(p.organisation.value.value_or("-")) + ", " +
                  (p.attendance ? std::string(record::to_string(*p.attendance)) : "-"));
  }
  return out;
}

TEST(Roles, TakeTheStateThatPresidesForTheChair) {
  EXPECT_EQ(first_meeting(
                "The 12th summit of the African Union took place in Nairobi on 3 May 2024 under "
                "the presidency of Ghana.")
                .chair.value,
            "GH");
}

TEST(Roles, TakeThePersonInTheChairForTheState) {
  const record::Meeting m = first_meeting(
      "The 12th summit of the African Union took place in Nairobi on 3 May 2024. The meeting "
      "was chaired by President of Ghana Kwesi Ampontuah.");
  EXPECT_EQ(m.chair.value, "GH");
  EXPECT_EQ(m.chair_person.value, "Kwesi Ampontuah");
}

TEST(Roles, DoNotTakeTheHostForTheChair) {
  const record::Meeting m =
      first_meeting("Ghana hosted the 12th summit of the African Union in Accra on 3 May 2024.");
  EXPECT_FALSE(m.chair);
  EXPECT_EQ(m.host.value, "GH");
}

TEST(Participants, AreBothSidesOfTalks) {
  EXPECT_THAT(participants("Foreign Minister of Peru Ximena Olarte held talks with Foreign "
                           "Minister of Ghana Kwesi Ampontuah in Lima on 3 May 2024."),
              UnorderedElementsAre("Ximena Olarte, Foreign Minister, PE, attended",
                                   "Kwesi Ampontuah, Foreign Minister, GH, attended"));
}

TEST(Participants, AreReadFromAListDividedBySemicolons) {
  EXPECT_THAT(
      participants("The 12th meeting of the Security Council Secretaries of the Shanghai "
                   "Cooperation Organisation took place in Bishkek on 15 May 2024. The meeting was "
                   "attended by Secretary of the Security Council of the Kyrgyz Republic Azamat "
                   "Toktorov; National Security Advisor of the Republic of India Devika "
                   "Ramnathan; Secretary of the Security Council of Tajikistan Farrukh Nazirov."),
      ElementsAre("Azamat Toktorov, Secretary of the Security Council, KG, attended",
                  "Devika Ramnathan, National Security Advisor, IN, attended",
                  "Farrukh Nazirov, Secretary of the Security Council, TJ, attended"));
}

TEST(Participants, AreExpectedOfWhatIsStillToCome) {
  EXPECT_THAT(participants("Foreign Minister of Peru Ximena Olarte will hold talks with Foreign "
                           "Minister of Ghana Kwesi Ampontuah in Lima on 3 June 2024."),
              UnorderedElementsAre("Ximena Olarte, Foreign Minister, PE, expected",
                                   "Kwesi Ampontuah, Foreign Minister, GH, expected"));
}

TEST(Participants, DoNotIncludeWhoOnlyReportsOnTheMeeting) {
  for (const std::string& line :
       participants("The foreign ministers of Peru and Chile held talks in Lima on 3 May 2024, "
                    "ministry spokesman Tadeo Arancibal said.")) {
    EXPECT_THAT(line, ::testing::Not(::testing::HasSubstr("Arancibal")));
  }
}

TEST(Holdings, ListEachPersonOnceForEachOffice) {
  const record::Reading reading = read(
      "Foreign Minister of Peru Ximena Olarte arrived. Olarte, the Foreign Minister of Peru, "
      "spoke briefly.");
  EXPECT_THAT(reading.meetings, IsEmpty());
  ASSERT_THAT(reading.holdings, ::testing::SizeIs(1));
  EXPECT_EQ(*reading.holdings[0].person, "Ximena Olarte");
}

}  // namespace
}  // namespace rapporteur::meetings::testing
