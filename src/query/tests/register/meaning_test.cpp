// What the register makes of a small world: which meetings are one, who disagrees, what comes next.
#include <gmock/gmock.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "fixture.h"
#include "rapporteur/query/derived.h"

namespace rapporteur {
namespace {

using query::Brief;
using query::Conflict;
using query::MeetingFilter;
using query::MeetingList;
using query::MeetingPage;
using query::MeetingRow;
using record::Reading;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::kSco;
using testing::kSecretaries;
using testing::ReadingBuilder;
using ::testing::UnorderedElementsAreArray;

class MeaningTest : public testing::RegisterTest {
 protected:
  std::vector<MeetingRow> meetings_of(const std::vector<Reading>& readings) {
    store::Register reg = open("some.db");
    enter(reg, readings);
    expect_sound(reg);
    const Result<MeetingList> list = query::list_meetings(reg, {});
    EXPECT_TRUE(list);
    return list ? list->meetings : std::vector<MeetingRow>();
  }

  static std::string the_only(const store::Register& reg, const MeetingFilter& filter) {
    const Result<MeetingList> list = query::list_meetings(reg, filter);
    if (!list || list->meetings.size() != 1) {
      ADD_FAILURE() << (list ? std::to_string(list->meetings.size()) + " meetings" : "error");
      return "";
    }
    return list->meetings[0].id;
  }

  store::Register world() {
    store::Register reg = open("world.db");
    enter(reg, testing::small_world());
    return reg;
  }
};

Reading session(const std::string& origin, const std::string& organ, int ordinal,
                const std::string& when, const std::string& place = "") {
  ReadingBuilder b(origin);
  b.session(kSco, organ, ordinal, when, place);
  return b.done();
}

TEST_F(MeaningTest, SessionsOfOneSeriesStandInOneRow) {
  const store::Register reg = world();
  const Result<std::vector<query::SeriesRow>> all = query::list_series(reg);
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ((*all)[1].organ, kSecretaries);
  const Result<query::SeriesPage> page = query::show_series(reg, (*all)[1].id);
  ASSERT_TRUE(page);
  std::vector<int> ordinals;
  for (const MeetingRow& m : page->sessions) ordinals.push_back(m.ordinal.value_or(0));
  EXPECT_THAT(ordinals, ElementsAre(13, 17, 18));
}

TEST_F(MeaningTest, TheNextMeetingOfOneReportIsTheNumberedOneOfAnother) {
  const store::Register reg = world();
  MeetingFilter filter;
  filter.place = "New Delhi";
  const Result<MeetingPage> page = query::show_meeting(reg, the_only(reg, filter));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->row.ordinal, 18);
  EXPECT_EQ(page->row.status, "held");
  EXPECT_EQ(page->row.reports, 3) << "the report of the 17th, its copy, and the one of the 18th";
  ASSERT_EQ(page->links.size(), 1U);
  EXPECT_EQ(page->links[0].relation, "previous");
  EXPECT_EQ(page->links[0].to.ordinal, 17);
  ASSERT_EQ(page->merges.size(), 2U);
  EXPECT_TRUE(page->merges[0].rule == "series and inferred ordinal" ||
              page->merges[1].rule == "series and inferred ordinal");
}

TEST_F(MeaningTest, DisagreementIsListedWithBothSidesAndCopiesCountOnce) {
  const store::Register reg = world();
  const Result<std::vector<Conflict>> all = query::conflicts(reg);
  ASSERT_TRUE(all) << all.error().text();
  ASSERT_EQ(all->size(), 2U);
  const Conflict& attendance = (*all)[0].property == "attendance" ? (*all)[0] : (*all)[1];
  const Conflict& place = (*all)[0].property == "attendance" ? (*all)[1] : (*all)[0];
  EXPECT_EQ(place.property, "place");
  ASSERT_EQ(place.values.size(), 2U);
  for (const query::FactValue& v : place.values) EXPECT_EQ(v.support, 1) << v.value;
  const query::FactValue& tashkent =
      place.values[0].value == "Tashkent" ? place.values[0] : place.values[1];
  ASSERT_EQ(tashkent.sources.size(), 2U);
  EXPECT_THAT(tashkent.sources[0].quotes, ElementsAre("Tashkent"));
  EXPECT_EQ(attendance.name, "Vikram Misri");
  ASSERT_EQ(attendance.values.size(), 2U);
  EXPECT_EQ(attendance.values[0].value, "attended");
}

TEST_F(MeaningTest, AStatusMovesOnWithoutConflict) {
  const store::Register reg = world();
  MeetingFilter filter;
  filter.place = "Beijing";
  const Result<MeetingPage> page = query::show_meeting(reg, the_only(reg, filter));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->row.status, "held");
  for (const query::Fact& f : page->facts) {
    if (f.property != "status") continue;
    ASSERT_EQ(f.values.size(), 2U);
    EXPECT_FALSE(f.values[0].disputed);
    EXPECT_EQ(f.values[1].value, "announced");
  }
}

