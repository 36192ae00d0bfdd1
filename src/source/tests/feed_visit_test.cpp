#include "rapporteur/source/feed_visit.h"

#include <map>

#include "source_fixture.h"

namespace rapporteur::source {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kFeed = "https://lake.example/feed";

// A host that answers from a table; 304 to who has the version at hand.
class FeedVisitTest : public testing::Test {
 protected:
  struct Page {
    std::string body;
    std::string tag;
    std::optional<Error> error;
  };

  FeedVisitTest() {
    get_ = [this](const std::string& address, const Validators& known) -> Result<Answer> {
      asked_.push_back(address.substr(std::string("https://lake.example").size()));
      const auto page = pages_.find(address);
      if (page == pages_.end()) return Error{ErrorCode::not_found, "is not there", address};
      if (page->second.error) return *page->second.error;
      Answer answer;
      answer.address = address;
      answer.validators.etag = page->second.tag;
      answer.unchanged = !known.etag.empty() && known.etag == page->second.tag;
      if (!answer.unchanged) answer.body = page->second.body;
      return answer;
    };
  }

  static std::string rss(const std::string& items) {
    return "<rss version='2.0'><channel><title>Lake</title>" + items + "</channel></rss>";
  }
  static std::string item(const std::string& link, const std::string& title = "x") {
    return "<item><title>" + title + "</title><link>" + link +
           "</link><pubDate>Wed, 05 May 2021 09:00:00 GMT</pubDate></item>";
  }

  std::vector<Found> visit() {
    VisitOptions options;
    options.most_entries = most_;
    options.stopped = stopped_;
    options.documents.note = [this](const Error& note) { notes_.push_back(note.text()); };
    std::unordered_set<std::string> had;
    FeedVisit from(kFeed, memory_, options, get_, had);
    asked_.clear();
    errors_.clear();
    std::vector<Found> out;
    while (std::optional<Result<Found>> next = from.next()) {
      if (*next) {
        out.push_back(**next);
      } else {
        errors_.push_back(next->error().text());
      }
    }
    memory_ = from.learnt();
    failed_ = from.failed();
    unchanged_ = from.unchanged();
    return out;
  }

  std::map<std::string, Page> pages_;
  Get get_;
  FeedMemory memory_;
  std::size_t most_ = 200;
  std::function<bool()> stopped_;
  std::vector<std::string> asked_;
  std::vector<std::string> errors_;
  std::vector<std::string> notes_;
  bool failed_ = false;
  bool unchanged_ = false;
};

TEST_F(FeedVisitTest, TakesRelativeAddressesAsTheFeedMeansThem) {
  pages_[kFeed] = {rss(item("/1") + item("2?a=1&amp;b=2#part")), "a", {}};
  pages_["https://lake.example/1"] = {"One.", "", {}};
  pages_["https://lake.example/2?a=1&b=2"] = {"Two.", "", {}};
  const auto found = visit();
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[1].origin, "https://lake.example/2?a=1&b=2");
  EXPECT_EQ(found[0].date_if_none, "2021-05-05");
  EXPECT_EQ(memory_.validators.etag, "a");
  EXPECT_THAT(visit(), IsEmpty());
  EXPECT_TRUE(unchanged_);
  EXPECT_THAT(memory_.entries, SizeIs(2)) << "what was known stays known";
}

TEST_F(FeedVisitTest, GivesUpOnAPageThatCannotBeHadFiveTimes) {
  pages_[kFeed] = {rss(item("/1")), "a", {}};
  pages_["https://lake.example/1"].error = Error{ErrorCode::io, "status 500", "x"};
  for (int i = 0; i < kMostFailures; ++i) {
    visit();
    EXPECT_THAT(errors_, SizeIs(1)) << i;
    EXPECT_FALSE(failed_) << "the feed itself is well";
  }
  visit();
  EXPECT_THAT(errors_, IsEmpty());
  EXPECT_THAT(asked_, ElementsAre("/feed"));
  EXPECT_EQ(memory_.validators.etag, "a");
}

