#include "rapporteur/service/evaluate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "evaluation/account.h"
#include "evaluation/same.h"
#include "evaluation/scorer.h"
#include "evaluation/words.h"
#include "rapporteur/base/file.h"

namespace rapporteur::service {
namespace {

using evaluation::Account;
using evaluation::names_same;
using evaluation::same_person;
using testing::ElementsAre;
using testing::IsEmpty;

// --- words --------------------------------------------------------------------------------------

TEST(Words, AreFoldedByCaseMarksAndPunctuation) {
  EXPECT_EQ(evaluation::fold("Côte d'Ivoire"), "cote d ivoire");
  EXPECT_EQ(evaluation::fold("  U.S.–China_talks (2nd) "), "u s china_talks 2nd");
  EXPECT_EQ(evaluation::fold("İzmir, ﬁne ²"), "izmir fine 2");
  EXPECT_EQ(evaluation::fold("…"), "");
}

TEST(Words, CountByTheirStemsWithoutFillers) {
  EXPECT_THAT(evaluation::stems("The Meetings of the Organisations on issues"),
              ElementsAre(U"meeting", U"organis"));
  EXPECT_THAT(evaluation::stems("use and ties"), ElementsAre(U"use", U"ties"));
}

TEST(Words, InCommonAreCountedWithTheirRepeats) {
  EXPECT_DOUBLE_EQ(evaluation::token_f1("trade trade floods", "trade"), 0.5);
  EXPECT_DOUBLE_EQ(evaluation::token_f1("Summit", "the summits"), 1.0);
  EXPECT_DOUBLE_EQ(evaluation::token_f1("of the", "of the"), 0.0);
}

TEST(Names, AreTheSameWithEnoughWordsInCommon) {
  EXPECT_TRUE(names_same("Minister of Foreign Affairs", "Foreign Affairs Minister"));
  EXPECT_TRUE(names_same("Consultative Meeting", "Consultative Meeting of Heads of State of Asia"));
  EXPECT_FALSE(names_same("Council", "Council of Foreign Ministers"));
  EXPECT_FALSE(names_same("Minister", "Prime Minister of the Interior"));
}

TEST(Names, DifferWhereOnlyOneIsADeputy) {
  EXPECT_FALSE(names_same("Deputy Foreign Minister", "Foreign Minister"));
  EXPECT_TRUE(names_same("Deputy Foreign Minister", "Deputy Minister, Foreign"));
}

TEST(People, AreTheSameInEitherOrderWithInitialsAndOneOtherLetter) {
  EXPECT_TRUE(same_person("Wang Yi", "Yi Wang"));
  EXPECT_TRUE(same_person("S. Jaishankar", "Subrahmanyam Jaishankar"));
  EXPECT_TRUE(same_person("Nikolai Patrushev", "Nikolay Patrushev"));
  EXPECT_TRUE(same_person("Patrushev", "Nikolai Patrushev"));
}

TEST(People, DifferWhereAPartContradicts) {
  EXPECT_FALSE(same_person("Wang Yi", "Wang Wenbin"));
  EXPECT_FALSE(same_person("Ana Lee", "Ana Lau"));
  EXPECT_FALSE(same_person("", "Ana Lee"));
}

// --- accounts -----------------------------------------------------------------------------------

Account account(const std::string& meetings) {
  return evaluation::parse_account(R"({"id":"a","meetings":)" + meetings + "}", "a").value();
}

TEST(ParseAccount, TakesOfficesAndPhrasesAsAnnotationsAndAsReadingsWriteThem) {
  const auto written = account(R"([{"ref":"m1","participants":[{"office":"Minister; Envoy"}],)"
                               R"("agenda":["trade"]}])");
  const auto read = account(R"([{"id":"m1","participants":[{"offices":["Minister","Envoy"]}],)"
                            R"("agenda":[{"text":"trade"}]}])");
  EXPECT_EQ(written.meetings[0].participants[0].offices.text, "Minister; Envoy");
  EXPECT_EQ(read.meetings[0].participants[0].offices.text, "Minister; Envoy");
  EXPECT_EQ(written.meetings[0].agenda[0].text, read.meetings[0].agenda[0].text);
  EXPECT_EQ(written.meetings[0].ref, read.meetings[0].ref);
}

TEST(ParseAccount, SaysWhichFieldIsWrong) {
  const auto wrong = evaluation::parse_account(R"({"id":"a","meetings":[{"kind":[]}]})", "a.json");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().text(),
            "a.json: 'kind' is neither a string nor a whole number (bad_data)");
  for (const char* part : {R"("meetings":[3])", R"("meetings":[{"agenda":[null]}])",
                           R"("meetings":[{"links":["next"]}])", R"("meetings":{})",
                           R"("meetings":[{"participants":[[]]}])", R"("meetings":[{"kind":1.5}])",
                           R"("meetings":[{"participants":[{"offices":[1]}]}])"}) {
    const std::string json = R"({"id":"a",)" + std::string(part) + "}";
    EXPECT_FALSE(evaluation::parse_account(json, "x")) << part;
  }
  EXPECT_EQ(evaluation::parse_account("{", "x").error().code, ErrorCode::bad_data);
  EXPECT_EQ(evaluation::parse_account("[]", "x").error().code, ErrorCode::bad_data);
  EXPECT_EQ(evaluation::parse_account(R"({"meetings":[]})", "x").error().code, ErrorCode::bad_data);
}

// --- scores -------------------------------------------------------------------------------------

// The counts of a row: right, made up, missed.
using Counts = std::vector<std::uint64_t>;

Evaluation score(const std::string& expected, const std::string& read) {
  evaluation::Scorer scorer;
  scorer.compare(account(expected), account(read).meetings);
  return std::move(scorer).finish();
}

Counts counts(const Evaluation& result, const std::string& row) {
  for (const Figure& figure : result.figures) {
    if (figure.row == row) return {figure.right, figure.made_up, figure.missed};
  }
  return {};
}

const std::string kSession =
    R"([{"ref":"m1","main":true,"organisation":"Arab League","organ":"Council","ordinal":30,)"
    R"("kind":"summit","status":"held","when":"2019-03-31","place":"Tunis","country":"TN",)"
    R"("chair":"TN","participants":[{"person":"Beji Caid Essebsi","office":"President",)"
    R"("state":"TN","attendance":"attended"},{"state":"QA","attendance":"absent"}],)"
    R"("agenda":["Golan"],"outcomes":["adopt the Tunis Declaration"],)"
    R"("links":[{"relation":"next","to":"m2"}]},)"
    R"({"ref":"m2","organ":"Council","kind":"summit","status":"announced","when":"2020"}])";

TEST(Score, IsFullForTheAnnotationItself) {
  const Evaluation same = score(kSession, kSession);
  for (const Figure& figure : same.figures) {
    EXPECT_EQ(figure.f1(), 1.0) << figure.row;
    EXPECT_EQ(figure.made_up + figure.missed, 0U) << figure.row;
  }
  EXPECT_EQ(same.record_score(), 1.0);
  EXPECT_EQ(same.figures.size(), 18U);
  EXPECT_THAT(same.misses, IsEmpty());
}

TEST(Score, CountsEverythingOfAMissedMeetingAsMissed) {
  const Evaluation nothing = score(kSession, "[]");
  EXPECT_EQ(counts(nothing, "meeting"), (Counts{0, 0, 2}));
  EXPECT_EQ(counts(nothing, "main"), (Counts{0, 0, 1}));
  EXPECT_EQ(counts(nothing, "when"), (Counts{0, 0, 2}));
  EXPECT_EQ(counts(nothing, "participant"), (Counts{0, 0, 2}));
  EXPECT_EQ(counts(nothing, "office"), (Counts{0, 0, 1}));
  EXPECT_EQ(counts(nothing, "state"), (Counts{0, 0, 2}));
  EXPECT_EQ(counts(nothing, "link"), (Counts{0, 0, 1}));
  EXPECT_EQ(nothing.record_score(), 0.0);
  EXPECT_EQ(nothing.misses.size(), 2U);
}

TEST(Score, CountsEverythingOfAMadeUpMeetingAsMadeUp) {
  const Evaluation invented = score("[]", kSession);
  EXPECT_EQ(counts(invented, "meeting"), (Counts{0, 2, 0}));
  EXPECT_EQ(counts(invented, "main"), (Counts{0, 1, 0}));
  EXPECT_EQ(counts(invented, "attendance"), (Counts{0, 2, 0}));
  EXPECT_EQ(counts(invented, "outcome"), (Counts{0, 1, 0}));
}

TEST(Score, CountsAWrongValueAsMissedAndAsMadeUp) {
  const Evaluation wrong =
      score(R"([{"ref":"m1","main":true,"organ":"Council","kind":"summit","chair":"TN"}])",
            R"([{"id":"m1","main":true,"organ":"Council","kind":"session","place":"Tunis"}])");
  EXPECT_EQ(counts(wrong, "kind"), (Counts{0, 1, 1}));
  EXPECT_EQ(counts(wrong, "place"), (Counts{0, 1, 0}));
  EXPECT_EQ(counts(wrong, "chair"), (Counts{0, 0, 1}));
}

TEST(Score, ForgivesWhatAMentionedMeetingTakesFromItsSurroundings) {
  const Evaluation inherited = score(R"([{"ref":"m1","organ":"Council","kind":"summit"}])",
                                     R"([{"id":"m1","organ":"Council","kind":"summit",)"
                                     R"("place":"Tunis","ordinal":30}])");
  EXPECT_EQ(counts(inherited, "place"), (Counts{0, 0, 0}));
  EXPECT_EQ(counts(inherited, "ordinal"), (Counts{0, 1, 0}));
}

TEST(Score, LeavesUnnamedGroupsOut) {
  const Evaluation groups =
      score(R"([{"ref":"m1","organ":"Council","participants":[{"office":"foreign ministers"}]}])",
            R"([{"id":"m1","organ":"Council","participants":[{"offices":["leaders"]}]}])");
  EXPECT_EQ(counts(groups, "participant"), (Counts{0, 0, 0}));
}

TEST(Score, FollowsLinksThroughTheMatchedMeetings) {
  std::string renamed = kSession;
  for (std::size_t at = 0; (at = renamed.find("\"m", at)) != std::string::npos; ++at) {
    if (renamed.compare(at, 4, "\"m1\"") == 0 || renamed.compare(at, 4, "\"m2\"") == 0) {
      renamed.replace(at, 4, renamed[at + 2] == '1' ? "\"x\"" : "\"y\"");
    }
  }
  EXPECT_EQ(counts(score(kSession, renamed), "link"), (Counts{1, 0, 0}));
}

TEST(Score, JudgesValuesByTheirConfidence) {
  const Evaluation judged =
      score(R"([{"ref":"m1","main":true,"organ":"Council","kind":"summit"}])",
            R"([{"id":"m1","main":true,"organ":"Council","kind":"session","place":"Rome",)"
            R"("confidence":{"organ":0.9,"kind":0.5}}])");
  ASSERT_EQ(judged.judgements.size(), 2U);
  EXPECT_EQ(judged.judgements[0].field, "organ");
  EXPECT_TRUE(judged.judgements[0].right);
  EXPECT_EQ(judged.judgements[1].confidence, 0.5);
  EXPECT_FALSE(judged.judgements[1].right);
}

TEST(Score, SaysWhatDiffers) {
  const Evaluation wrong = score(R"([{"ref":"m1","main":true,"organ":"Council","participants":)"
                                 R"([{"person":"Ana Lee","office":"Minister"}]}])",
                                 R"([{"id":"m1","main":true,"organ":"Council","participants":)"
                                 R"([{"person":"Ana Lee","offices":["Envoy"]}]}])");
  ASSERT_EQ(wrong.misses.size(), 1U);
  EXPECT_EQ(wrong.misses[0].report, "a");
  EXPECT_EQ(wrong.misses[0].meeting, "m1");
  EXPECT_EQ(wrong.misses[0].row, "office");
  EXPECT_EQ(wrong.misses[0].about, "Ana Lee");
  EXPECT_EQ(wrong.misses[0].expected, "Minister");
  EXPECT_EQ(wrong.misses[0].read, "Envoy");
}

TEST(Dates, MakeMeetingsAlikeWhereTheyOverlap) {
  const auto found = [](const std::string& expected, const std::string& read) {
    const auto g = account(R"([{"when":")" + expected + R"(","kind":"talks","status":"held"}])");
    const auto p = account(R"([{"when":")" + read + R"(","kind":"visit","status":"announced"}])");
    return !evaluation::align(g.meetings, p.meetings).empty();
  };
  EXPECT_TRUE(found("2018-05-21/2018-05-22", "2018-05-22"));
  EXPECT_TRUE(found("2018", "2018-05-22"));
  EXPECT_TRUE(found("../2018-05-22", "2018-05"));
  EXPECT_TRUE(found("2018-06~", "2018-06-30"));
  EXPECT_FALSE(found("2018-05-21", "2018-05-22"));
  EXPECT_FALSE(found("soon", "2018-05-22"));
}

// --- files --------------------------------------------------------------------------------------

class EvaluateReadings : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = testing::TempDir() + "rapporteur_evaluate_" + test->name();
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directory(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes) const {
    ASSERT_TRUE(write_file(folder_ + "/" + name, bytes));
  }