TEST_F(MeaningTest, PeopleAreOneAcrossInitialsAndKeepTheirOffices) {
  const store::Register reg = world();
  MeetingFilter filter;
  filter.person = "Patrushev";
  const Result<MeetingList> list = query::list_meetings(reg, filter);
  ASSERT_TRUE(list);
  EXPECT_EQ(list->meetings.size(), 3U);
  const Result<MeetingPage> page = query::show_meeting(reg, list->meetings[0].id);
  ASSERT_TRUE(page);
  const auto row = std::find_if(page->participants.begin(), page->participants.end(),
                                [](const auto& p) { return p.state == "RU"; });
  ASSERT_NE(row, page->participants.end());
  const Result<query::PersonPage> person = query::show_person(reg, row->person);
  ASSERT_TRUE(person) << person.error().text();
  EXPECT_EQ(person->name, "Nikolai Patrushev");
  EXPECT_THAT(person->names, ElementsAre("Nikolai Patrushev", "N. Patrushev"));
  ASSERT_EQ(person->offices.size(), 1U);
  EXPECT_EQ(person->offices[0].first_report, "2018-05-23");
  EXPECT_EQ(person->offices[0].last_report, "2023-03-29");
}

TEST_F(MeaningTest, ParticipantsOfAllReportsStandOnceEach) {
  const store::Register reg = world();
  MeetingFilter filter;
  filter.place = "Beijing";
  const Result<MeetingPage> page = query::show_meeting(reg, the_only(reg, filter));
  ASSERT_TRUE(page);
  std::vector<std::string> names;
  for (const auto& p : page->participants)
    names.push_back(p.state + " " + p.name + " " + p.attendance);
  EXPECT_THAT(names, ElementsAre("CN Zhao Kezhi attended", "IN Rajinder Khanna expected",
                                 "RU Nikolai Patrushev attended"));
  EXPECT_THAT(page->participants[0].offices,
              ElementsAre("State Councilor", "Minister of Public Security"));
}

TEST_F(MeaningTest, TalksOfTheSamePartiesOnOneDayAreOne) {
  const store::Register reg = world();
  MeetingFilter filter;
  filter.kind = "talks";
  const Result<MeetingPage> page = query::show_meeting(reg, the_only(reg, filter));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->row.reports, 2);
}

TEST_F(MeaningTest, TalksOfOtherPeopleOfTheSameStatesAreOthers) {
  std::vector<Reading> readings;
  for (const auto& [origin, a, b] : {std::tuple("x", "Wang Yi", "Mukhtar Tileuberdi"),
                                     std::tuple("y", "Li Keqiang", "Alikhan Smailov")}) {
    ReadingBuilder builder(origin);
    record::Meeting& m = builder.meeting("talks");
    builder.say(m.kind, record::Kind::talks, "talks");
    builder.say(m.when, std::string("2022-06-30"));
    builder.participant(m, a, "", "CN");
    builder.participant(m, b, "", "KZ");
    readings.push_back(builder.done());
  }
  EXPECT_EQ(meetings_of(readings).size(), 2U);
}

TEST_F(MeaningTest, OrdinalsJoinEvenWhereDatesDiffer) {
  const auto meetings = meetings_of(
      {session("x", kSecretaries, 17, "2022-08-19"), session("y", kSecretaries, 17, "2022-08-22")});
  ASSERT_EQ(meetings.size(), 1U);
}

TEST_F(MeaningTest, DifferentOrdinalsDatesPlacesOrOrgansNeverJoin) {
  EXPECT_EQ(meetings_of({session("x", kSecretaries, 16, "2022-08-19"),
                         session("y", kSecretaries, 17, "2022-08-19"),
                         session("z", kSecretaries, 0, "2022-08-21", "Tashkent"),
                         session("v", kSecretaries, 0, "2022-08-22", "Bishkek"),
                         session("w", "Defence Ministers", 0, "2022-08-21", "Tashkent")})
                .size(),
            5U);
}

