// What follows from several reports: offices over time, presidencies, what is due, who is missing,
// what became of what was agreed.
#include "rapporteur/query/derived.h"

#include <gmock/gmock.h>

#include "fixture.h"
#include "rapporteur/query/subject.h"
#include "rapporteur/query/words.h"

namespace rapporteur {
namespace {

using query::Brief;
using query::Due;
using record::Attendance;
using record::Reading;
using record::Status;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::ReadingBuilder;

constexpr const char* kOrganisation = "Lake Union";
constexpr const char* kOrgan = "Council of Ministers";

struct Came {
  const char* state;
  const char* person;
};

class DerivedTest : public testing::RegisterTest {
 protected:
  // A report of a session that was held, published the day after.
  static Reading session(int ordinal, const std::string& day, const std::string& chair,
                         const std::vector<Came>& came) {
    ReadingBuilder b("r" + std::to_string(ordinal), day);
    record::Meeting& m = b.session(kOrganisation, kOrgan, ordinal, day, "Port Azul", chair);
    b.say(m.chair, chair);
    for (const Came& c : came) b.participant(m, c.person, "Minister of Lakes", c.state);
    return b.done();
  }

  static std::vector<Reading> years() {
    return {session(1, "2018-09-10", "CL", {{"CL", "Ana Rojas"}, {"PE", "Luis Quispe"}}),
            session(2, "2019-09-12", "PE", {{"CL", "Ana Rojas"}, {"PE", "Luis Quispe"}}),
            session(3, "2020-09-08", "CL", {{"CL", "Marta Soto"}, {"PE", "Luis Quispe"}}),
            session(4, "2021-09-14", "PE", {{"CL", "Marta Soto"}})};
  }

  store::Register filled(const std::vector<Reading>& readings) {
    store::Register reg = open("derived.db");
    enter(reg, readings);
    return reg;
  }

