#include "said.h"

#include <gtest/gtest.h>

namespace rapporteur::http {
namespace {

using record::Verdict;

TEST(Said, HasTheMembersOfItsVerdict) {
  const Result<Said> corrects = parse_said(
      R"({"verdict": "correct", "report": "r-x", "pointer": "/meetings/0/place", "is": "Delhi",
          "value": "Agra", "why": "w"})");
  ASSERT_TRUE(corrects);
  EXPECT_EQ(corrects->verdict, Verdict::correct);
  EXPECT_EQ(corrects->pointer, "/meetings/0/place");
  EXPECT_EQ(corrects->is, "Delhi");
  EXPECT_EQ(corrects->value, "Agra");
  EXPECT_EQ(corrects->why, "w");
  const Result<Said> splits =
      parse_said(R"({"verdict": "split", "id": "m-1", "parts": ["r-x", "m-2"]})");
  ASSERT_TRUE(splits);
  EXPECT_EQ(splits->parts, (std::vector<std::string>{"r-x", "m-2"}));
}

TEST(Said, NamesTheMemberThatIsWrong) {
  for (const auto& [body, where] : std::vector<std::pair<std::string, std::string>>{
           {"", "body"},
           {"[]", "body"},
           {"{}", "verdict"},
           {R"({"verdict": "praise"})", "verdict"},
           {R"({"verdict": "merge", "ids": ["m-1"]})", "ids"},
           {R"({"verdict": "merge", "ids": ["m-1", 2]})", "ids"},
           {R"({"verdict": "merge", "ids": ["m-1", "m-2"], "value": "x"})", "value"},
           {R"({"verdict": "accept", "report": "r-x"})", "pointer"},
           {R"({"verdict": "accept", "reports": "r-x"})", "reports"},
           {R"({"verdict": "split", "id": "m-1", "parts": []})", "parts"}}) {
    const Result<Said> said = parse_said(body);
    ASSERT_FALSE(said) << body;
    EXPECT_EQ(said.error().where, where) << body;
  }
  std::string many;
  for (int i = 0; i < 101; ++i) many += (i == 0 ? "\"m-" : ",\"m-") + std::to_string(i) + '"';
  EXPECT_FALSE(parse_said(R"({"verdict": "merge", "ids": [)" + many + "]}"));
}

TEST(Said, AReasonMayBeMissing) {
  EXPECT_EQ(*parse_reason(""), "");
  EXPECT_EQ(*parse_reason(R"({"why": "a mistake"})"), "a mistake");
  EXPECT_FALSE(parse_reason(R"({"because": "a mistake"})"));
}

}  // namespace
}  // namespace rapporteur::http
