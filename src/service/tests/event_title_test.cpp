#include "event_title.h"

#include <gtest/gtest.h>

#include "built_tables.h"

namespace rapporteur::service {
namespace {

struct Came {
  std::string name;
  std::string office;
  std::string state;
};

class TitleTest : public testing::Test {
 protected:
  std::string title() const { return title_of(event, &tests::BuiltTables::instance().catalogue); }
  void came(const std::vector<Came>& all) {
    for (const Came& c : all) {
      query::ParticipantRow row;
      row.name = c.name;
      if (!c.office.empty()) row.offices = {c.office};
      row.state = c.state;
      event.people.push_back(row);
    }
  }
  query::Event event;
  query::MeetingRow& m = event.row;
};

TEST_F(TitleTest, ANameStandsBehindItsOrganisationUnlessItNamesIt) {
  m.organisation = "Shanghai Cooperation Organization";
  m.name = "17th Meeting of Security Council Secretaries";
  EXPECT_EQ(title(), "SCO: 17th Meeting of Security Council Secretaries");
  for (const char* const name : {"17th meeting of the SCO's secretaries", "17th meeting (SCO)",
                                 "17th meeting of the Shanghai Cooperation Organisation",
                                 "17th meeting of the Shanghai Cooperation Organization"}) {
    m.name = name;
    EXPECT_EQ(title(), name);
  }
  m.organisation = "World Health Organization";
  m.name = "meeting of those who came";
  EXPECT_EQ(title(), "WHO: Meeting of those who came");
}

TEST_F(TitleTest, AnOrganCompletesANameThatSaysLittle) {
  m.name = "ministerial conference";
  m.organ = "Ministerial Conference on Dry Ports";
  EXPECT_EQ(title(), "Ministerial Conference on Dry Ports");
  m.name = "tenth session of the council";
  m.organ = "Council of the Lakes";
  EXPECT_EQ(title(), "Tenth session of the council");
  m.name = "tenth session";
  EXPECT_EQ(title(), "Council of the Lakes: Tenth session");
}

TEST_F(TitleTest, ABodyWithoutANameIsCalledByItsOccasion) {
  m.organisation = "Shanghai Cooperation Organization";
  m.kind = "summit";
  EXPECT_EQ(title(), "SCO: summit");
  m.organ = "Council of Heads of State";
  m.ordinal = 22;
  EXPECT_EQ(title(), "SCO Council of Heads of State: 22nd summit");
  m.organisation = "Union of the Lakes";
  EXPECT_EQ(title(), "Union of the Lakes, Council of Heads of State: 22nd summit");
  m.organisation = "";
  m.organ = "commission";
  m.kind = "talks";
  EXPECT_EQ(title(), "Commission: 22nd round of talks");
  m.kind = "";
  m.ordinal.reset();
  EXPECT_EQ(title(), "Commission: meeting");
}

TEST_F(TitleTest, TalksAreCalledByTheirParties) {
  m.kind = "talks";
  EXPECT_EQ(title(), "Talks");
  m.country = "KE";
  EXPECT_EQ(title(), "Talks in Kenya");
  m.place = "Nairobi";
  EXPECT_EQ(title(), "Talks in Nairobi");
  came({{"", "", "UG"}, {"Ana Okoye", "Minister", "KE"}, {"", "", "UG"}});
  EXPECT_EQ(title(), "Talks: Kenya, Uganda");
  came({{"", "", "RW"}, {"", "", "TZ"}, {"", "", "BI"}, {"", "", "ET"}});
  EXPECT_EQ(title(), "Talks: Burundi, Ethiopia, Kenya, Rwanda and 2 more");
}

TEST_F(TitleTest, PeopleOfOneStateAreNamed) {
  m.kind = "reception";
  came({{"Bo Chen", "Ambassador", "KE"}, {"Ana Okoye", "President", "KE"}});
  EXPECT_EQ(title(), "Reception: Ana Okoye (Kenya), Bo Chen (Kenya)");
}

TEST_F(TitleTest, AVisitSaysWhoComesWhere) {
  m.kind = "visit";
  EXPECT_EQ(title(), "Visit");
  m.place = "Kampala";
  EXPECT_EQ(title(), "Visit to Kampala");
  m.country = "UG";
  came({{"", "", "KE"}, {"Grace Atim", "President", "UG"}});
  EXPECT_EQ(title(), "Visit to Uganda: Kenya");
  came({{"Bo Chen", "Ambassador", "KE"}, {"Ana Okoye", "President", "KE"}});
  EXPECT_EQ(title(), "Visit of Ana Okoye (Kenya) and Bo Chen (Kenya) to Uganda");
  came({{"Carl Duarte", "Minister of Trade", "KE"}});
  EXPECT_EQ(title(), "Visit of Ana Okoye (Kenya), Carl Duarte (Kenya) and 1 more to Uganda");
  event.host = "TZ";
  event.people.resize(1);
  EXPECT_EQ(title(), "Visit to Tanzania: Kenya");
}

TEST_F(TitleTest, WithoutTablesCodesStandForStates) {
  m.kind = "talks";
  came({{"", "", "UG"}, {"", "", "KE"}});
  EXPECT_EQ(title_of(event, nullptr), "Talks: KE, UG");
}

}  // namespace
}  // namespace rapporteur::service