TEST_F(FeedVisitTest, ForgetsEntriesThatLeftTheFeed) {
  pages_[kFeed] = {rss(item("/1") + item("/2")), "a", {}};
  pages_["https://lake.example/1"] = pages_["https://lake.example/2"] = {"One.", "", {}};
  visit();
  pages_[kFeed] = {rss(item("/2")), "b", {}};
  EXPECT_THAT(visit(), IsEmpty());
  ASSERT_THAT(memory_.entries, SizeIs(1));
  EXPECT_EQ(memory_.entries[0].key, "https://lake.example/2");
}

TEST_F(FeedVisitTest, TakesWhatCameBeforeAFaultAndForgetsNothing) {
  pages_[kFeed] = {rss(item("/1") + item("/2")), "a", {}};
  pages_["https://lake.example/1"] = pages_["https://lake.example/2"] = {"One.", "", {}};
  pages_["https://lake.example/3"] = {"Three.", "", {}};
  visit();
  pages_[kFeed] = {"<rss><channel>" + item("/3") + "<item><title>cut", "b", {}};
  EXPECT_THAT(visit(), SizeIs(1));
  EXPECT_THAT(errors_, ElementsAre(HasSubstr("https://lake.example/feed:1")));
  EXPECT_TRUE(failed_);
  EXPECT_THAT(memory_.entries, SizeIs(3));
  EXPECT_EQ(memory_.validators.etag, "") << "it must be sent whole the next time";
}

TEST_F(FeedVisitTest, TakesOneOfEntriesThatShareAnAddress) {
  pages_[kFeed] = {rss(item("/live#1", "a") + item("/live#2", "b")), "a", {}};
  pages_["https://lake.example/live"] = {"Live.", "", {}};
  EXPECT_THAT(visit(), SizeIs(1));
  pages_[kFeed].tag = "b";
  EXPECT_THAT(visit(), IsEmpty());
}

TEST_F(FeedVisitTest, SaysWhichEntriesLeadNowhere) {
  pages_[kFeed] = {rss(item("mailto:x@lake.example") + "<item><title>bare</title></item>" +
                       "<item><description>Said the minister.</description></item>"),
                   "a",
                   {}};
  const auto found = visit();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].bytes, "Said the minister.");
  EXPECT_THAT(errors_, ElementsAre(HasSubstr("mailto:"), HasSubstr("no address and no text")));
  EXPECT_THAT(visit(), IsEmpty());
}

TEST_F(FeedVisitTest, KeepsTheFirstEntriesOfAListWithoutEnd) {
  std::string items;
  for (std::size_t i = 0; i < kMostEntries + 10; ++i) items += item("/" + std::to_string(i));
  pages_[kFeed] = {rss(items), "a", {}};
  most_ = 1;
  pages_["https://lake.example/0"] = {"Zero.", "", {}};
  EXPECT_THAT(visit(), SizeIs(1));
  EXPECT_THAT(notes_, ElementsAre(HasSubstr("more than 50000 entries"), HasSubstr("49999 more")));
}

TEST_F(FeedVisitTest, StopsWithNothingHalfDone) {
  pages_[kFeed] = {rss(item("/1") + item("/2")), "a", {}};
  pages_["https://lake.example/1"] = pages_["https://lake.example/2"] = {"One.", "", {}};
  int looks = 0;
  stopped_ = [&looks] { return ++looks > 1; };
  EXPECT_THAT(visit(), SizeIs(1));
  EXPECT_THAT(errors_, IsEmpty());
  stopped_ = nullptr;
  const auto found = visit();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].origin, "https://lake.example/2");
}

TEST_F(FeedVisitTest, KeepsWhatItKnewOfAFeedThatCannotBeHad) {
  pages_[kFeed] = {rss(item("/1")), "a", {}};
  pages_["https://lake.example/1"] = {"One.", "", {}};
  visit();
  pages_[kFeed].error = Error{ErrorCode::io, "status 500", kFeed};
  visit();
  EXPECT_TRUE(failed_);
  EXPECT_EQ(memory_.validators.etag, "a");
  EXPECT_THAT(memory_.entries, SizeIs(1));
}

}  // namespace
}  // namespace rapporteur::source