  static std::string the_series(const store::Register& reg) {
    const auto all = query::list_series(reg);
    return all && all->size() == 1 ? all->front().id : "";
  }
};

TEST_F(DerivedTest, ARhythmTellsWhenTheNextSessionIsDue) {
  const store::Register reg = filled(years());
  const Result<Due> due = query::next_due(reg, the_series(reg), "");
  ASSERT_TRUE(due) << due.error().text();
  EXPECT_EQ(due->basis, "rhythm");
  EXPECT_EQ(due->ordinal, 5);
  EXPECT_EQ(due->when, "2022-09");
  EXPECT_FALSE(due->overdue);
  EXPECT_THAT(due->because, HasSubstr("362 to 371 days"));
  EXPECT_EQ(due->sources.size(), 4U);
}

TEST_F(DerivedTest, ASessionOfNoKnownDayIsNotDueAgain) {
  std::vector<Reading> readings = years();
  readings.push_back(session(5, "", "CL", {}));
  const store::Register reg = filled(readings);
  const Result<Due> due = query::next_due(reg, the_series(reg), "");
  ASSERT_TRUE(due) << due.error().text();
  EXPECT_EQ(due->ordinal, 6);
  EXPECT_EQ(due->when, "2023-09");
  EXPECT_THAT(due->because, HasSubstr("1 session was between, of no known day"));
}

TEST_F(DerivedTest, WhatReportsAnnounceGoesBeforeTheRhythm) {
  std::vector<Reading> readings = years();
  ReadingBuilder b("next", "2022-03-01");
  b.session(kOrganisation, kOrgan, 5, "2022-11-03", "Lima", "PE", Status::announced);
  readings.push_back(b.done());
  const store::Register reg = filled(readings);
  const Result<Due> due = query::next_due(reg, the_series(reg), "");
  ASSERT_TRUE(due);
  EXPECT_EQ(due->basis, "announced");
  EXPECT_EQ(due->when, "2022-11-03");
  EXPECT_EQ(due->place, "Lima");
}

TEST_F(DerivedTest, AnAnnouncedYearIsNarrowedByTheRhythm) {
  std::vector<Reading> readings = years();
  ReadingBuilder b("next", "2022-03-01");
  b.session(kOrganisation, kOrgan, 5, "2022", "Lima", "PE", Status::announced);
  readings.push_back(b.done());
  const store::Register reg = filled(readings);
  const Result<Due> due = query::next_due(reg, the_series(reg), "");
  ASSERT_TRUE(due);
  EXPECT_EQ(due->basis, "announced, rhythm");
  EXPECT_EQ(due->when, "2022-09");
}

TEST_F(DerivedTest, TheRestOfAnAnnouncedYearCountsOnceItsLikeliestPartIsOver) {
  std::vector<Reading> readings = years();
  ReadingBuilder b("next", "2022-11-01");
  b.session(kOrganisation, kOrgan, 5, "2022", "Lima", "PE", Status::announced);
  readings.push_back(b.done());
  const store::Register reg = filled(readings);
  const Result<Due> due = query::next_due(reg, the_series(reg), "");
  ASSERT_TRUE(due);
  EXPECT_EQ(due->when, "2022");
  EXPECT_FALSE(due->overdue);
}

TEST_F(DerivedTest, TwoSessionsMakeNoRhythm) {
  std::vector<Reading> readings = years();
  readings.resize(2);
  const store::Register reg = filled(readings);
  const Result<Due> due = query::next_due(reg, the_series(reg), "");
  ASSERT_TRUE(due);
  EXPECT_EQ(due->when, "");
  EXPECT_THAT(due->because, HasSubstr("rhythm"));
}

TEST_F(DerivedTest, WhatIsDueDependsOnTheDayAndNotOnTheClock) {
  std::vector<Reading> readings = years();
  ReadingBuilder b("elsewhere", "2023-05-05");
  b.meeting("talks");
  readings.push_back(b.done());
  const store::Register reg = filled(readings);
  const std::string series = the_series(reg);
  EXPECT_TRUE(query::next_due(reg, series, "")->overdue);
  EXPECT_FALSE(query::next_due(reg, series, "2022-01-01")->overdue);
  const Result<Due> before = query::next_due(reg, series, "2020-12-31");
  EXPECT_EQ(before->ordinal, 4) << "the fourth session was not known then";
  EXPECT_EQ(before->when, "2021-09");
}

TEST_F(DerivedTest, AnOfficeIsHeldAsOfReportsAndItsSuccessorIsNamed) {
  const store::Register reg = filled(years());
  query::TenureFilter filter;
  filter.state = "CL";
  const auto held = query::tenures(reg, filter, nullptr);
  ASSERT_TRUE(held) << held.error().text();
  ASSERT_EQ(held->size(), 2U);
  EXPECT_EQ((*held)[0].name, "Ana Rojas");
  EXPECT_EQ((*held)[0].first, "2018-09-10");
  EXPECT_EQ((*held)[0].last, "2019-09-12");
  ASSERT_TRUE((*held)[0].successor);
  EXPECT_EQ((*held)[0].successor->name, "Marta Soto");
  EXPECT_EQ((*held)[0].successor->first, "2020-09-08");
  EXPECT_FALSE((*held)[1].successor) << "no report names a later one";
  EXPECT_THAT((*held)[1].because, HasSubstr("nothing says what was before or after"));
  for (const query::Tenure& t : *held) EXPECT_FALSE(t.sources.empty());
}

TEST_F(DerivedTest, AnOfficeThatTwoHoldAtATimeHasNoSuccessors) {
  std::vector<Reading> readings = years();
  readings.push_back(session(5, "2022-09-12", "CL", {{"CL", "Ana Rojas"}, {"CL", "Marta Soto"}}));
  const store::Register reg = filled(readings);
  query::TenureFilter filter;
  filter.state = "CL";
  const auto held = query::tenures(reg, filter, nullptr);
  ASSERT_TRUE(held) << held.error().text();
  for (const query::Tenure& t : *held) {
    EXPECT_FALSE(t.successor) << t.name;
  }
}

TEST_F(DerivedTest, ABareTitleIsTheFullOne) {
  std::vector<Reading> readings = years();
  ReadingBuilder b("bare", "2020-10-01");
  record::Meeting& m = b.meeting("talks");
  b.participant(m, "Marta Soto", "Minister", "CL", Attendance::expected);
  readings.push_back(b.done());
  const store::Register reg = filled(readings);
  query::TenureFilter filter;
  filter.state = "CL";
  const auto held = query::tenures(reg, filter, nullptr);
  ASSERT_EQ(held->size(), 2U);
  EXPECT_EQ((*held)[1].office, "Minister of Lakes");
  EXPECT_EQ((*held)[1].support, 3);
}

TEST_F(DerivedTest, ThePresidencyOfAYearIsWhoChaired) {
  const store::Register reg = filled(years());
  const auto all = query::presidencies(reg, kOrganisation, "", "", nullptr);
  ASSERT_TRUE(all);
  std::vector<std::string> words;
  for (const query::Presidency& p : *all) {
    words.push_back(p.year + " " + p.state);
    EXPECT_FALSE(p.sources.empty());
    EXPECT_THAT(p.others, IsEmpty());
  }
  EXPECT_THAT(words, ElementsAre("2018 CL", "2019 PE", "2020 CL", "2021 PE"));
}

TEST_F(DerivedTest, AMemberThatCameBeforeIsMissedWhereNobodyNamesIt) {
  std::vector<Reading> readings = years();
  readings.push_back(session(5, "2022-09-12", "CL", {{"CL", "Marta Soto"}}));
  const store::Register reg = filled(readings);
  const auto page = query::show_series(reg, the_series(reg));
  const auto missing = query::missing_members(reg, page->sessions.back(), "", nullptr);
  ASSERT_TRUE(missing) << missing.error().text();
  EXPECT_EQ(missing->members_by, "earlier sessions");
  EXPECT_EQ(missing->members, 2U);
  EXPECT_THAT(missing->present, ElementsAre("CL"));
  ASSERT_EQ(missing->states.size(), 1U);
  EXPECT_EQ(missing->states[0].state, "PE");
  EXPECT_FALSE(missing->states[0].said_absent);
  EXPECT_THAT(missing->states[0].because, HasSubstr("no report of this session names it"));
}

TEST_F(DerivedTest, NobodyIsMissedWhereReportsNameNobody) {
  std::vector<Reading> readings = years();
  ReadingBuilder b("r5", "2022-09-12");
  b.session(kOrganisation, kOrgan, 5, "2022-09-12");
  readings.push_back(b.done());
  const store::Register reg = filled(readings);
  const auto page = query::show_series(reg, the_series(reg));
  const auto missing = query::missing_members(reg, page->sessions.back(), "", nullptr);
  ASSERT_TRUE(missing) << missing.error().text();
  EXPECT_THAT(missing->states, IsEmpty());
}

TEST_F(DerivedTest, ALaterReportSpeaksOfWhatWasAgreed) {
  std::vector<Reading> readings = years();
  ReadingBuilder agreed("r5", "2022-09-12");
  record::Meeting& m = agreed.session(kOrganisation, kOrgan, 5, "2022-09-12");
  agreed.outcome(m, "agree", "to build a hatchery for lake trout");
  agreed.outcome(m, "agree", "to publish a common atlas of wetlands");
  readings.push_back(agreed.done());
  ReadingBuilder later("later", "2023-02-01");
  record::Meeting& mention = later.meeting("fifth session");
  later.say(mention.organisation, std::string(kOrganisation));
  later.raw().report.text += "\nThe hatchery for trout was opened in Lima.\n";
  readings.push_back(later.done());
  const store::Register reg = filled(readings);
  const auto briefs = query::brief(reg, kOrgan, 1);
  ASSERT_TRUE(briefs) << briefs.error().text();
  ASSERT_EQ(briefs->size(), 1U);
  const Brief& brief = briefs->front();
  ASSERT_EQ(brief.promises.size(), 2U);
  EXPECT_EQ(brief.promises[0].fate, "mentioned") << "without the table nobody knows more";
  ASSERT_EQ(brief.promises[0].sources.size(), 1U);
  EXPECT_EQ(brief.promises[0].sources[0].quotes[0], "The hatchery for trout was opened in Lima.");
  EXPECT_EQ(brief.promises[1].fate, "");
  EXPECT_EQ(brief.as_of, "2023-02-01");
}

TEST_F(DerivedTest, ASuccessorAfterTheLastSessionIsNewInOffice) {
  std::vector<Reading> readings = years();
  ReadingBuilder b("new", "2021-12-01");
  record::Meeting& m = b.meeting("talks");
  b.participant(m, "Jorge Pinto", "Minister of Lakes", "CL", Attendance::expected);
  readings.push_back(b.done());
  const store::Register reg = filled(readings);
  const auto briefs = query::brief(reg, kOrgan);
  ASSERT_TRUE(briefs);
  ASSERT_EQ(briefs->front().new_in_office.size(), 1U);
  const query::Newcomer& n = briefs->front().new_in_office[0];
  EXPECT_EQ(n.tenure.name, "Jorge Pinto");
  EXPECT_EQ(n.before, "Marta Soto");
}

TEST_F(DerivedTest, ABriefOfAnEarlierDayKnowsNoLaterReport) {
  const store::Register reg = filled(years());
  const auto briefs = query::brief(reg, kOrgan, 3, nullptr, "2019");
  ASSERT_TRUE(briefs) << briefs.error().text();
  EXPECT_EQ(briefs->front().as_of, "2019-12-31");
  EXPECT_EQ(briefs->front().last.size(), 2U);
  EXPECT_EQ(briefs->front().reports, 2U);
  EXPECT_EQ(query::brief(reg, kOrgan, 3, nullptr, "soon").error().code, ErrorCode::bad_data);
}

TEST_F(DerivedTest, SubjectsAreFoundByIdAndName) {
  using Kind = query::Subject::Kind;
  const store::Register reg = filled(years());
  EXPECT_EQ(query::find_subject(reg, the_series(reg), nullptr)->kind, Kind::series);
  EXPECT_EQ(query::find_subject(reg, "lake union", nullptr)->kind, Kind::body);
  const auto person = query::find_subject(reg, "Marta Soto", nullptr);
  ASSERT_TRUE(person) << person.error().text();
  EXPECT_EQ(person->kind, Kind::person);
  EXPECT_EQ(query::find_subject(reg, kOrgan, nullptr)->kind, Kind::series);
  EXPECT_EQ(query::find_subject(reg, "Atlantis", nullptr).error().code, ErrorCode::not_found);
  const auto several = query::find_subject(reg, "o", nullptr);
  ASSERT_FALSE(several);
  EXPECT_THAT(several.error().message, HasSubstr("may mean"));
}

TEST(Words, ShowDatesAsPeopleWriteThem) {
  EXPECT_EQ(query::date_words("2018-05-21/2018-05-22"), "21–22 May 2018");
  EXPECT_EQ(query::date_words("2018-05-31/2018-06-02"), "31 May – 2 June 2018");
  EXPECT_EQ(query::date_words("2018-12-31/2019-01-02"), "31 December 2018 – 2 January 2019");
  EXPECT_EQ(query::date_words("2025-09/2025-12"), "September – December 2025");
  EXPECT_EQ(query::date_words("2024"), "2024");
  EXPECT_EQ(query::date_words("2024-02~"), "about February 2024");
  EXPECT_EQ(query::date_words("2015/.."), "from 2015");
  EXPECT_EQ(query::date_words(""), "");
  EXPECT_EQ(query::date_words("soon"), "soon");
}

TEST(Words, NumberSessions) {
  EXPECT_EQ(query::ordinal_words(1), "1st");
  EXPECT_EQ(query::ordinal_words(12), "12th");
  EXPECT_EQ(query::ordinal_words(22), "22nd");
  EXPECT_EQ(query::ordinal_words(113), "113th");
}

}  // namespace
}  // namespace rapporteur
