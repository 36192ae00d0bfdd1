#include <gtest/gtest.h>

#include "test_pack.h"

namespace rapporteur::catalogue {
namespace {

std::string key(const char* office) { return test_catalogue().office_key(office); }

TEST(OfficeKey, IsOneForAllWordingsOfAnOffice) {
  for (const char* office : {"Minister of Foreign Affairs", "Minister for Foreign Affairs",
                             "External Affairs Minister", "Minister of External Affairs",
                             "foreign minister", "FM", "Minister of External Relations"}) {
    EXPECT_EQ(key(office), key("Foreign Minister")) << office;
  }
  EXPECT_EQ(key("National Security Advisor"), key("National Security Adviser"));
  EXPECT_EQ(key("Adviser on National Security"), key("National Security Adviser"));
  EXPECT_EQ(key("Security Council Secretary"), key("Secretary of the Security Council"));
  EXPECT_EQ(key("Minister of Defense"), key("Defence Minister"));
  EXPECT_EQ(key("Trade and Industry Minister"), key("Minister of Trade and Industry"));
  EXPECT_EQ(key("Secretary General"), key("Secretary-General"));
  EXPECT_EQ(key("Vice-Premier"), key("Deputy Prime Minister"));
  EXPECT_EQ(key("Vice Foreign Minister"), key("Deputy Minister of Foreign Affairs"));
  EXPECT_EQ(key("Special Representative for Afghanistan"), key("Special Envoy for Afghanistan"));
  EXPECT_EQ(key("Minister of Public Health"), key("Health Minister"));
}

TEST(OfficeKey, IgnoresTenureButNotRank) {
  EXPECT_EQ(key("Acting Foreign Minister"), key("Foreign Minister"));
  EXPECT_EQ(key("former Prime Minister"), key("Prime Minister"));
  EXPECT_NE(key("Deputy Foreign Minister"), key("Foreign Minister"));
  EXPECT_NE(key("First Deputy Foreign Minister"), key("Deputy Foreign Minister"));
  EXPECT_NE(key("Deputy National Security Adviser"), key("National Security Adviser"));
  EXPECT_NE(key("Vice President"), key("President"));
  EXPECT_NE(key("Deputy Secretary-General"), key("Secretary-General"));
  EXPECT_NE(key("Minister of State for External Affairs"), key("External Affairs Minister"));
}

TEST(OfficeKey, TellsPortfoliosAndBodiesApart) {
  EXPECT_NE(key("Minister of Defence"), key("Minister of Finance"));
  EXPECT_NE(key("Minister of Foreign Affairs"), key("Minister of Internal Affairs"));
  EXPECT_NE(key("Director of the Executive Committee"), key("Director of the Department of Asia"));
  EXPECT_NE(key("Ambassador to China"), key("Ambassador to India"));
}

TEST(OfficeKey, TakesSeveralOfficesInAnyOrder) {
  EXPECT_EQ(key("State Councilor and Minister of Public Security"),
            key("Public Security Minister; State Councillor"));
  EXPECT_EQ(key("Aide to the President – Secretary of the Security Council"),
            key("Security Council Secretary; Presidential Aide"));
}

TEST(OfficeKey, IsTotal) {
  EXPECT_EQ(key(""), "");
  EXPECT_EQ(key("Quartermaster of Nowhere"), "quartermaster of nowhere");
  EXPECT_FALSE(key("deputy").empty());
}

}  // namespace
}  // namespace rapporteur::catalogue
