// What people say about claims and entities: it holds, in any order, and can be taken back exactly.
#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "fixture.h"
#include "random_cases.h"
#include "random_world.h"
#include "rapporteur/record/correction.h"

namespace rapporteur {
namespace {

using record::Correction;
using record::MemberKey;
using record::Reading;
using record::Verdict;
using ::testing::ElementsAre;
using testing::kSco;
using testing::kSecretaries;
using testing::ReadingBuilder;
using testing::RegisterTest;
using testing::small_world;

constexpr const char* kWrong = "https://c.example/17";  // says Samarkand; others say Tashkent

class CorrectionsTest : public RegisterTest {
 protected:
  static record::Act at(int minute) {
    return {"Anna", "2026-03-01T09:" + std::to_string(10 + minute) + ":00.000Z", "I was there"};
  }

  static Correction on(const Reading& reading, const std::string& pointer, Verdict verdict,
                       const std::string& replacement = "") {
    for (const record::Claim& c : claims_of(reading)) {
      if (c.pointer != pointer) continue;
      Correction out;
      out.verdict = verdict;
      out.report = report_key(reading.report);
      out.property = c.property;
      out.value = c.value;
      out.quote = record::quote_of(c.evidence, reading.report.text);
      out.replacement = replacement;
      out.made = at(0);
      return out;
    }
    ADD_FAILURE() << "no claim at " << pointer;
    return {};
  }

  static Correction on(const std::string& report, const std::string& pointer, Verdict verdict,
                       const std::string& replacement = "") {
    for (const Reading& r : small_world()) {
      if (report_key(r.report) == report) return on(r, pointer, verdict, replacement);
    }
    ADD_FAILURE() << "no report " << report;
    return {};
  }

  static Correction merge(std::vector<MemberKey> members) {
    Correction out;
    out.verdict = Verdict::merge;
    std::sort(members.begin(), members.end());
    out.members = std::move(members);
    out.made = at(1);
    return out;
  }

  static Correction split(std::vector<MemberKey> members, std::vector<MemberKey> others) {
    Correction out = merge(std::move(members));
    out.verdict = Verdict::split;
    std::sort(others.begin(), others.end());
    out.others = std::move(others);
    return out;
  }

  static Correction undone(Correction c) {
    c.undone = {"Berta", "2026-03-02T09:00:00.000Z", "a mistake"};
    return c;
  }

  store::Receipt say(store::Register& reg, const std::vector<Correction>& corrections) const {
    const Result<store::Receipt> receipt = reg.correct(corrections, *resolver_);
    EXPECT_TRUE(receipt) << receipt.error().text();
    return receipt ? *receipt : store::Receipt{};
  }

  // Without the record of what was said.
  static std::vector<std::string> entities_of(const store::Register& reg) {
    std::vector<std::string> lines = export_of(reg);
    std::erase_if(lines, [](const std::string& line) { return line.starts_with("correction |"); });
    return lines;
  }

