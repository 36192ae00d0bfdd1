#include "rapporteur/service/watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <memory>

#include "rapporteur/service/data.h"
#include "rapporteur/service/rules.h"

namespace rapporteur::service {
namespace {

constexpr const char* kFeed = "https://lake.example/feed";
constexpr std::int64_t kHour = 3600;

class WatchTest : public testing::Test {
 protected:
  WatchTest() {
    char name[] = "/tmp/rapporteur-watch-XXXXXX";
    folder_ = ::mkdtemp(name);
    pack_ = *open_pack(RAPPORTEUR_BINARY_DIR "/rapporteur.pack");
    reader_ = std::make_unique<reader::Reader>(*reader::Reader::load(*pack_));
    rules_ = std::make_unique<Rules>(*Rules::load(*pack_));
    reg_ = std::make_unique<store::Register>(*store::Register::open(folder_ + "/register.db"));
  }
  ~WatchTest() override { std::filesystem::remove_all(folder_); }

  // A round at that hour; the feed has one report, or its host is not to be had.
  Round round_at(double hour, bool works) {
    const source::Get get = [works](const std::string& address,
                                    const source::Validators&) -> Result<source::Answer> {
      if (!works) return Error{ErrorCode::io, "no answer", address};
      source::Answer answer;
      answer.address = address;
      answer.body =
          "<rss><channel><item><guid>1</guid><description>The foreign ministers of Chile and Peru "
          "held talks in Lima on 5 May 2021.</description></item></channel></rss>";
      return answer;
    };
    WatchOptions options;
    options.ingest.batch.threads = 1;
    const auto now = static_cast<std::int64_t>(hour * static_cast<double>(kHour));
    const Result<Round> round =
        watch_once(*reader_, {{kFeed, "", 1}}, *reg_, rules_->resolver(), get, now, options, {});
    EXPECT_TRUE(round) << round.error().text();
    return round ? *round : Round();
  }

  std::string folder_;
  std::unique_ptr<Pack> pack_;
  std::unique_ptr<reader::Reader> reader_;
  std::unique_ptr<Rules> rules_;
  std::unique_ptr<store::Register> reg_;
};

TEST_F(WatchTest, EntersWhatIsNewOnce) {
  const Round first = round_at(0, true);
  EXPECT_EQ(first.fresh, 1U);
  EXPECT_EQ(first.ingested.receipt.added, 1U);
  EXPECT_EQ(round_at(1, true).fresh, 0U);
}

TEST_F(WatchTest, LeavesAFeedThatFailsAloneForTwiceAsLongEachTime) {
  std::vector<int> asked;
  for (int hour = 0; hour < 100; ++hour) {
    if (round_at(hour, false).failed == 1) asked.push_back(hour);
  }
  EXPECT_THAT(asked, testing::ElementsAre(0, 1, 3, 7, 15, 31, 55, 79));
}

TEST_F(WatchTest, AsksAFeedThatHasRecoveredOnEveryRoundAgain) {
  round_at(0, false);
  round_at(1, false);
  EXPECT_EQ(round_at(2, true).waiting, 1U);
  EXPECT_EQ(round_at(3, true).ingested.receipt.added, 1U);
  EXPECT_EQ(round_at(4, true).feeds, 1U);
  EXPECT_EQ(round_at(4, false).failed, 1U);
  EXPECT_EQ(round_at(5, true).feeds, 1U) << "the first failure after a success counts as the first";
}

TEST_F(WatchTest, RemembersInTheRegister) {
  store::Feed feed = *reg_->feed(kFeed);
  EXPECT_EQ(feed, (store::Feed{.address = kFeed, .etag = "", .last_modified = "", .entries = {}}));
  feed.etag = "\"a\"";
  feed.failures = 2;
  feed.not_before = 1'700'000'000;
  feed.entries = {{"https://lake.example/1", "0a", "", "Wed", 1, false},
                  {"https://lake.example/map", "sitemap", "", "", 0, true}};
  ASSERT_TRUE(reg_->remember(feed));
  EXPECT_EQ(*reg_->feed(kFeed), feed);
  feed.entries.pop_back();
  ASSERT_TRUE(reg_->remember(feed));
  EXPECT_EQ(*reg_->feed(kFeed), feed);
  EXPECT_TRUE(reg_->check(&rules_->resolver())->empty());
}

}  // namespace
}  // namespace rapporteur::service
