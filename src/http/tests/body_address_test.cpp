#include "body_address.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "built_tables.h"

namespace rapporteur::http {
namespace {

const catalogue::Catalogue& tables() { return tests::BuiltTables::instance().catalogue; }

std::pair<std::string, std::string> words_behind(const std::string& id) {
  const std::optional<Body> body = body_of(tables(), id);
  if (!body) return {"no such body", id};
  return {body->organisation, body->organ};
}

TEST(BodyAddress, LeadsBackToTheWordsItWasMadeOf) {
  std::vector<std::pair<std::string, std::string>> named = {
      {"Shanghai Cooperation Organization", ""},
      {"Shanghai Cooperation Organization", "Council of Nobody"},
      {"Nobody's Organisation", ""},
      {"Nobody's Organisation", "Council of Foreign Ministers"},
      {"", "Council of Nobody"}};
  // Every name of the tables, as an organisation, as an organ and as an organ of an organisation.
  for (const catalogue::Body& body : tables().bodies()) {
    const std::string name(body.name);
    named.insert(named.end(), {{name, ""}, {"", name}, {"United Nations", name}});
  }
  for (const auto& words : named) {
    const std::string id = body_id_of(tables(), words.first, words.second);
    EXPECT_EQ(words_behind(id), words) << id;
  }
}

TEST(BodyAddress, AnOrganWithoutItsOrganisationIsNoneOfTheTables) {
  const std::string id = body_id_of(tables(), "", "Council of Foreign Ministers");
  const std::optional<Body> body = body_of(tables(), id);
  ASSERT_TRUE(body);
  EXPECT_EQ(body->index, catalogue::npos);
  EXPECT_EQ(
      body_id_of(tables(), "Shanghai Cooperation Organization", "Council of Foreign Ministers"),
      "sco.cfm");
}

TEST(BodyAddress, BodiesOfTheTablesHaveTheirOwnIds) {
  for (const char* id : {"sco", "sco.chs", "brics", "ca_consultative"}) {
    const std::optional<Body> body = body_of(tables(), id);
    ASSERT_TRUE(body) << id;
    EXPECT_EQ(body_id_of(tables(), body->organisation, body->organ), id);
  }
}

TEST(BodyAddress, WhatIsNoIdIsNone) {
  for (const char* id : {"", "b-", "b-!", "b-YQ", "b-Hw", "nothing", "o-YR9i"}) {
    EXPECT_FALSE(body_of(tables(), id)) << id;
  }
}

}  // namespace
}  // namespace rapporteur::http
