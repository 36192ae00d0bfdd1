#include "marked_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rapporteur::output {
namespace {

using testing::HasSubstr;

std::string written(std::string_view text, const std::vector<Mark>& marks,
                    const std::vector<record::LeftOut>& left_out = {}) {
  std::string out;
  write_marked_text(text, marks, left_out, "k", out);
  return out;
}

TEST(MarkedText, IsAParagraphALine) {
  EXPECT_EQ(written("a < b\n\nc", {}), "<p dir=\"auto\">a &lt; b</p>\n<p dir=\"auto\">c</p>\n");
  EXPECT_EQ(written("", {}), "");
}

TEST(MarkedText, LeadsFromWordsToTheShortestOfWhatStandsOnThem) {
  const std::string html =
      written("one two three", {{{0, 13}, "k-f1", "all: \"x\""}, {{4, 7}, "k-f2", "two: 2"}});
  EXPECT_THAT(html,
              HasSubstr("<mark id=\"k-w0\"><a href=\"#k-f1\" title=\"all: &quot;x&quot;\">one "
                        "</a></mark>"));
  EXPECT_THAT(html, HasSubstr("<mark id=\"k-w4\"><a href=\"#k-f2\" title=\"two: 2; all: "
                              "&quot;x&quot;\">two</a></mark>"));
  EXPECT_THAT(html, HasSubstr("<mark id=\"k-w7\"><a href=\"#k-f1\""));
}

TEST(MarkedText, CutsMarksThatCrossOneAnother) {
  const std::string html = written("ab cd ef", {{{0, 5}, "k-f1", "1"}, {{3, 8}, "k-f2", "2"}});
  EXPECT_THAT(html, HasSubstr("<mark id=\"k-w0\"><a href=\"#k-f1\" title=\"1\">ab </a>"));
  EXPECT_THAT(html, HasSubstr("<mark id=\"k-w3\"><a href=\"#k-f1\" title=\"1; 2\">cd</a>"));
  EXPECT_THAT(html, HasSubstr("<mark id=\"k-w5\"><a href=\"#k-f2\" title=\"2\"> ef</a>"));
}

TEST(MarkedText, GoesOverLineEnds) {
  const std::string_view text = "a\n\nb";
  EXPECT_EQ(written(text, {{{0, 4}, "k-f1", "1"}}),
            "<p dir=\"auto\"><mark id=\"k-w0\"><a href=\"#k-f1\" title=\"1\">a</a></mark></p>\n"
            "<p dir=\"auto\"><mark id=\"k-w3\"><a href=\"#k-f1\" title=\"1\">b</a></mark></p>\n");
  EXPECT_EQ(anchor_of_words({1, 4}, text, "k"), "k-w3");
  EXPECT_EQ(anchor_of_words({1, 3}, text, "k"), "");
}

TEST(MarkedText, GivesWayToFactsWhereSomethingIsMerelyNamed) {
  EXPECT_THAT(written("Ada Lee", {{{0, 3}, "k-f1", "named", true}, {{0, 7}, "k-f2", "person"}}),
              HasSubstr("<mark id=\"k-w0\"><a href=\"#k-f2\" title=\"person; named\">Ada</a>"));
}

TEST(MarkedText, MarksWhatHasNoLettersWithoutALink) {
  EXPECT_THAT(
      written("a, b", {{{0, 4}, "k-f1", "1"}, {{0, 1}, "k-f2", "2"}, {{3, 4}, "k-f3", "3"}}),
      HasSubstr("<mark id=\"k-w1\">, </mark>"));
}

TEST(MarkedText, NamesAFewOfManyThatStandOnTheSameWords) {
  const std::vector<Mark> marks(6, {{0, 1}, "k-f", "s"});
  EXPECT_THAT(written("a", marks), HasSubstr("title=\"s; s; s; s; and 2 more\""));
}

TEST(MarkedText, ShowsWhatWasLeftOutWhereItStood) {
  const std::string html =
      written("first\nsecond", {}, {{12, "end", "r"}, {6, "<i>", "menu"}, {2, "inside", "r"}});
  EXPECT_EQ(html,
            "<p dir=\"auto\">first</p>\n"
            "<p class=\"gone\" dir=\"auto\"><i>left out, r:</i> inside</p>\n"
            "<p class=\"gone\" dir=\"auto\"><i>left out, menu:</i> &lt;i&gt;</p>\n"
            "<p dir=\"auto\">second</p>\n"
            "<p class=\"gone\" dir=\"auto\"><i>left out, r:</i> end</p>\n");
}

}  // namespace
}  // namespace rapporteur::output