  std::string folder_;
};

TEST_F(EvaluateReadings, TakesReportsWithoutAReadingAsReadWithNoMeeting) {
  write("a.json", R"({"id":"a","meetings":)" + kSession + "}");
  write("b.json", R"({"id":"b","meetings":)" + kSession + "}");
  write("readings.jsonl", R"({"id":"other","meetings":[]})"
                          "\n\n"
                          R"({"id":"b","meetings":)" +
                              kSession + "}\n");
  const auto result = evaluate_readings(folder_ + "/readings.jsonl", folder_);
  ASSERT_TRUE(result) << result.error().text();
  EXPECT_EQ(result->reports, 2U);
  EXPECT_EQ(counts(*result, "meeting"), (Counts{2, 0, 2}));
}

TEST_F(EvaluateReadings, NamesTheFileAndLineThatCannotBeUsed) {
  write("a.json", R"({"id":"a","meetings":[]})");
  write("readings.jsonl", "{\"id\":\"a\"}\nnonsense\n");
  const auto result = evaluate_readings(folder_ + "/readings.jsonl", folder_);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().where, folder_ + "/readings.jsonl:2");
}

TEST_F(EvaluateReadings, RefusesAFolderWithoutAnnotations) {
  const auto result = evaluate_readings(folder_ + "/readings.jsonl", folder_);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::not_found);
  EXPECT_EQ(evaluate_readings("x", folder_ + "/none").error().code, ErrorCode::not_found);
}

TEST(EvidenceFaults, AreFactsWithoutValidEvidence) {
  record::Reading reading;
  reading.report.text = "Köln";
  record::Meeting meeting;
  meeting.place.set("Köln", {{0, 5}}, 0.9F, "rule");
  reading.meetings.push_back(meeting);
  EXPECT_EQ(count_evidence_faults(reading), 0U);
  reading.meetings[0].place.evidence = {{0, 2}};  // inside the "ö"
  EXPECT_EQ(count_evidence_faults(reading), 1U);
  reading.meetings[0].place.evidence = {};
  reading.meetings[0].participants.emplace_back().person.set("X", {{0, 9}}, 0.9F, "rule");
  EXPECT_EQ(count_evidence_faults(reading), 2U);
}

}  // namespace
}  // namespace rapporteur::service
