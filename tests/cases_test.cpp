// Runs the text cases: one test for each tests/cases/<phenomenon>/<what-it-shows>.case.
//
// A case that does not hold yet stands in tests/cases/known_failures.txt. It is skipped as long as
// it fails, and fails the run once it holds, so that the list only ever shrinks by being true.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "built_reader.h"
#include "case_file.h"
#include "rapporteur/base/file.h"
#include "rapporteur/output/format.h"
#include "rapporteur/source/found.h"

namespace rapporteur::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kFolder = RAPPORTEUR_SOURCE_DIR "/tests/cases/";
const std::string kKnownFailures = kFolder + "known_failures.txt";

// Below kFolder, sorted.
std::vector<std::string> case_files() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kFolder)) {
    if (entry.path().extension() != ".case") continue;
    out.push_back(entry.path().lexically_relative(kFolder).generic_string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> known_failures() {
  std::vector<std::string> out;
  std::istringstream lines(read_file(kKnownFailures).value());
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line[0] != '#') out.push_back(line);
  }
  return out;
}

std::string reading_of(const Case& c) {
  source::Found found;
  found.where = found.id = found.origin = "case";
  found.published = c.date;
  found.bytes = c.report;
  Scratch scratch;
  const record::Reading reading = built_reader().read(source::make_report(found).value(), scratch);
  std::string json;
  output::find_format<record::Reading>("jsonl")->write(reading, {}, json);
  return json;
}

class TextCase : public testing::TestWithParam<std::string> {};

TEST_P(TextCase, Holds) {
  const Result<Case> c = parse_case(read_file(kFolder + GetParam()).value());
  ASSERT_TRUE(c) << GetParam() << ": " << c.error().text();
  const std::vector<std::string> problems = unmet(c->expectations, reading_of(*c));
  static const std::vector<std::string> known = known_failures();
  if (std::find(known.begin(), known.end(), GetParam()) != known.end()) {
    ASSERT_THAT(problems, testing::Not(IsEmpty()))
        << "holds now: take it off the list in tests/cases/known_failures.txt";
    GTEST_SKIP() << "known not to hold: " << problems.front();
  }
  EXPECT_THAT(problems, IsEmpty()) << c->shows << "\n" << c->report;
}

std::string name_of(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param.substr(0, info.param.rfind('.'));
  std::replace_if(name.begin(), name.end(), [](char c) { return !std::isalnum(c); }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, TextCase, testing::ValuesIn(case_files()), name_of);

TEST(KnownFailures, AreSortedAndAreCases) {
  const std::vector<std::string> known = known_failures();
  const std::vector<std::string> files = case_files();
  EXPECT_TRUE(std::is_sorted(known.begin(), known.end()));
  EXPECT_EQ(std::set<std::string>(known.begin(), known.end()).size(), known.size());
  EXPECT_TRUE(std::includes(files.begin(), files.end(), known.begin(), known.end()))
      << "a case that is not there any more is listed";
  std::cout << known.size() << " of " << files.size() << " cases are known not to hold\n";
}

// What a line of expectation, alone in a case, says of this reading.
std::vector<std::string> unmet_by_sample(const std::string& line) {
  static const std::string reading =
      R"({"report":{"text":"Ana Lee met in Rome."},"meetings":[{"kind":"talks","main":true,)"
      R"("ordinal":17,"place":null,"agenda":[{"text":"Trade","evidence":{"text":[[0,3]]}},)"
      R"({"text":"floods"}],"participants":[{"person":"Ana Lee","offices":["Minister","Envoy"],)"
      R"("evidence":{"person":[[0,7]]}}],"evidence":{"kind":[[8,11]],"ordinal":[[12,14]]}}]})";
  const Result<Case> c = parse_case("# shows\n---\nreport\n---\n" + line + "\n");
  if (!c) return {c.error().text()};
  return unmet(c->expectations, reading);
}

TEST(CaseFile, AcceptsWhatTheReadingSays) {
  for (const char* line : {
           "/meetings/0/kind = talks",
           "/meetings/0/kind = \"talks\" | \"met\"",
           "/meetings/0/ordinal = 17 | \"in\"",
           "/meetings/0/main = true",
           "/meetings/0/place = null",
           "/meetings/1/kind = null",
           "/meetings = 1",
           "/meetings/0/agenda = \"floods\"; \"Trade\"",
           "/meetings/0/agenda ~ \"trade\"",
           "/meetings/0/agenda ~ \"trade\" | \"Ana\"",
           "/meetings/0/agenda !~ \"drought\"",
           "/meetings/[main=true]/kind = talks",
           "/meetings/[ordinal=17]/participants/[person=Ana Lee]/offices = \"Envoy\"; \"Minister\"",
           "/meetings/0/participants/0/person = \"Ana Lee\" | \"Lee\"",
       }) {
    EXPECT_THAT(unmet_by_sample(line), IsEmpty()) << line;
  }
}

TEST(CaseFile, RefusesWhatTheReadingDoesNotSay) {
  for (const char* line : {
           "/meetings/0/kind = visit",
           "/meetings/0/kind = talks | \"held\"",
           "/meetings/0/kind = null",
           "/meetings/0/ordinal = \"17\"",
           "/meetings/0/ordinal = 1",
           "/meetings/0/place = \"Rome\"",
           "/meetings = 2",
           "/meetings/0/agenda = \"Trade\"",
           "/meetings/0/agenda ~ \"trade\"; \"drought\"",
           "/meetings/0/agenda !~ \"FLOOD\"",
           "/meetings/0/agenda ~ \"trade\" | \"Rome\"",
           "/meetings/[main=false]/kind = talks",
           "/meetings/0/participants/[person=Ana]/person = \"Ana Lee\"",
           "/meetings/0/participants/0/offices = \"Envoy\"",
       }) {
    EXPECT_THAT(unmet_by_sample(line), testing::SizeIs(1)) << line;
  }
}

TEST(CaseFile, NamesTheLineThatIsNoExpectation) {
  for (const char* line : {"meetings = 1", "/meetings 1", "/meetings =", "/meetings = a b",
                           "/meetings = \"a", "/meetings = \"a\" x", "/meetings = null | \"a\"",
                           "/meetings !~ \"a\" | \"b\"", "/meetings ~ null"}) {
    EXPECT_THAT(unmet_by_sample(line), ElementsAre(HasSubstr("line 5"))) << line;
  }
  EXPECT_FALSE(parse_case("# shows\n---\nreport\n---\n"));
  EXPECT_FALSE(parse_case("shows\n---\nreport\n---\n/meetings = 1\n"));
}

TEST(CaseFile, KeepsTheReportAsItIs) {
  const Case c = parse_case("# s\ndate: 2020-01-02\n---\none\n\ntwo\n---\n/meetings = 1\n").value();
  EXPECT_EQ(c.report, "one\n\ntwo");
  EXPECT_EQ(c.date, "2020-01-02");
  EXPECT_EQ(c.shows, "s");
}

}  // namespace
}  // namespace rapporteur::tests