  static query::MeetingPage page_of(const store::Register& reg, const MemberKey& member) {
    const Result<query::MeetingPage> page =
        query::show_meeting(reg, member_id(record::EntityKind::meeting, member));
    EXPECT_TRUE(page) << page.error().text();
    return page ? *page : query::MeetingPage{};
  }
  static const query::Fact* fact_of(const query::MeetingPage& page, const std::string& property) {
    for (const query::Fact& f : page.facts) {
      if (f.property == property) return &f;
    }
    return nullptr;
  }
};

const MemberKey kSession17{"https://a.example/17", "/meetings/0"};

TEST_F(CorrectionsTest, ARejectedClaimCountsNoMoreAndEndsItsConflict) {
  store::Register reg = open("x.db");
  enter(reg, small_world());
  ASSERT_TRUE(fact_of(page_of(reg, kSession17), "place")->values[0].disputed);
  const Correction c = on(kWrong, "/meetings/0/place", Verdict::reject);
  EXPECT_EQ(say(reg, {c}).corrections, 1U);
  const query::MeetingPage page = page_of(reg, kSession17);
  ASSERT_EQ(fact_of(page, "place")->values.size(), 1U);
  EXPECT_EQ(page.row.place, "Tashkent");
  EXPECT_FALSE(fact_of(page, "place")->values[0].disputed);
  ASSERT_EQ(page.corrections.size(), 1U);
  EXPECT_EQ(page.corrections[0].who, "Anna");
  EXPECT_EQ(page.corrections[0].why, "I was there");
  expect_sound(reg);
}

TEST_F(CorrectionsTest, AnAcceptedClaimOutranksMoreReportsAndEndsTheConflict) {
  store::Register reg = open("x.db");
  enter(reg, small_world());
  say(reg, {on(kWrong, "/meetings/0/place", Verdict::accept)});
  const query::MeetingPage page = page_of(reg, kSession17);
  EXPECT_EQ(page.row.place, "Samarkand");
  EXPECT_FALSE(fact_of(page, "place")->values[0].disputed);
  expect_sound(reg);
}

TEST_F(CorrectionsTest, ACorrectedClaimHasItsNewValueEverywhereAndKeepsItsWords) {
  store::Register reg = open("x.db");
  enter(reg, small_world());
  say(reg, {on("https://d.example/18", "/meetings/0/place", Verdict::correct, "Agra")});
  const query::MeetingPage page = page_of(reg, {"https://d.example/18", "/meetings/0"});
  EXPECT_EQ(page.row.place, "Agra");
  EXPECT_EQ(fact_of(page, "place")->values[0].sources[0].quotes,
            std::vector<std::string>{"New Delhi"});
  query::SearchFilter agra;
  agra.words = "agra";
  EXPECT_EQ(query::search(reg, agra)->hits.size(), 1U);
  const Result<Reading> stored = reg.reading("https://d.example/18");
  ASSERT_TRUE(stored);
  EXPECT_EQ(*stored->meetings[0].place, "New Delhi") << "the claim itself must stay";
  expect_sound(reg);
}

TEST_F(CorrectionsTest, ACorrectedOrdinalMovesAReportToTheOtherMeeting) {
  store::Register reg = open("x.db");
  enter(reg, small_world());
  ReadingBuilder b("https://g.example/wrong", "2023-04-01");
  b.session(kSco, kSecretaries, 17);
  const Reading wrong = b.done();
  enter(reg, {wrong});
  const MemberKey member{"https://g.example/wrong", "/meetings/0"};
  ASSERT_EQ(page_of(reg, member).row.id, page_of(reg, kSession17).row.id);
  say(reg, {on(wrong, "/meetings/0/ordinal", Verdict::correct, "18")});
  EXPECT_EQ(page_of(reg, member).row.id,
            page_of(reg, {"https://d.example/18", "/meetings/0"}).row.id);
  expect_sound(reg);
}

TEST_F(CorrectionsTest, AMeetingWithNothingLeftIsGone) {
  store::Register reg = open("x.db");
  ReadingBuilder b("https://g.example/football", "2023-04-01");
  b.meeting("cup final");
  const Reading reading = b.done();
  enter(reg, {reading});
  std::vector<Correction> all;
  for (const record::Claim& c : claims_of(reading)) {
    if (c.property != "id" && c.property != "main") {
      all.push_back(on(reading, c.pointer, Verdict::reject));
    }
  }
  say(reg, all);
  EXPECT_TRUE(query::list_meetings(reg, {})->meetings.empty());
  expect_sound(reg);
  for (Correction& c : all) c = undone(c);
  say(reg, all);
  EXPECT_EQ(query::list_meetings(reg, {})->meetings.size(), 1U);
  expect_sound(reg);
}

TEST_F(CorrectionsTest, MergesJoinWhatTheRulesKeepApart) {
  store::Register reg = open("x.db");
  enter(reg, small_world());
  const MemberKey talks{"https://e.example/talks", "/meetings/0"};
  const MemberKey summit{"https://d.example/summit", "/meetings/0"};
  const auto before = entities_of(reg);
  const Correction c = merge({talks, summit});
  say(reg, {c});
  EXPECT_EQ(page_of(reg, talks).row.id, page_of(reg, summit).row.id);
  ASSERT_EQ(page_of(reg, talks).corrections.size(), 1U);
  expect_sound(reg);
  say(reg, {undone(c)});
  EXPECT_EQ(entities_of(reg), before);
  EXPECT_TRUE(page_of(reg, talks).corrections.empty());
  expect_sound(reg);
}

TEST_F(CorrectionsTest, SplitsKeepApartWhatTheRulesJoin) {
  store::Register reg = open("x.db");
  enter(reg, small_world());
  const MemberKey other{kWrong, "/meetings/0"};
  const auto before = entities_of(reg);
  std::vector<MemberKey> rest = *reg.members(page_of(reg, kSession17).row.id);
  std::erase(rest, other);
  ASSERT_EQ(rest.size(), 2U);
  const Correction c = split({other}, rest);
  say(reg, {c});
  EXPECT_NE(page_of(reg, other).row.id, page_of(reg, kSession17).row.id);
  EXPECT_EQ(*reg.members(page_of(reg, kSession17).row.id), rest);
  expect_sound(reg);
  say(reg, {undone(c)});
  EXPECT_EQ(entities_of(reg), before);
}

TEST_F(CorrectionsTest, TheSmallerSideOfASplitMayHoldTheSmallestMember) {
  store::Register reg = open("x.db");
  enter(reg, small_world());
  std::vector<MemberKey> rest = *reg.members(page_of(reg, kSession17).row.id);
  std::erase(rest, kSession17);
  say(reg, {split({kSession17}, rest)});
  EXPECT_EQ(*reg.members(page_of(reg, rest[0]).row.id), rest) << "the others stay together";
  expect_sound(reg);
}

TEST_F(CorrectionsTest, PeopleAreMergedAndSplitAsWell) {
  store::Register reg = open("x.db");
  enter(reg, small_world());
  const MemberKey khanna{"https://a.example/13", "/meetings/0/participants/0"};
  const MemberKey misri{"https://a.example/17", "/meetings/0/participants/1"};
  const auto id = [&](const MemberKey& key) {
    return *reg.entity_of(member_id(record::EntityKind::person, key));
  };
  const auto before = entities_of(reg);
  const Correction joined = merge({khanna, misri});
  say(reg, {joined});
  EXPECT_EQ(id(khanna), id(misri));
  expect_sound(reg);
  std::vector<MemberKey> rest = *reg.members(id(misri));
  std::erase(rest, khanna);
  std::erase(rest, misri);
  Correction parted = split({khanna, misri}, rest);
  say(reg, {parted});
  EXPECT_EQ(id(khanna), id(misri));
  EXPECT_NE(id(khanna), id(rest[0]));
  expect_sound(reg);
  say(reg, {undone(joined), undone(parted)});
  EXPECT_EQ(entities_of(reg), before);
}

TEST_F(CorrectionsTest, ACorrectionThatSaysNothingIsRefusedAndNamed) {
  store::Register reg = open("x.db");
  enter(reg, small_world());
  const auto before = export_of(reg);
  Correction nobody = on(kWrong, "/meetings/0/place", Verdict::reject);
  nobody.made.who.clear();
  Correction mixed = merge({kSession17, {kWrong, "/meetings/0/participants/0"}});
  Correction same = merge({kSession17, kSession17});
  Correction both = split({kSession17}, {kSession17});
  Correction empty = on(kWrong, "/meetings/0/place", Verdict::correct, "");
  for (const Correction& c : {nobody, mixed, same, both, empty}) {
    const Correction fine = on(kWrong, "/meetings/0/place", Verdict::accept);
    const Result<store::Receipt> r = reg.correct(std::vector{fine, c}, *resolver_);
    ASSERT_FALSE(r);
    EXPECT_EQ(r.error().code, ErrorCode::bad_data);
    EXPECT_EQ(r.error().where, correction_id(c));
  }
  EXPECT_EQ(export_of(reg), before);
}

TEST_F(CorrectionsTest, AValueThatTheFactCannotHaveChangesNothing) {
  store::Register reg = open("x.db");
  enter(reg, small_world());
  const auto before = entities_of(reg);
  say(reg, {on(kWrong, "/meetings/0/status", Verdict::correct, "perhaps")});
  EXPECT_EQ(entities_of(reg), before);
  expect_sound(reg);
}

TEST_F(CorrectionsTest, TheLatestWordCountsInAnyOrder) {
  Correction reject = on(kWrong, "/meetings/0/place", Verdict::reject);
  Correction accept = on(kWrong, "/meetings/0/place", Verdict::accept);
  accept.made = at(5);
  for (const std::vector<Correction>& order : {std::vector{reject, accept}, {accept, reject}}) {
    store::Register reg = open(order[0].verdict == Verdict::reject ? "a.db" : "b.db");
    enter(reg, small_world());
    for (const Correction& c : order) say(reg, {c});
    EXPECT_EQ(page_of(reg, kSession17).row.place, "Samarkand");
    say(reg, {undone(accept)});
    EXPECT_EQ(page_of(reg, kSession17).row.place, "Tashkent") << "the earlier word counts again";
  }
}

TEST_F(CorrectionsTest, CorrectionsHoldWhenAReportIsReadAgainForgottenAndEnteredAnew) {
  store::Register reg = open("x.db");
  enter(reg, small_world());
  say(reg, {on(kWrong, "/meetings/0/place", Verdict::reject),
            merge({{"https://e.example/talks", "/meetings/0"}, kSession17})});
  const auto before = entities_of(reg);
  std::vector<Reading> again = small_world();
  for (Reading& r : again) r.engine = "test-2";
  enter(reg, again);
  std::vector<Reading> back = small_world();
  enter(reg, back);
  EXPECT_EQ(entities_of(reg), before);
  const std::vector<std::string> keys = {kWrong, "https://e.example/talks"};
  ASSERT_TRUE(reg.forget(keys, *resolver_));
  expect_sound(reg);
  enter(reg, back);
  EXPECT_EQ(entities_of(reg), before);
  expect_sound(reg);
}

TEST_F(CorrectionsTest, SayingItAgainChangesNothingAndAnUndoingStays) {
  store::Register reg = open("x.db");
  enter(reg, small_world());
  const Correction c = on(kWrong, "/meetings/0/place", Verdict::reject);
  say(reg, {c});
  EXPECT_EQ(say(reg, {c}).corrections, 0U);
  EXPECT_EQ(say(reg, {undone(c)}).corrections, 1U);
  EXPECT_EQ(say(reg, {c}).corrections, 0U) << "an older export must not bring it back";
  const Result<std::vector<Correction>> all = reg.corrections();
  ASSERT_TRUE(all);
  EXPECT_THAT(*all, ElementsAre(undone(c))) << "it stays on record";
}

// Corrections of all kinds about a world, some of them undone.
std::vector<Correction> random_corrections(const std::vector<Reading>& world,
                                           std::mt19937& random) {
  std::vector<Correction> out;
  const auto pick = [&random](const auto& list) -> const auto& {
    return list[random() % list.size()];
  };
  const auto member = [&]() -> MemberKey {
    const Reading& r = pick(world);
    return {report_key(r.report), "/meetings/" + std::to_string(random() % r.meetings.size())};
  };
  for (int i = 0; i < 10; ++i) {
    Correction c;
    c.verdict = static_cast<Verdict>(random() % 5);
    c.made = {"Anna", "2026-03-01T09:00:0" + std::to_string(random() % 10) + ".000Z", ""};
    if (is_of_claim(c.verdict)) {
      const Reading& r = pick(world);
      const std::vector<record::Claim> claims = claims_of(r);
      const record::Claim& claim = pick(claims);
      c.report = report_key(r.report);
      c.property = claim.property;
      c.value = claim.value;
      c.quote = record::quote_of(claim.evidence, r.report.text);
      if (c.verdict == Verdict::correct) c.replacement = random() % 2 ? "5" : "2020-03-02";
    } else {
      for (int n = 0; n < 3; ++n) c.members.push_back(member());
      for (int n = 0; n < 2 && c.verdict == Verdict::split; ++n) c.others.push_back(member());
      for (auto* list : {&c.members, &c.others}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
      }
    }
    if (random() % 4 == 0) c.undone = {"Berta", "2026-03-02T09:00:00.000Z", ""};
    if (inspect(c)) out.push_back(std::move(c));
  }
  return out;
}

TEST_F(CorrectionsTest, AnyOrderOfReportsAndCorrectionsGivesTheSameExport) {
  for (unsigned seed = 0; seed < tests::random_cases(40); ++seed) {
    std::mt19937 random(seed);
    std::vector<Reading> world = testing::random_world(seed);
    std::vector<Correction> corrections = random_corrections(world, random);
    const std::string base = "any" + std::to_string(seed);
    store::Register plain = open(base + ".db");
    enter(plain, world);
    say(plain, corrections);
    const std::vector<std::string> expected = export_of(plain);
    expect_sound(plain);

    std::shuffle(world.begin(), world.end(), random);
    std::shuffle(corrections.begin(), corrections.end(), random);
    store::Register mixed = open(base + "-mixed.db");
    while (!world.empty() || !corrections.empty()) {
      if (!world.empty() && (corrections.empty() || random() % 3 != 0)) {
        enter(mixed, {world.back()});
        world.pop_back();
      } else {
        say(mixed, {corrections.back()});
        corrections.pop_back();
      }
    }
    ASSERT_EQ(export_of(mixed), expected) << "seed " << seed;
    expect_sound(mixed);
  }
}

TEST_F(CorrectionsTest, UndoingEverythingLeavesTheEntitiesAsTheyWere) {
  for (unsigned seed = 100; seed < 100 + tests::random_cases(40); ++seed) {
    std::mt19937 random(seed);
    const std::vector<Reading> world = testing::random_world(seed);
    std::vector<Correction> corrections = random_corrections(world, random);
    std::erase_if(corrections, [](const Correction& c) { return !c.stands(); });
    store::Register reg = open("undo" + std::to_string(seed) + ".db");
    enter(reg, world);
    const std::vector<std::string> before = entities_of(reg);
    for (const Correction& c : corrections) say(reg, {c});
    std::shuffle(corrections.begin(), corrections.end(), random);
    for (const Correction& c : corrections) say(reg, {undone(c)});
    ASSERT_EQ(entities_of(reg), before) << "seed " << seed;
    expect_sound(reg);
  }
}

}  // namespace
}  // namespace rapporteur