TEST_F(MeaningTest, OneDayInTwoTownsIsOneSessionAndAConflict) {
  store::Register reg = open("towns.db");
  enter(reg, {session("z", kSecretaries, 0, "2022-08-21", "Tashkent"),
              session("v", kSecretaries, 0, "2022-08-21", "Bishkek")});
  const std::vector<std::string> lines = export_of(reg);
  const auto count = [&lines](const std::string& start) {
    return std::count_if(lines.begin(), lines.end(),
                         [&start](const std::string& line) { return line.starts_with(start); });
  };
  EXPECT_EQ(count("meeting |"), 1);
  EXPECT_EQ(count("conflict |"), 2) << "both places";
}

TEST_F(MeaningTest, AWeakLinkDoesNotJoinThroughAThirdReport) {
  // x and z exclude each other; y could be either.
  const auto meetings = meetings_of({session("x", kSecretaries, 0, "2022-08-19"),
                                     session("y", kSecretaries, 0, "2022-08-19/2022-08-23"),
                                     session("z", kSecretaries, 0, "2022-08-23")});
  EXPECT_EQ(meetings.size(), 2U);
}

TEST_F(MeaningTest, ACoarseDateJoinsOnlyWhereOneSessionCanBeMeant) {
  EXPECT_EQ(meetings_of({session("x", kSecretaries, 0, "2022"),
                         session("y", kSecretaries, 0, "2022-08-19")})
                .size(),
            1U);
  EXPECT_EQ(meetings_of({session("a", "Ministers of Transport and Roads", 0, "2022"),
                         session("b", "Ministers of Transport and Roads", 0, "2022-03-01"),
                         session("c", "Ministers of Transport and Roads", 0, "2022-08-19")})
                .size(),
            1U + 3U)
      << "the register holds the first two reports already";
}

TEST_F(MeaningTest, MeetingsOfOneReportStayDistinct) {
  ReadingBuilder b("x");
  b.session(kSco, kSecretaries, 0, "2022-08-19", "Tashkent");
  b.session(kSco, kSecretaries, 0, "2022-08-19", "Tashkent");
  EXPECT_EQ(meetings_of({b.done()}).size(), 2U);
}

TEST_F(MeaningTest, AnEmptyListSaysWhichFilterEmptiedIt) {
  const store::Register reg = world();
  MeetingFilter filter;
  filter.body = "Shanghai Cooperation";
  filter.state = "KZ";
  Result<MeetingList> list = query::list_meetings(reg, filter);
  ASSERT_TRUE(list);
  EXPECT_THAT(list->meetings, IsEmpty());
  EXPECT_THAT(list->emptied_by, ElementsAre("body", "state"))
      << "either would give an answer alone";
  filter.state = "RU";
  filter.kind = "reception";
  list = query::list_meetings(reg, filter);
  EXPECT_THAT(list->emptied_by, ElementsAre("kind"));
}

TEST_F(MeaningTest, APeriodTakesWhatTouchesIt) {
  const store::Register reg = world();
  MeetingFilter filter;
  filter.from = "2022-08";
  filter.to = "2022";
  const Result<MeetingList> list = query::list_meetings(reg, filter);
  ASSERT_TRUE(list);
  ASSERT_EQ(list->meetings.size(), 2U);
  EXPECT_EQ(list->meetings[0].ordinal, 17);
  EXPECT_EQ(list->meetings[1].place, "Samarkand");
  filter.from = "yesterday";
  EXPECT_EQ(query::list_meetings(reg, filter).error().code, ErrorCode::bad_data);
}

TEST_F(MeaningTest, OfMoreHitsThanCanBeRankedThoseOfTheNewestReportsComeFirst) {
  const store::Register reg = world();
  query::SearchFilter filter;
  filter.words = "security";
  filter.limit = 0;
  const Result<query::SearchResult> all = query::search(reg, filter);
  ASSERT_TRUE(all) << all.error().text();
  std::map<std::string, std::string> published;
  Result<store::Cursor> reports = reg.ask(
      "SELECT r.key, v.published FROM report AS r JOIN version AS v ON v.report_id = r.id "
      "AND v.current = 1");
  ASSERT_TRUE(reports) << reports.error().text();
  while (*reports->next()) published.emplace(reports->text(0), reports->text(1));
  using Key = std::tuple<std::string, std::string, std::string>;
  std::vector<Key> expected;
  for (const query::SearchHit& hit : all->hits) {
    expected.emplace_back(hit.report, hit.pointer, hit.snippet);
  }
  std::stable_sort(expected.begin(), expected.end());
  std::stable_sort(expected.begin(), expected.end(), [&](const Key& a, const Key& b) {
    return published.at(std::get<0>(a)) > published.at(std::get<0>(b));
  });
  ASSERT_GT(expected.size(), 10U);

  filter.most_ranked = 2;
  filter.limit = 3;
  std::vector<Key> found;
  do {
    const Result<query::SearchResult> page = query::search(reg, filter);
    ASSERT_TRUE(page) << page.error().text();
    EXPECT_EQ(page->facts, 2U);
    EXPECT_EQ(page->texts, 2U);
    for (const query::SearchHit& hit : page->hits) {
      found.emplace_back(hit.report, hit.pointer, hit.snippet);
    }
    filter.after = page->next;
  } while (filter.after && found.size() < 1000);
  // Of one list the facts have one pointer: these come by a digest.
  const auto by_report = [](const Key& key) { return std::get<0>(key) + std::get<1>(key); };
  std::vector<std::string> expected_order, order;
  std::transform(expected.begin(), expected.end(), std::back_inserter(expected_order), by_report);
  std::transform(found.begin(), found.end(), std::back_inserter(order), by_report);
  EXPECT_EQ(order, expected_order);
  EXPECT_THAT(found, UnorderedElementsAreArray(expected));
}

