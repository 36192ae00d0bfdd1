// What the tables of a grid mean, shown by small ones.
#include "grid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace rapporteur::tests {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

// A grid of these rows, and a table of two towns.
Result<Grid> grid_of(const std::string& rows) {
  const std::string folder = RAPPORTEUR_BINARY_DIR "/grids/small";
  fs::create_directories(folder + "/wordings");
  fs::create_directories(folder + "/words");
  std::ofstream(folder + "/wordings/small.tsv") << "slot\ttext\tfacts\n" << rows;
  std::ofstream(folder + "/words/towns.tsv") << "name\tcode\nLima\tPE\nSuva\tFJ\n";
  return Grid::load(folder, "small");
}

Drawn drawn_from(const std::string& rows) {
  std::mt19937 random(7);
  return grid_of(rows).value().draw(random);
}

TEST(Grid, DrawsASlotOnceInAReport) {
  const std::string rows = "report\t{n} is {n}\nn\tone\nn\ttwo\nn\tthree\n";
  EXPECT_THAT(drawn_from(rows).text, testing::AnyOf("One is one", "Two is two", "Three is three"));
}

TEST(Grid, NeverDrawsOneWordTwice) {
  const std::string rows = "A\t@towns\nB\t@towns\nreport\t{A.name}, {B.name}\n";
  EXPECT_THAT(drawn_from(rows).text, testing::AnyOf("Lima, Suva", "Suva, Lima"));
}

TEST(Grid, TakesAwayWhatEmptyWordingsLeave) {
  const std::string rows =
      "report\tthe {none} {who} {none}. they came\nwho\tguest, a king,\nnone\t\n";
  EXPECT_EQ(drawn_from(rows).text, "The guest, a king. They came");
}

TEST(Grid, GivesTheFactsOfInnerWordingsLast) {
  const std::string rows =
      "report\t{met}\twhen=2022; place={where}\nmet\tmet\twhen=2023\nwhere\tLima\tcountry=PE\n";
  EXPECT_THAT(drawn_from(rows).facts, ElementsAre(Pair("when", "2022"), Pair("place", "Lima"),
                                                  Pair("when", "2023"), Pair("country", "PE")));
}

TEST(Grid, LetsAWordingDrawAnotherSlotBeforehand) {
  const std::string rows = "report\tOn Monday {met}\t{day}=\nmet\thad met {day}\nday\ton Friday\n";
  EXPECT_EQ(drawn_from(rows).text, "On Monday had met");
}

TEST(Grid, RefusesWhatItsTablesDoNotSay) {
  const auto refusal = [](const std::string& rows) { return grid_of(rows).error().text(); };
  EXPECT_THAT(refusal("report\t{other}\n"), HasSubstr("small.tsv:2"));
  EXPECT_THAT(refusal("A\t@towns\nreport\t{A.river}\n"), HasSubstr("{A.river}"));
  EXPECT_THAT(refusal("A\t@lakes\nreport\tone\n"), HasSubstr("lakes.tsv"));
  EXPECT_THAT(refusal("A\t@towns\nB\t@towns\nC\t@towns\nreport\tone\n"), HasSubstr("towns"));
  EXPECT_THAT(refusal("lead\tone\n"), HasSubstr("'report'"));
}

}  // namespace
}  // namespace rapporteur::tests
