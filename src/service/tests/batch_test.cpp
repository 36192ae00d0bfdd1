#include "rapporteur/service/batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <vector>

#include "rapporteur/service/data.h"

namespace rapporteur::service {
namespace {

using testing::HasSubstr;

// Documents made up as they are asked for: every tenth cannot be had, every seventh is empty.
class MadeUp : public source::Source {
 public:
  explicit MadeUp(int count) : count_(count) {}

  std::optional<Result<source::Found>> next() override {
    if (given_ == count_) return std::nullopt;
    const std::string id = std::to_string(given_++);
    if (given_ % 10 == 0) return Result<source::Found>(Error{ErrorCode::io, "gone", id});
    source::Found found;
    found.id = found.origin = found.where = id;
    if (given_ % 7 != 0) {
      found.bytes = "The foreign ministers of Chile and Peru held talks in Lima on " +
                    std::to_string(1 + given_ % 28) + " May 2021.";
    }
    found.size = found.bytes.size();
    return Result<source::Found>(std::move(found));
  }

  [[nodiscard]] int given() const { return given_; }

 private:
  int count_;
  int given_ = 0;
};

BatchOptions on(unsigned threads, std::uint64_t bytes_in_flight = 1U << 20) {
  BatchOptions options;
  options.threads = threads;
  options.bytes_in_flight = bytes_in_flight;
  return options;
}

class BatchTest : public testing::Test {
 protected:
  void SetUp() override {
    Result<std::unique_ptr<Pack>> pack = open_pack(RAPPORTEUR_BINARY_DIR "/rapporteur.pack");
    ASSERT_TRUE(pack) << pack.error().text();
    pack_ = *std::move(pack);
    Result<reader::Reader> reader = reader::Reader::load(*pack_);
    ASSERT_TRUE(reader) << reader.error().text();
    reader_ = std::make_unique<reader::Reader>(*std::move(reader));
  }

  struct Seen {
    std::vector<std::string> outcomes;
    Statistics statistics;
  };

  Seen read(int count, BatchOptions options, const Render& render = nullptr) {
    MadeUp source(count);
    Seen seen;
    const Sink sink = [&](Outcome&& outcome) {
      seen.outcomes.push_back(outcome.reading ? outcome.reading->report.id + outcome.rendered
                                              : outcome.reading.error().text());
      return true;
    };
    seen.statistics = read_all(*reader_, source, options, render, sink);
    return seen;
  }

  std::unique_ptr<Pack> pack_;
  std::unique_ptr<reader::Reader> reader_;
};

TEST_F(BatchTest, DeliversOutcomesAndErrorsInOrderOnAnyNumberOfThreads) {
  const Seen alone = read(200, on(1));
  ASSERT_EQ(alone.outcomes.size(), 200U);
  EXPECT_EQ(alone.outcomes[0], "0");
  EXPECT_THAT(alone.outcomes[9], HasSubstr("gone"));
  EXPECT_THAT(alone.outcomes[6], HasSubstr("is empty"));
  for (const unsigned threads : {2U, 3U, 16U}) {
    const Seen seen = read(200, on(threads));
    EXPECT_EQ(seen.outcomes, alone.outcomes);
    EXPECT_EQ(seen.statistics.reports, alone.statistics.reports);
    EXPECT_EQ(seen.statistics.bytes, alone.statistics.bytes);
    EXPECT_EQ(seen.statistics.facts, alone.statistics.facts);
    EXPECT_EQ(seen.statistics.errors, alone.statistics.errors);
  }
}

TEST_F(BatchTest, CountsEveryDocumentOnce) {
  const Statistics statistics = read(70, on(2)).statistics;
  EXPECT_EQ(statistics.reports + statistics.errors, 70U);
  EXPECT_EQ(statistics.errors, 7U + 10U - 1U) << "the 70th is empty and gone";
  EXPECT_GT(statistics.facts, statistics.reports);
}

TEST_F(BatchTest, DeliversTheSameWithRoomForOneDocumentOnly) {
  EXPECT_EQ(read(50, on(3, 1)).outcomes, read(50, on(1)).outcomes);
}

TEST_F(BatchTest, TurnsAnExceptionIntoTheErrorOfItsDocument) {
  const Render render = [](const record::Reading& reading, std::string& out) {
    if (reading.report.id == "3") throw std::runtime_error("boom");
    if (reading.report.id == "4") throw 17;
    out += "!";
  };
  for (const unsigned threads : {1U, 3U}) {
    const Seen seen = read(6, on(threads), render);
    ASSERT_EQ(seen.outcomes.size(), 6U);
    EXPECT_EQ(seen.outcomes[2], "2!");
    EXPECT_EQ(seen.outcomes[3], "3: reading failed: boom (internal)");
    EXPECT_EQ(seen.outcomes[4], "4: reading failed (internal)");
    EXPECT_EQ(seen.outcomes[5], "5!");
    EXPECT_EQ(seen.statistics.errors, 2U);
  }
}

TEST_F(BatchTest, StopsWhereTheSinkSaysSo) {
  for (const unsigned threads : {1U, 2U}) {
    MadeUp source(100'000);
    int taken = 0;
    read_all(*reader_, source, on(threads), nullptr, [&taken](Outcome&&) { return ++taken < 5; });
    EXPECT_EQ(taken, 5);
    EXPECT_LT(source.given(), 200) << "it does not read on for nobody";
  }
}

TEST_F(BatchTest, CountsTheFactsOfAReading) {
  record::Reading reading;
  EXPECT_EQ(count_facts(reading), 0U);
  record::Meeting meeting;
  meeting.name.set("talks", {{0, 5}}, 0.9F, "test");
  meeting.main = true;
  meeting.participants.resize(1);
  meeting.participants[0].state.set("CL", {{0, 5}}, 0.9F, "test");
  meeting.agenda.resize(1);
  meeting.agenda[0].text.set("trade", {{0, 5}}, 0.9F, "test");
  reading.meetings = {meeting};
  reading.holdings.resize(1);
  reading.holdings[0].person.set("Ada", {{0, 3}}, 0.9F, "test");
  EXPECT_EQ(count_facts(reading), 4U);
}

}  // namespace
}  // namespace rapporteur::service