TEST_F(MeaningTest, SearchFindsFactsAndTextsAndMarksTheWords) {
  const store::Register reg = world();
  query::SearchFilter filter;
  filter.words = "drug traff*";
  const Result<query::SearchResult> found = query::search(reg, filter);
  ASSERT_TRUE(found) << found.error().text();
  ASSERT_FALSE(found->hits.empty());
  bool fact = false;
  bool text = false;
  for (const query::SearchHit& hit : found->hits) {
    EXPECT_THAT(hit.snippet, HasSubstr("\x02"
                                       "drug"));
    (hit.pointer.empty() ? text : fact) = true;
  }
  EXPECT_TRUE(fact && text);
  filter.meetings.state = "KZ";
  EXPECT_THAT(query::search(reg, filter)->emptied_by, ElementsAre("state"));
  filter.words = "zeppelin";
  EXPECT_THAT(query::search(reg, filter)->emptied_by, ElementsAre("words"));
  for (const char* const odd : {"\"", "AND", "a\"b*c NEAR(", "*", "", "col:umn -x"}) {
    filter.words = odd;
    EXPECT_TRUE(query::search(reg, filter)) << odd;
  }
}

TEST_F(MeaningTest, ABriefSaysWhoCameWhatRecursAndWhatIsNext) {
  const store::Register reg = world();
  const Result<std::vector<Brief>> briefs = query::brief(reg, kSecretaries);
  ASSERT_TRUE(briefs) << briefs.error().text();
  ASSERT_EQ(briefs->size(), 1U);
  const Brief& b = briefs->front();
  ASSERT_EQ(b.last.size(), 3U);
  EXPECT_EQ(b.last[0].row.ordinal, 18);
  EXPECT_THAT(b.next, IsEmpty());
  ASSERT_FALSE(b.agenda.empty());
  EXPECT_EQ(b.agenda[0].item, "drug-trafficking");
  EXPECT_EQ(b.agenda[0].sessions, 2U);
  EXPECT_EQ(query::brief(reg, "Hanseatic League").error().code, ErrorCode::not_found);
}

TEST_F(MeaningTest, AnExplanationShowsRuleWordsAndEntity) {
  const store::Register reg = world();
  const auto claims = query::explain(reg, "https://a.example/17", "/meetings/0/place");
  ASSERT_TRUE(claims) << claims.error().text();
  ASSERT_EQ(claims->size(), 1U);
  const query::Explanation& e = claims->front();
  EXPECT_EQ(e.source.value, "Tashkent");
  EXPECT_THAT(e.source.quotes, ElementsAre("Tashkent"));
  EXPECT_EQ(e.source.rule, "test/rule");
  EXPECT_THAT(e.context, HasSubstr("Tashkent"));
  EXPECT_EQ(e.entity.substr(0, 2), "m-");
  EXPECT_GT(query::explain(reg, "https://a.example/17", "/meetings/0")->size(), 10U);
  EXPECT_EQ(query::explain(reg, "https://a.example/17", "/meetings/9").error().code,
            ErrorCode::not_found);
  EXPECT_EQ(query::explain(reg, "nowhere", "/meetings/0").error().code, ErrorCode::not_found);
}

TEST_F(MeaningTest, AReadingComesBackAsItWent) {
  const store::Register reg = world();
  for (const Reading& r : testing::small_world()) {
    const Result<Reading> stored = reg.reading(report_key(r.report));
    ASSERT_TRUE(stored) << stored.error().text();
    EXPECT_EQ(*stored, r);
  }
}

}  // namespace
}  // namespace rapporteur
