#include <gmock/gmock.h>

#include <algorithm>
#include <deque>
#include <map>
#include <random>
#include <set>

#include "features.h"
#include "random_cases.h"
#include "ranking.h"
#include "rapporteur/resolve/resolver.h"
#include "sources.h"

namespace rapporteur::resolve {
namespace {

using record::Entity;
using record::EntityKind;
using record::Member;
using ::testing::ElementsAre;

MeetingFeatures random_features(std::mt19937& random) {
  const auto pick = [&random](std::initializer_list<const char*> list) {
    return std::string(*(list.begin() + random() % list.size()));
  };
  MeetingFeatures f;
  f.body = pick({"a", "b", ""});
  f.organ = pick({"x", "y", ""});
  if (!f.body.empty() && !f.organ.empty()) f.series = f.body + "|" + f.organ;
  if (!f.series.empty() && random() % 3 == 0) f.ordinal = static_cast<int>(random() % 3);
  if (!f.ordinal && !f.series.empty() && random() % 3 == 0)
    f.inferred = static_cast<int>(random() % 3);
  if (random() % 4 != 0) {
    const auto first = static_cast<std::int32_t>(18'000 + random() % 60);
    f.days = DayRange{first,
                      first + (random() % 5 == 0 ? 200 : static_cast<std::int32_t>(random() % 3))};
  }
  f.place = pick({"p", "q", "", ""});
  f.kind = pick({"meeting", "meeting", "visit", ""});
  f.happened = random() % 2 == 0;
  if (!f.happened && f.days && random() % 2 == 0) f.planned_from = f.days->first - 30;
  if (f.body.empty() && random() % 3 != 0) f.parties = {pick({"KZ", "CN"}), "UZ"};
  if (!f.parties.empty() && random() % 2 == 0) f.people = {pick({"UZ:petrov", "UZ:silva"})};
  if (f.body.empty() && f.organ.empty() && random() % 3 == 0) {
    f.people.insert({pick({":petrov", ":silva"}), pick({":petrov", "KZ:okan"})});
  }
  return f;
}

std::vector<Member> random_members(unsigned seed, std::size_t n) {
  std::mt19937 random(seed);
  std::vector<Member> out;
  for (std::size_t i = 0; i < n; ++i) {
    Member m;
    m.key = {"report" + std::to_string(random() % (n / 2)), "/meetings/" + std::to_string(i)};
    const MeetingFeatures f = random_features(random);
    m.features = encode(f);
    m.blocks = blocks_of(f);
    m.group = m.key.report;
    m.statements = {{"place", f.place, 0.5F}};
    out.push_back(std::move(m));
  }
  return out;
}

// Components over neighbours.
std::vector<std::vector<Member>> components_of(const std::vector<Member>& members,
                                               const record::Resolver& resolver) {
  std::vector<const Member*> left;
  for (const Member& m : members) left.push_back(&m);
  std::vector<std::vector<Member>> out;
  while (!left.empty()) {
    std::vector<const Member*> from = {left.back()};
    left.pop_back();
    std::vector<Member>& component = out.emplace_back();
    while (!from.empty()) {
      for (const Member* m : from) component.push_back(*m);
      const std::vector<bool> reached = resolver.neighbours(from, left);
      std::vector<const Member*> others;
      from.clear();
      for (std::size_t i = 0; i < left.size(); ++i) (reached[i] ? from : others).push_back(left[i]);
      left = std::move(others);
    }
  }
  return out;
}

class ResolverTest : public ::testing::Test {
 protected:
  std::unique_ptr<Knowledge> knowledge_ = plain_knowledge();
  std::unique_ptr<record::Resolver> resolver_ = make_resolver(*knowledge_);
};

TEST_F(ResolverTest, FeaturesReadBackAsTheyWereWritten) {
  std::mt19937 random(1);
  for (int i = 0; i < 500; ++i) {
    const MeetingFeatures f = random_features(random);
    ASSERT_EQ(decode_meeting(encode(f)), f);
  }
  const PersonFeatures p{"zhang ming", "CN", "=sco"};
  EXPECT_EQ(decode_person(encode(p)), p);
}

TEST_F(ResolverTest, TheOrderOfMembersDoesNotMatter) {
  for (unsigned seed = 0; seed < tests::random_cases(500); ++seed) {
    std::vector<Member> members = random_members(seed, 40);
    const std::vector<Entity> expected = resolver_->resolve(members);
    std::mt19937 random(seed);
    for (int i = 0; i < 2; ++i) {
      std::shuffle(members.begin(), members.end(), random);
      ASSERT_EQ(resolver_->resolve(members), expected) << "seed " << seed;
    }
  }
}

TEST_F(ResolverTest, ComponentsMayBeResolvedApart) {
  for (unsigned seed = 0; seed < tests::random_cases(500); ++seed) {
    std::vector<Member> members = random_members(seed, 40);
    for (std::size_t i = 0; i < 20; ++i) {  // the like of some in other reports
      members.push_back(members[i]);
      members.back().key.report += "-copy";
    }
    std::vector<Entity> apart;
    for (const std::vector<Member>& component : components_of(members, *resolver_)) {
      for (Entity& e : resolver_->resolve(component)) apart.push_back(std::move(e));
    }
    std::sort(apart.begin(), apart.end(),
              [](const Entity& a, const Entity& b) { return a.id < b.id; });
    ASSERT_EQ(apart, resolver_->resolve(members)) << "seed " << seed;
  }
}

std::vector<Member> random_people(unsigned seed, std::size_t n, const record::Resolver& resolver) {
  std::mt19937 random(seed);
  const auto pick = [&random](std::initializer_list<const char*> list) {
    return std::string(*(list.begin() + random() % list.size()));
  };
  std::vector<Member> out;
  for (std::size_t i = 0; i < n; ++i) {
    record::Reading r;
    r.report.id = std::to_string(i);
    r.report.digest = "sha256:" + r.report.id;
    record::Participant& p = r.meetings.emplace_back().participants.emplace_back();
    p.person.set(pick({"Ivan Petrov", "I. Petrov", "Ivan Petrovsky", "Ana Silva", "A Silva",
                       "Petrov Ivan", "Anna Silva"}),
                 {}, 0.9F, "");
    if (random() % 2 == 0) p.state.set(pick({"KZ", "UZ", "MN"}), {}, 0.9F, "");
    if (random() % 3 == 0) p.organisation.set(pick({"SCO", "CIS"}), {}, 0.9F, "");
    for (Member& m : resolver.members_of(r)) {
      if (m.kind == EntityKind::person) out.push_back(std::move(m));
    }
  }
  return out;
}

TEST_F(ResolverTest, PeopleMayBeResolvedApart) {
  std::size_t components = 0;
  for (unsigned seed = 0; seed < tests::random_cases(500); ++seed) {
    const std::vector<Member> members = random_people(seed, 30, *resolver_);
    std::vector<Entity> apart;
    for (const std::vector<Member>& component : components_of(members, *resolver_)) {
      ++components;
      for (Entity& e : resolver_->resolve(component)) apart.push_back(std::move(e));
    }
    std::sort(apart.begin(), apart.end(),
              [](const Entity& a, const Entity& b) { return a.id < b.id; });
    ASSERT_EQ(apart, resolver_->resolve(members)) << "seed " << seed;
  }
  EXPECT_GT(components, 2 * tests::random_cases(500));
}

TEST_F(ResolverTest, EveryMemberIsInOneEntityTiedTogetherByItsMerges) {
  std::size_t merged = 0;
  for (unsigned seed = 0; seed < 30; ++seed) {
    const std::vector<Member> members = random_members(seed, 80);
    std::set<record::MemberKey> seen;
    for (const Entity& e : resolver_->resolve(members)) {
      ASSERT_EQ(e.id, member_id(EntityKind::meeting, e.members.front()));
      ASSERT_EQ(e.merges.size() + 1, e.members.size());
      merged += e.merges.size();
      for (const record::MemberKey& key : e.members) ASSERT_TRUE(seen.insert(key).second);
    }
    ASSERT_EQ(seen.size(), members.size());
  }
  EXPECT_GT(merged, 100U);
}

// Rules that take no slip into account.
bool is_strict(const record::Merge& merge) {
  static const std::set<std::string> kStrict = {
      "the same body or parties, dates and place",  "series and overlapping dates",
      "body or organ, place and overlapping dates", "parties and overlapping dates",
      "the only session or meeting in that time",   "the same row or parties and time"};
  return kStrict.contains(merge.rule);
}

// The rule of the closure, looked at from outside: apart from what a rule takes for a slip, no two
// members of one entity contradict each other.
TEST_F(ResolverTest, NoMemberOfAnEntityContradictsAnotherUnlessARuleToleratesIt) {
  std::size_t looked_at = 0;
  for (unsigned seed = 0; seed < tests::random_cases(500); ++seed) {
    const std::vector<Member> members = random_members(seed, 40);
    std::map<record::MemberKey, MeetingFeatures> features;
    for (const Member& m : members) features.emplace(m.key, decode_meeting(m.features));
    for (const Entity& e : resolver_->resolve(members)) {
      if (!std::all_of(e.merges.begin(), e.merges.end(), is_strict)) continue;
      looked_at += e.merges.size();
      for (std::size_t i = 0; i < e.members.size(); ++i) {
        for (std::size_t j = i + 1; j < e.members.size(); ++j) {
          const MeetingFeatures& a = features.at(e.members[i]);
          const MeetingFeatures& b = features.at(e.members[j]);
          ASSERT_NE(e.members[i].report, e.members[j].report);
          ASSERT_TRUE(!a.days || !b.days || a.days->overlaps(*b.days));
          for (const auto field : {&MeetingFeatures::body, &MeetingFeatures::organ,
                                   &MeetingFeatures::place, &MeetingFeatures::kind}) {
            ASSERT_TRUE((a.*field).empty() || (b.*field).empty() || a.*field == b.*field);
          }
        }
      }
    }
  }
  EXPECT_GT(looked_at, tests::random_cases(500));
}

TEST_F(ResolverTest, EveryMergeSaysHowMuchItCanBeReliedOn) {
  for (const Entity& e : resolver_->resolve(random_members(7, 200))) {
    for (const record::Merge& m : e.merges) {
      EXPECT_FALSE(m.rule.empty());
      EXPECT_GE(m.score, 0.7) << m.rule;
      EXPECT_LE(m.score, 1) << m.rule;
    }
  }
}

MeetingFeatures session(int ordinal, std::int32_t day, const std::string& place) {
  MeetingFeatures f;
  f.body = "rivers organisation";
  f.organ = "council ministers";
  f.series = f.body + "|" + f.organ;
  f.kind = "meeting";
  f.happened = true;
  f.ordinal = ordinal;
  f.days = DayRange{day, day};
  f.place = place;
  return f;
}

// Pairs of meetings of two reports, and whether they are one.
class PairTest : public ResolverTest {
 protected:
  bool are_one(const MeetingFeatures& a, const MeetingFeatures& b) {
    std::vector<Member> members(2);
    for (std::size_t i = 0; i < 2; ++i) {
      const MeetingFeatures& f = i == 0 ? a : b;
      members[i].key = {"report" + std::to_string(i), "/meetings/0"};
      members[i].features = encode(f);
      members[i].blocks = blocks_of(f);
    }
    return resolver_->resolve(members).size() == 1;
  }
};

TEST_F(PairTest, ASlipInOneOfNumberDayOrPlaceDoesNotMakeAnotherSession) {
  const MeetingFeatures tenth = session(10, 18'000, "osh");
  EXPECT_TRUE(are_one(tenth, session(10, 18'001, "osh")));
  EXPECT_TRUE(are_one(tenth, session(10, 18'000, "naryn")));
  EXPECT_TRUE(are_one(tenth, session(11, 18'000, "osh")));
  EXPECT_FALSE(are_one(tenth, session(11, 18'000, "naryn")));
  EXPECT_FALSE(are_one(tenth, session(11, 18'001, "osh")));
  EXPECT_FALSE(are_one(tenth, session(10, 18'360, "osh"))) << "a year apart: a wrong number";
}

TEST_F(PairTest, WhatIsAnnouncedAfterASessionIsAnother) {
  MeetingFeatures planned = session(10, 18'060, "naryn");
  planned.happened = false;
  planned.planned_from = 17'900;
  EXPECT_TRUE(are_one(planned, session(10, 18'000, "osh"))) << "put off, or held earlier";
  planned.planned_from = 18'010;
  EXPECT_FALSE(are_one(planned, session(10, 18'000, "osh")));
}

TEST_F(PairTest, AnAcronymOrTheEndOfANameIsTheSameBody) {
  MeetingFeatures full = session(10, 18'000, "osh");
  full.ordinal.reset();
  MeetingFeatures other = full;
  full.place = other.place = "osh";
  for (const char* const name : {"ro", "organisation"}) {
    other.body = name;
    other.series = other.body + "|" + other.organ;
    EXPECT_TRUE(are_one(full, other)) << name;
  }
  other.body = "roads organisation";
  other.series = other.body + "|" + other.organ;
  EXPECT_FALSE(are_one(full, other));
}

TEST_F(PairTest, TalksOfTheSamePeopleAreOneInTwoTownsAndOfOtherPeopleTwo) {
  MeetingFeatures a;
  a.kind = "meeting";
  a.parties = {"KZ", "OM"};
  a.people = {"KZ:utegenov", "OM:maamari"};
  a.days = DayRange{18'000, 18'000};
  a.place = "muscat";
  MeetingFeatures b = a;
  b.place = "duqm";
  EXPECT_TRUE(are_one(a, b));
  b = a;
  b.people = {"KZ:sarybaev", "OM:rashdi"};
  EXPECT_FALSE(are_one(a, b));
  b.people = {"KZ:utegenov"};
  b.days = DayRange{17'990, 18'020};
  EXPECT_TRUE(are_one(a, b)) << "some time in that month: nothing else can be meant";
}

TEST_F(PairTest, TalksOfWhichOneReportLeavesASideOpenAreKnownByTheirPeople) {
  MeetingFeatures a;
  a.kind = "meeting";
  a.parties = {"KZ", "OM"};
  a.people = {"KZ:utegenov", "OM:maamari"};
  a.days = DayRange{18'000, 18'000};
  a.place = "muscat";
  a.country = "OM";
  MeetingFeatures b = a;
  b.parties.clear();
  b.people = {":utegenov", "OM:maamari"};
  EXPECT_TRUE(are_one(a, b));
  b.place = "duqm";
  EXPECT_FALSE(are_one(a, b));
  b.place.clear();
  b.people = {":utegenov"};
  EXPECT_FALSE(are_one(a, b)) << "one name is too little for talks";
  EXPECT_FALSE(are_one(b, b)) << "here too";
  a.kind = b.kind = "visit";
  EXPECT_TRUE(are_one(a, b)) << "but not for a guest in that country";
  b.country = "QA";
  EXPECT_FALSE(are_one(a, b));
}

TEST_F(PairTest, AReceptionOfTheSameTwoOnOneDayIsTheTalksOfTheOtherReport) {
  MeetingFeatures talks;
  talks.kind = "meeting";
  talks.parties = {"RS", "TR"};
  talks.people = {"RS:milovic", "TR:aydin"};
  talks.days = DayRange{18'000, 18'000};
  talks.place = "ankara";
  MeetingFeatures reception = talks;
  reception.kind = "reception";
  EXPECT_TRUE(are_one(talks, reception));
  reception.people = {"RS:milovic"};
  EXPECT_FALSE(are_one(talks, reception)) << "somebody else may have received him";
  MeetingFeatures visit = talks;
  visit.kind = "visit";
  EXPECT_FALSE(are_one(talks, visit));
}

TEST_F(PairTest, CommissionsOfTheSameStatesAreOneByWhatTheyAreFor) {
  MeetingFeatures a;
  a.kind = "meeting";
  a.parties = {"KG", "KW"};
  a.organ = "joint committee economic technical cooperation";
  a.series = "KG,KW|" + a.organ;
  a.ordinal = 7;
  a.days = DayRange{18'000, 18'000};
  MeetingFeatures b = a;
  b.organ = "intergovernmental commission trade economic technical cooperation";
  b.series = "KG,KW|" + b.organ;
  EXPECT_TRUE(are_one(a, b));
  b.organ = "joint committee borders";
  b.series = "KG,KW|" + b.organ;
  EXPECT_FALSE(are_one(a, b));
  b.organ = "joint committee";
  b.series = "KG,KW|" + b.organ;
  EXPECT_TRUE(are_one(a, b)) << "that one, by its short name";
}

TEST_F(PairTest, ReportsOfASessionOfANamedCommissionMayNameOtherPeople) {
  MeetingFeatures a;
  a.kind = "meeting";
  a.parties = {"IN", "UZ"};
  a.organ = "joint commission trade";
  a.series = "IN,UZ|" + a.organ;
  a.ordinal = 13;
  a.people = {"IN:iyer"};
  a.days = DayRange{18'000, 18'000};
  MeetingFeatures b = a;
  b.people = {"IN:shukla"};
  EXPECT_TRUE(are_one(a, b));
}

TEST_F(PairTest, AVisitWithoutDaysBeganAndEndedAroundItsTalks) {
  record::Reading reading;
  record::Meeting& talks = reading.meetings.emplace_back();
  talks.id = "m1";
  talks.kind.value = record::Kind::talks;
  talks.when.value = "2018-08-27";
  record::Link& link = talks.links.emplace_back();
  link.relation.value = record::Relation::part_of;
  link.to = "m2";
  record::Meeting& visit = reading.meetings.emplace_back();
  visit.id = "m2";
  visit.kind.value = record::Kind::visit;
  const std::vector<MeetingFeatures> features = meeting_features(reading, *knowledge_);
  ASSERT_TRUE(features[1].days);
  EXPECT_TRUE(features[1].days->contains(*features[0].days));
  EXPECT_GT(features[1].days->length(), features[0].days->length());
}

Member stating(const std::string& report, const std::string& property, const std::string& value,
               const std::string& published = "") {
  Member m;
  m.key = {report, "/meetings/0"};
  m.group = report;
  m.published = published;
  m.statements = {{property, value, 0.9F}};
  return m;
}

class RankingTest : public ResolverTest {
 protected:
  std::vector<record::RankedValue> rank(const std::vector<Member>& members) {
    std::vector<const Member*> pointers;
    for (const Member& m : members) pointers.push_back(&m);
    Fingerprints known;
    return rank_values(pointers, sources_of(pointers, known), *knowledge_);
  }
  std::vector<std::string> values(const std::vector<Member>& members) {
    std::vector<std::string> out;
    for (const record::RankedValue& v : rank(members)) out.push_back(v.value);
    return out;
  }
};

TEST_F(RankingTest, TheValueOfMostGroupsIsCanonical) {
  std::vector<Member> members = {stating("a", "place", "Tashkent"),
                                 stating("b", "place", "Samarkand"),
                                 stating("c", "place", "tashkent")};
  EXPECT_THAT(values(members), ElementsAre("Tashkent", "Samarkand"));
  EXPECT_TRUE(rank(members)[0].disputed);
  EXPECT_EQ(rank(members)[0].support, 2);
  members[2].group = "a";
  EXPECT_EQ(rank(members)[1].support, 1) << "copies count once";
}

// A story as it was sent, and what two of its readers made of it.
constexpr std::string_view kSent =
    "The council of elders met in Minsk on 3 March 2020 to speak about roads and railways. The "
    "chair, Ivan Petrov, said that lorries wait for nine hours at the border on an ordinary day. "
    "The council asked its ministers to open a second crossing before the end of the summer.";
constexpr std::string_view kWithByline =
    "By Jo Doe\nMINSK, 4 March (LPA) - The council of elders met in Minsk on 3 March 2020 to speak "
    "about roads and railways. The chair, Ivan Petroff, said that lorries wait for nine hours at "
    "the border on an ordinary day. The council asked its ministers to open a second crossing "
    "before the end of the summer.";
constexpr std::string_view kOwnWords =
    "Two crossings instead of one: that is what the elders want after their day in Minsk. Drivers "
    "have long complained of lost nights, and on 3 March 2020 the chair, Ivan Petrov, took their "
    "side before ministers who had little to say and promised less than they were asked for.";

TEST_F(RankingTest, NearCopiesCountOnceInAnyOrder) {
  std::vector<Member> members = {stating("a", "place", "Minsk"), stating("b", "place", "Minsk"),
                                 stating("c", "place", "Minsk"), stating("d", "place", "Brest")};
  members[0].text = kSent;
  members[1].text = kWithByline;
  members[2].text = kOwnWords;
  std::vector<std::string> keys = {"a", "b", "c", "d"};
  do {
    std::vector<Member> named = members;
    for (std::size_t i = 0; i < keys.size(); ++i) named[i].group = keys[i];
    EXPECT_EQ(rank(named)[0].value, "Minsk");
    EXPECT_EQ(rank(named)[0].support, 2);
    EXPECT_EQ(rank(named)[0].stated_by.size(), 3U) << "all still state it";
  } while (std::next_permutation(keys.begin(), keys.end()));
}

TEST_F(RankingTest, ACoarseDateSupportsThePreciseOnesItHolds) {
  const std::vector<Member> members = {
      stating("a", "when", "2018-05"), stating("b", "when", "2018-05"),
      stating("c", "when", "2018-05-21/2018-05-22"), stating("d", "when", "2018")};
  EXPECT_THAT(values(members), ElementsAre("2018-05-21/2018-05-22", "2018-05", "2018"));
  EXPECT_FALSE(rank(members)[0].disputed);
  EXPECT_EQ(rank(members)[0].support, 4);
}

TEST_F(RankingTest, DatesThatExcludeEachOtherAreDisputed) {
  EXPECT_TRUE(
      rank({stating("a", "when", "2018-05-21"), stating("b", "when", "2018-05-23")})[0].disputed);
}

TEST_F(RankingTest, WhatHappenedOutranksWhatWasPlannedWhoeverSaysIt) {
  EXPECT_THAT(values({stating("a", "status", "announced", "2022-09-01"),
                      stating("b", "status", "announced", "2022-09-02"),
                      stating("c", "status", "held", "2022-08-01")}),
              ElementsAre("held", "announced"));
  EXPECT_THAT(values({stating("a", "status", "announced", "2022-08-01"),
                      stating("b", "status", "postponed", "2022-08-02")}),
              ElementsAre("postponed", "announced"));
  EXPECT_FALSE(
      rank({stating("a", "status", "announced"), stating("b", "status", "held")})[0].disputed);
  EXPECT_TRUE(
      rank({stating("a", "status", "cancelled"), stating("b", "status", "held")})[0].disputed);
}

TEST_F(RankingTest, WordingsDifferWithoutDispute) {
  for (const record::RankedValue& v :
       rank({stating("a", "name", "17th meeting"), stating("b", "name", "the session")})) {
    EXPECT_FALSE(v.disputed);
  }
  EXPECT_FALSE(
      rank({stating("a", "chair", "CN"), stating("b", "chair", "Zhao Kezhi")})[0].disputed);
  EXPECT_TRUE(rank({stating("a", "chair", "CN"), stating("b", "chair", "RU")})[0].disputed);
}

// People whom many reports name, worded in a few ways.
class GrowthTest : public ResolverTest {
 protected:
  Member person(int report, const std::string& name, const std::string& office,
                const std::string& text) {
    record::Reading reading;
    reading.report.origin = "https://g.example/" + std::to_string(report);
    reading.report.digest = reading.report.text = texts_.emplace_back(text);
    record::Participant& p = reading.meetings.emplace_back().participants.emplace_back();
    p.person.value = name;
    p.state.value = "KZ";
    p.offices.value = {office};
    p.offices.evidence = p.person.evidence = p.state.evidence = {{0, 1}};
    Member out = resolver_->members_of(reading).back();
    out.group = reading.report.digest;
    out.text = texts_.back();
    return out;
  }
  // Words that stand in no other text.
  static std::string text_of(int report) {
    std::string out;
    for (int i = 0; i < 60; ++i) out += "word" + std::to_string(100 * report + i) + " ";
    return out;
  }
  static std::vector<const Member*> pointers(const std::vector<Member>& members) {
    std::vector<const Member*> out;
    for (const Member& m : members) out.push_back(&m);
    return out;
  }
  std::vector<record::Growth> growths(const std::vector<Member>& known,
                                      const std::vector<Member>& more) {
    const std::unique_ptr<record::Resolver::Notes> notes = resolver_->notes();
    resolver_->resolve(pointers(known), notes.get());
    return resolver_->grow(pointers(more), notes.get());
  }
  std::deque<std::string> texts_;
};

TEST_F(GrowthTest, WhoSaysWhatIsKnownIsCountedAsIfAllWereResolvedAnew) {
  const std::vector<Member> known = {person(1, "Ivan Petrov", "envoy", text_of(1)),
                                     person(2, "Ivan Petrov", "envoy", text_of(2)),
                                     person(3, "Ivan Petrov", "minister", text_of(3))};
  const std::vector<Member> more = {person(4, "Ivan Petrov", "envoy", text_of(4)),
                                    person(5, "Ivan Petrov", "envoy", text_of(5))};
  const std::vector<record::Growth> grown = growths(known, more);
  ASSERT_EQ(grown.size(), 1U);
  std::vector<Member> all = known;
  all.insert(all.end(), more.begin(), more.end());
  const std::vector<Entity> expected = resolver_->resolve(all);
  ASSERT_EQ(expected.size(), 1U);
  EXPECT_EQ(grown[0].entity, expected[0].id);
  EXPECT_EQ(grown[0].newcomers.size(), 2U);
  EXPECT_EQ(grown[0].newcomers[0].merged_with, known[0].key);
  EXPECT_EQ(grown[0].rule, expected[0].merges.back().rule);
  for (const record::Growth::Count& c : grown[0].counts) {
    std::vector<record::RankedValue> own;
    for (const record::RankedValue& v : expected[0].values) {
      if (v.property == c.property) own.push_back(v);
    }
    EXPECT_EQ(own.at(c.rank).support, c.support) << c.property;
  }
  EXPECT_EQ(grown[0].counts.size(), 3U) << "name, state and the office that they state";
}

TEST_F(GrowthTest, WhateverCouldTurnSomethingRoundIsResolved) {
  const std::vector<Member> known = {person(2, "Ivan Petrov", "envoy", text_of(2)),
                                     person(3, "Ivan Petrov", "envoy", text_of(3)),
                                     person(4, "Ivan Petrov", "minister", text_of(4))};
  const auto is_left = [&](Member m) { return growths(known, {std::move(m)}).empty(); };
  EXPECT_TRUE(is_left(person(1, "Ivan Petrov", "envoy", text_of(1)))) << "the smallest key";
  EXPECT_TRUE(is_left(person(5, "I. Petrov", "envoy", text_of(5)))) << "another form";
  EXPECT_TRUE(is_left(person(5, "Ivan Petrov", "chair", text_of(5)))) << "another value";
  EXPECT_TRUE(is_left(person(5, "Ivan Petrov", "minister", text_of(5)))) << "as many say both";
  EXPECT_TRUE(is_left(person(5, "Ivan Petrov", "envoy", text_of(3)))) << "a copy";
  EXPECT_FALSE(is_left(person(5, "Ivan Petrov", "envoy", text_of(5))));
}

TEST_F(GrowthTest, NothingIsKnownOfWhatWasForgotten) {
  const std::vector<Member> known = {person(1, "Ivan Petrov", "envoy", text_of(1))};
  const std::vector<Member> more = {person(2, "Ivan Petrov", "envoy", text_of(2))};
  const std::unique_ptr<record::Resolver::Notes> notes = resolver_->notes();
  const std::vector<Entity> entities = resolver_->resolve(pointers(known), notes.get());
  notes->forget(entities.front().id);
  EXPECT_TRUE(resolver_->grow(pointers(more), notes.get()).empty());
}

TEST(PlainKnowledge, TakesTheOrganisationOutOfTheNameOfItsOrgan) {
  const std::unique_ptr<Knowledge> knowledge = plain_knowledge();
  const auto key = [&](const char* organ) {
    return knowledge->organ_key("Inland Rivers Organisation", organ, std::nullopt);
  };
  EXPECT_EQ(key("Council of Ministers"), "council ministers");
  EXPECT_EQ(key("Council of Ministers of the Inland Rivers Organisation"), "council ministers");
  EXPECT_EQ(key("IRO Council of Ministers"), "council ministers");
  EXPECT_EQ(key("Inland Rivers Organisation"), "inland rivers organisation");
}

}  // namespace
}  // namespace rapporteur::resolve
