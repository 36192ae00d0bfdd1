// Every fact is explained: the rule behind it stands in data/rules.tsv, with tables that exist.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "fixture.h"
#include "rapporteur/base/table.h"
#include "rapporteur/record/claim.h"
#include "rapporteur/service/rule_book.h"

namespace rapporteur::tests {
namespace {

const Pack& built_pack() {
  static const Pack pack = Pack::open(RAPPORTEUR_BINARY_DIR "/rapporteur.pack").value();
  return pack;
}

std::vector<std::string> corpus_files() {
  std::vector<std::string> out;
  for (const auto& entry :
       std::filesystem::directory_iterator(RAPPORTEUR_SOURCE_DIR "/corpus/reports/train")) {
    if (entry.path().extension() == ".txt") out.push_back(entry.path().string());
  }
  return out;
}

TEST(Rules, BehindFactsAreExplained) {
  const service::RuleBook rules = service::RuleBook::load(built_pack()).value();
  std::vector<std::string> files = example_files();
  const std::vector<std::string> corpus = corpus_files();
  files.insert(files.end(), corpus.begin(), corpus.end());
  std::set<std::string> met;
  Scratch scratch;
  for (const std::string& file : files) {
    for (const record::Claim& claim :
         record::claims_of(read(read_file(file).value(), file, scratch))) {
      if (!claim.evidence.empty()) met.insert(claim.rule);
    }
  }
  EXPECT_GT(met.size(), 40U);
  for (const std::string& rule : met) {
    EXPECT_NE(rules.find(rule), nullptr) << "\"" << rule << "\" is missing in data/rules.tsv";
  }
}

TEST(Rules, NameTablesThatExist) {
  const std::vector<Table> tables = built_pack().tables("rules").value();
  ASSERT_EQ(tables.size(), 1U);
  for (std::size_t i = 0; i < tables[0].rows(); ++i) {
    EXPECT_FALSE(tables[0].at(i, "means").empty()) << tables[0].at(i, "rule");
    for_each_part(tables[0].at(i, "tables"), ' ', [](std::string_view name) {
      EXPECT_TRUE(built_pack().tables(std::string(name))) << name;
    });
  }
}

TEST(Rules, ThatNobodyKnowsAreNotFound) {
  const service::RuleBook rules = service::RuleBook::load(built_pack()).value();
  ASSERT_NE(rules.find("meetings/place"), nullptr);
  EXPECT_EQ(rules.find("meetings/place")->name, "meetings/place");
  EXPECT_EQ(rules.find("meetings/none-such"), nullptr);
  EXPECT_EQ(rules.find(""), nullptr);
}

}  // namespace
}  // namespace rapporteur::tests
