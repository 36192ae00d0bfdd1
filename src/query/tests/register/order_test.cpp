// What stands in a register is a function of the set of reports.
#include <algorithm>
#include <random>

#include "fixture.h"
#include "random_cases.h"
#include "random_world.h"

namespace rapporteur {
namespace {

using record::Reading;
using testing::random_world;
using testing::ReadingBuilder;
using testing::RegisterTest;
using testing::small_world;

class OrderTest : public RegisterTest {
 protected:
  std::vector<std::string> export_after(const std::string& name,
                                        const std::vector<std::vector<Reading>>& batches) {
    store::Register reg = open(name);
    for (const std::vector<Reading>& batch : batches) enter(reg, batch);
    expect_sound(reg);
    return export_of(reg);
  }

  static std::vector<std::vector<Reading>> split(std::vector<Reading> readings,
                                                 std::mt19937& random) {
    std::shuffle(readings.begin(), readings.end(), random);
    std::vector<std::vector<Reading>> batches(1);
    for (Reading& r : readings) {
      if (random() % 3 == 0) batches.emplace_back();
      batches.back().push_back(std::move(r));
    }
    return batches;
  }
};

TEST_F(OrderTest, AnyOrderAndAnySplitGivesTheSameExport) {
  const std::vector<Reading> world = small_world();
  const std::vector<std::string> expected = export_after("all.db", {world});
  ASSERT_GT(expected.size(), 100U);
  for (unsigned seed = 0; seed < tests::random_cases(24); ++seed) {
    std::mt19937 random(seed);
    const std::string name = "shuffled" + std::to_string(seed) + ".db";
    ASSERT_EQ(export_after(name, split(world, random)), expected) << "seed " << seed;
  }
}

TEST_F(OrderTest, SoDoReportsThatContradictEachOtherInEveryWay) {
  for (unsigned world_seed = 0; world_seed < tests::random_cases(12); ++world_seed) {
    const std::vector<Reading> world = random_world(world_seed);
    const std::string base = "world" + std::to_string(world_seed);
    const std::vector<std::string> expected = export_after(base + ".db", {world});
    for (unsigned seed = 0; seed < 4; ++seed) {
      std::mt19937 random(seed);
      const std::string name = base + "-" + std::to_string(seed) + ".db";
      ASSERT_EQ(export_after(name, split(world, random)), expected)
          << "world " << world_seed << ", seed " << seed;
    }
  }
}

// One whose person is known, and one of whom only the state is.
void name_chair(ReadingBuilder& b, record::Meeting& m) {
  b.participant(m, "Ivan Petrov", "Chair of the Council", "BY");
  b.participant(m, "", "", "KZ");
}

// One story on five sites, each with a page of its own around it, against two other reports.
std::vector<Reading> wire_world() {
  const std::string story =
      "The elders of the organisation came together on the first day of March and stayed until "
      "late. Roads and railways filled most of the day, for the lorries at the border wait nine "
      "hours on an ordinary day. A second crossing is to be opened before the end of the summer, "
      "and the ministers of transport are to see to it that the money is there in time. ";
  const std::string others[] = {
      "It rained when the cars drove up, and few of those who had come to look stayed. Inside, "
      "so one of the guests told us, nobody was in a hurry, since all had been settled before. ",
      "No statement was given out this time. What is known is known from drivers, cooks and "
      "guards: that the talks were short, the dinner long, and that all left in good humour. "};
  std::vector<Reading> out;
  for (int i = 0; i < 5; ++i) {
    ReadingBuilder b("https://site" + std::to_string(i) + ".example/elders",
                     "2020-03-0" + std::to_string(2 + i));
    b.raw().report.text = (i % 2 == 0 ? "By a reporter of site " + std::to_string(i) + "\n" : "") +
                          story + (i % 3 == 0 ? "Share this story with your friends. " : "");
    name_chair(b, b.session("Alpha Organisation", "Council of Elders", 4, "2020-03-01", "Minsk"));
    out.push_back(b.done());
  }
  for (const std::string& other : others) {
    ReadingBuilder b("https://own" + std::to_string(out.size()) + ".example", "2020-03-04");
    b.raw().report.text = other;
    name_chair(b,
               b.session("Alpha Organisation", "Council of Elders", 4, "2020-03-01", "Dushanbe"));
    out.push_back(b.done());
  }
  return out;
}

TEST_F(OrderTest, AStoryOnManySitesIsOneSourceWheneverItsCopiesCame) {
  const std::vector<Reading> world = wire_world();
  const std::vector<std::string> expected = export_after("wire.db", {world});
  store::Register reg = open("wire.db");
  const Result<query::MeetingList> list = query::list_meetings(reg, {});
  ASSERT_TRUE(list);
  ASSERT_EQ(list->meetings.size(), 1U);
  EXPECT_EQ(list->meetings[0].place, "Dushanbe") << "two reports against one on five sites";
  for (unsigned seed = 0; seed < 8; ++seed) {
    std::mt19937 random(seed);
    const std::string name = "wire" + std::to_string(seed) + ".db";
    ASSERT_EQ(export_after(name, split(world, random)), expected) << "seed " << seed;
  }
}

TEST_F(OrderTest, AStoryOnManySitesCountsOnceForParticipantsAndOfficesToo) {
  store::Register reg = open("wire.db");
  enter(reg, wire_world());
  constexpr int kSources = 3;  // the story, and two reports of their own
  Result<store::Cursor> rows = reg.ask("SELECT support FROM participants");
  ASSERT_TRUE(rows);
  int seen = 0;
  for (; *rows->next(); ++seen) EXPECT_EQ(rows->integer(0), kSources);
  EXPECT_EQ(seen, 2);
  const Result<query::MeetingList> list = query::list_meetings(reg, {});
  ASSERT_TRUE(list);
  const Result<query::MeetingPage> page = query::show_meeting(reg, list->meetings.at(0).id);
  ASSERT_TRUE(page);
  ASSERT_EQ(page->participants.size(), 2U);
  for (const query::ParticipantRow& p : page->participants)
    EXPECT_EQ(p.support, kSources) << p.state;
  const Result<query::PersonPage> person = query::show_person(
      reg, page->participants[page->participants[0].person.empty() ? 1 : 0].person);
  ASSERT_TRUE(person) << person.error().text();
  ASSERT_EQ(person->offices.size(), 1U);
  EXPECT_EQ(person->offices[0].support, kSources);
}

TEST_F(OrderTest, ForgettingACopyLeavesTheOthersASource) {
  for (std::size_t victim = 0; victim < wire_world().size(); ++victim) {
    std::vector<Reading> world = wire_world();
    const std::string name = "copy" + std::to_string(victim);
    store::Register full = open(name + ".db");
    enter(full, world);
    ASSERT_TRUE(full.forget(std::vector{report_key(world[victim].report)}, *resolver_));
    world.erase(world.begin() + static_cast<std::ptrdiff_t>(victim));
    EXPECT_EQ(export_of(full), export_after(name + "-never.db", {world}));
    expect_sound(full);
  }
}

TEST_F(OrderTest, EnteringAReadingAgainChangesNothing) {
  store::Register reg = open("again.db");
  const std::vector<Reading> world = small_world();
  enter(reg, world);
  const std::vector<std::string> before = export_of(reg);
  const store::Receipt receipt = enter(reg, world);
  EXPECT_EQ(receipt.unchanged, world.size());
  EXPECT_EQ(receipt.added + receipt.changed + receipt.claims, 0U);
  EXPECT_EQ(export_of(reg), before);
}

TEST_F(OrderTest, ForgettingAReportIsAsIfItHadNeverCome) {
  for (unsigned seed = 0; seed < 8; ++seed) {
    std::vector<Reading> world = seed < 4 ? small_world() : random_world(seed);
    std::mt19937 random(seed);
    const std::string victim = report_key(world[random() % world.size()].report);
    store::Register full = open("full" + std::to_string(seed) + ".db");
    enter(full, world);
    const Result<store::Receipt> forgotten = full.forget(std::vector{victim}, *resolver_);
    ASSERT_TRUE(forgotten) << forgotten.error().text();
    EXPECT_EQ(forgotten->forgotten, 1U);
    std::erase_if(world, [&](const Reading& r) { return report_key(r.report) == victim; });
    EXPECT_EQ(export_of(full), export_after("never" + std::to_string(seed) + ".db", {world}));
    expect_sound(full);
  }
}

TEST_F(OrderTest, ForgettingEverythingLeavesAnEmptyRegister) {
  store::Register reg = open("empty.db");
  std::vector<std::string> keys;
  for (const Reading& r : small_world()) keys.push_back(report_key(r.report));
  enter(reg, small_world());
  ASSERT_TRUE(reg.forget(keys, *resolver_));
  EXPECT_TRUE(export_of(reg).empty());
  expect_sound(reg);
}

TEST_F(OrderTest, ForgettingAnUnknownReportRemovesNothing) {
  store::Register reg = open("unknown.db");
  enter(reg, small_world());
  const std::vector<std::string> before = export_of(reg);
  const Result<store::Receipt> r = reg.forget(
      std::vector<std::string>{"https://a.example/13", "https://nowhere.example"}, *resolver_);
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().code, ErrorCode::not_found);
  EXPECT_EQ(export_of(reg), before);
}

Reading version_of_report(const std::string& modified, const std::string& place) {
  ReadingBuilder b("https://a.example/changing", "2022-08-19");
  b.raw().report.modified = modified;
  b.session(testing::kSco, testing::kSecretaries, 17, "2022-08-19", place, "UZ");
  return b.done();
}

TEST_F(OrderTest, TheLatestVersionOfAReportMakesTheClaimsWheneverItCame) {
  const Reading older = version_of_report("", "Samarkand");
  const Reading newer = version_of_report("2022-08-21", "Tashkent");
  const std::vector<std::string> expected = export_after("together.db", {{older, newer}});
  EXPECT_EQ(export_after("old-first.db", {{older}, {newer}}), expected);
  EXPECT_EQ(export_after("new-first.db", {{newer}, {older}}), expected);

  store::Register reg = open("new-first.db");
  const Result<query::MeetingList> list = query::list_meetings(reg, {});
  ASSERT_TRUE(list);
  ASSERT_EQ(list->meetings.size(), 1U);
  EXPECT_EQ(list->meetings[0].place, "Tashkent");
  const Result<std::vector<query::Conflict>> conflicts = query::conflicts(reg);
  ASSERT_TRUE(conflicts);
  EXPECT_TRUE(conflicts->empty()) << "the older version still claims";
  const auto versions = reg.reports("", 10);
  ASSERT_TRUE(versions);
  ASSERT_EQ(versions->size(), 2U) << "the older version is kept";
  EXPECT_FALSE((*versions)[0].current);
  EXPECT_TRUE((*versions)[1].current);
}

TEST_F(OrderTest, OfTwoEnginesInOneBatchTheLaterStands) {
  const std::vector<Reading> first = {small_world().front()};
  Reading other = first.front();
  other.engine = "test-2";
  EXPECT_EQ(export_after("two.db", {first, {other, first.front()}}),
            export_after("one.db", {first}));
}

TEST_F(OrderTest, AnotherEngineReplacesTheClaimsOfItsReport) {
  Reading first = version_of_report("", "Tashkent");
  Reading again = first;
  again.engine = "test-2";
  again.meetings[0].place = {};
  again.warnings = {"place not understood"};
  store::Register reg = open("reread.db");
  enter(reg, {first});
  const store::Receipt receipt = enter(reg, {again});
  EXPECT_EQ(receipt.changed, 1U);
  const Result<Reading> stored = reg.reading("https://a.example/changing");
  ASSERT_TRUE(stored) << stored.error().text();
  EXPECT_EQ(*stored, again);
  expect_sound(reg);
}

TEST_F(OrderTest, AnEntityKeepsItsIdsWhenASmallerMemberCame) {
  store::Register reg = open("ids.db");
  ReadingBuilder late("https://z.example", "2022-08-20");
  late.session(testing::kSco, testing::kSecretaries, 17);
  enter(reg, {late.done()});
  const std::string old_id = query::list_meetings(reg, {})->meetings.at(0).id;
  ReadingBuilder early("https://a.example", "2022-08-21");
  early.session(testing::kSco, testing::kSecretaries, 17);
  enter(reg, {early.done()});
  const std::string new_id = query::list_meetings(reg, {})->meetings.at(0).id;
  EXPECT_NE(old_id, new_id);
  const Result<query::MeetingPage> page = query::show_meeting(reg, old_id);
  ASSERT_TRUE(page) << page.error().text();
  EXPECT_EQ(page->row.id, new_id);
  EXPECT_EQ(page->also, std::vector<std::string>{old_id});
}

TEST_F(OrderTest, NewRulesComputeAllEntitiesAnew) {
  // Rules that call nothing the same.
  class Hermit : public record::Resolver {
   public:
    explicit Hermit(const record::Resolver& usual) : usual_(usual) {}
    std::string version() const override { return "hermit"; }
    std::vector<record::Member> members_of(const Reading& r,
                                           std::span<const record::Claim> claims) const override {
      std::vector<record::Member> out = usual_.members_of(r, claims);
      for (record::Member& m : out) m.blocks.clear();
      return out;
    }
    std::vector<record::Entity> resolve(std::span<const record::Member* const> members,
                                        Notes*) const override {
      std::vector<record::Entity> out;
      for (const record::Member* m : members) {
        for (record::Entity& e : usual_.resolve({*m})) out.push_back(std::move(e));
      }
      return out;
    }

   private:
    const record::Resolver& usual_;
  };
  const std::vector<Reading> world = small_world();
  const std::vector<std::string> expected = export_after("usual.db", {world});
  const Hermit hermit(*resolver_);
  store::Register reg = open("hermit.db");
  ASSERT_TRUE(reg.ingest(world, hermit));
  EXPECT_NE(export_of(reg), expected);
  enter(reg, {world.front()});
  EXPECT_EQ(export_of(reg), expected);
}

}  // namespace
}  // namespace rapporteur
