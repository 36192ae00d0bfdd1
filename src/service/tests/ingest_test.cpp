#include "rapporteur/service/ingest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "rapporteur/query/query.h"
#include "rapporteur/service/data.h"
#include "rapporteur/service/rules.h"
#include "rapporteur/service/views.h"

namespace rapporteur::service {
namespace {

using testing::HasSubstr;

class Listed : public source::Source {
 public:
  explicit Listed(std::vector<std::string> texts) : texts_(std::move(texts)) {}

  std::optional<Result<source::Found>> next() override {
    if (at_ == texts_.size()) return std::nullopt;
    source::Found found;
    found.id = found.origin = found.where = std::to_string(at_) + ".txt";
    found.bytes = texts_[at_++];
    found.size = found.bytes.size();
    found.published = "2021-05-06";
    return Result<source::Found>(std::move(found));
  }

 private:
  std::vector<std::string> texts_;
  std::size_t at_ = 0;
};

constexpr const char* kTalks =
    "The foreign ministers of Chile and Peru held talks in Lima on 5 May 2021.";
constexpr const char* kSummit =
    "The 21st summit of the Shanghai Cooperation Organization was held in Dushanbe on 17 "
    "September 2021. The leaders discussed terrorism.";

class IngestTest : public testing::Test {
 protected:
  IngestTest() {
    char name[] = "/tmp/rapporteur-ingest-XXXXXX";
    folder_ = ::mkdtemp(name);
  }
  ~IngestTest() override { std::filesystem::remove_all(folder_); }

  void SetUp() override {
    pack_ = *open_pack(RAPPORTEUR_BINARY_DIR "/rapporteur.pack");
    reader_ = std::make_unique<reader::Reader>(*reader::Reader::load(*pack_));
    rules_ = std::make_unique<Rules>(*Rules::load(*pack_));
    reg_ = std::make_unique<store::Register>(*store::Register::open(folder_ + "/register.db"));
  }

  Result<Ingested> enter(std::vector<std::string> texts, IngestOptions options = {}) {
    Listed source(std::move(texts));
    options.batch.threads = 2;
    const IngestEvents events{
        [this](const Error& error) { failed_.push_back(error.text()); },
        [this](const Statistics& so_far) { committed_.push_back(so_far.reports); }};
    return ingest(*reader_, source, *reg_, rules_->resolver(), options, events);
  }

  std::string folder_;
  std::unique_ptr<Pack> pack_;
  std::unique_ptr<reader::Reader> reader_;
  std::unique_ptr<Rules> rules_;
  std::unique_ptr<store::Register> reg_;
  std::vector<std::string> failed_;
  std::vector<std::uint64_t> committed_;
};

TEST_F(IngestTest, EntersReportsAndNamesThoseThatFail) {
  const Result<Ingested> ingested = enter({kTalks, "", kSummit});
  ASSERT_TRUE(ingested) << ingested.error().text();
  EXPECT_EQ(ingested->receipt.added, 2U);
  EXPECT_EQ(ingested->statistics.reports, 2U);
  EXPECT_EQ(ingested->statistics.errors, 1U);
  EXPECT_THAT(failed_, testing::ElementsAre(HasSubstr("1.txt")));
  EXPECT_EQ(query::list_meetings(*reg_, {}, &rules_->catalogue())->total, 2U);
}

TEST_F(IngestTest, CommitsAsManyAtATimeAsItIsTold) {
  std::vector<std::string> texts;
  for (int i = 0; i < 7; ++i) texts.push_back(std::string(kTalks) + " " + std::to_string(i));
  ASSERT_TRUE(enter(texts, {.batch = {}, .reports_per_transaction = 3}));
  EXPECT_THAT(committed_, testing::ElementsAre(3U, 6U, 7U));
  committed_.clear();
  ASSERT_TRUE(enter(texts, {.batch = {}, .bytes_per_transaction = 100}));
  EXPECT_THAT(committed_, testing::ElementsAre(2U, 4U, 6U, 7U));
}

// One names the second family name, the other does not.
TEST_F(IngestTest, TakesTalksForOneWhateverTheReportsCallThemAndTheirPeople) {
  ASSERT_TRUE(
      enter({"Foreign Minister Ana Sotelo of Peru received Foreign Minister Camilo Restrepon "
             "Vargas of Colombia in Lima on 5 May 2021.",
             "The foreign ministers of Colombia and Peru, Camilo Restrepon and Ana Sotelo, "
             "held talks in Lima on 5 May 2021."}));
  EXPECT_EQ(query::list_meetings(*reg_, {}, &rules_->catalogue())->total, 1U);
}

TEST_F(IngestTest, MakesPagesWhoseFactsHaveSources) {
  ASSERT_TRUE(enter({kSummit}));
  const Result<query::MeetingList> list = query::list_meetings(*reg_, {});
  ASSERT_EQ(list->total, 1U);
  const output::Page page = page_of(*query::show_meeting(*reg_, list->meetings[0].id));
  EXPECT_EQ(page.id, list->meetings[0].id);
  std::size_t facts = 0;
  for (const output::Page::Fact& fact : page.sections.at(0).facts) {
    ASSERT_FALSE(fact.sources.empty()) << fact.label;
    EXPECT_EQ(fact.sources[0].report, "0.txt");
    for (const std::string& quote : fact.sources[0].quotes) {
      EXPECT_THAT(std::string(kSummit), HasSubstr(quote));
    }
    ++facts;
  }
  EXPECT_GT(facts, 4U);
}

TEST_F(IngestTest, BriefsWithTheSourcesOfEverySession) {
  ASSERT_TRUE(enter({kSummit}));
  const auto briefs = query::brief(*reg_, "SCO", 3, &rules_->catalogue());
  ASSERT_TRUE(briefs) << briefs.error().text();
  ASSERT_FALSE(briefs->empty());
  const output::Page page = brief_page(briefs->front(), &rules_->catalogue());
  for (const output::Page::Section& section : page.sections) {
    for (const output::Page::Fact& fact : section.facts) {
      EXPECT_FALSE(fact.sources.empty()) << section.heading << ": " << fact.value;
    }
  }
}

TEST(FindPack, PrefersWhatIsGivenToTheEnvironment) {
  EXPECT_EQ(*find_pack("mine.pack", "/nowhere"), "mine.pack");
  ::setenv("RAPPORTEUR_PACK", "env.pack", 1);
  EXPECT_EQ(*find_pack("", "/nowhere"), "env.pack");
  ::unsetenv("RAPPORTEUR_PACK");
  const Result<std::string> missing = find_pack("", "/nowhere");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);
  EXPECT_THAT(missing.error().text(), HasSubstr("/nowhere/rapporteur.pack"));
  EXPECT_EQ(*find_pack("", RAPPORTEUR_BINARY_DIR), RAPPORTEUR_BINARY_DIR "/rapporteur.pack");
}

}  // namespace
}  // namespace rapporteur::service
