#include "rapporteur/text/document.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace rapporteur::text {
namespace {

std::vector<std::string> words(const Document& doc) {
  std::vector<std::string> out;
  for (std::uint32_t t = 0; t < doc.size(); ++t) out.emplace_back(doc.word(t));
  return out;
}

std::vector<std::string> sentences(const std::string& text) {
  const Document doc(text);
  std::vector<std::string> out;
  for (const Sentence& s : doc.sentences()) out.emplace_back(doc.slice(s.span));
  return out;
}

using Words = std::vector<std::string>;

TEST(Document, CutsHyphensAndDigitsAtPunctuation) {
  EXPECT_EQ(words(Document("Kassym-Jomart 06.04.2017 15–16")),
            (Words{"Kassym", "-", "Jomart", "06", ".", "04", ".", "2017", "15", "–", "16"}));
}

TEST(Document, CutsTheGenitiveButKeepsInnerApostrophes) {
  EXPECT_EQ(words(Document("China’s O'Brien Ministers' Xi'an")),
            (Words{"China", "’s", "O'Brien", "Ministers", "'", "Xi'an"}));
}

TEST(Document, KeepsAbbreviationsAndInitialsWithTheirStop) {
  EXPECT_EQ(words(Document("Gen. N. B.Yermekbayev met U.S. envoys on 22 Aug. 2022.")),
            (Words{"Gen.", "N.", "B.", "Yermekbayev", "met", "U.S.", "envoys", "on", "22", "Aug.",
                   "2022", "."}));
}

TEST(Document, OfPhrasesHasTheSameTokensAndNoSentences) {
  const std::string phrases = "U.S. Department of State\nGen. Li\nShare this\n";
  EXPECT_EQ(words(Document::of_phrases(phrases)), words(Document(phrases)));
  EXPECT_TRUE(Document::of_phrases(phrases).sentences().empty());
}

TEST(Document, TakesALetterWithFiguresForNoInitial) {
  EXPECT_EQ(words(Document("Due in 2022-W33. Room C5.")),
            (Words{"Due", "in", "2022", "-", "W33", ".", "Room", "C5", "."}));
}

TEST(Document, DoesNotEndASentenceAtATitle) {
  EXPECT_EQ(sentences("They met Gen. Li and Dr. Wu. Talks went on."),
            (Words{"They met Gen. Li and Dr. Wu.", "Talks went on."}));
}

TEST(Document, EndsASentenceAfterAnAbbreviationBeforeAStarter) {
  EXPECT_EQ(sentences("It opened at 10 a.m. The ministers came from the U.S. Senate."),
            (Words{"It opened at 10 a.m.", "The ministers came from the U.S. Senate."}));
}

TEST(Document, DoesNotEndASentenceBetweenAnAbbreviationAndItsFigure) {
  EXPECT_EQ(sentences("Built ca. 1650, see pp. 10-12 of no. 5. It stands."),
            (std::vector<std::string>{"Built ca. 1650, see pp. 10-12 of no. 5.", "It stands."}));
  EXPECT_EQ(sentences("They meet on 15.-16. September 2017. It is open."),
            (std::vector<std::string>{"They meet on 15.-16. September 2017.", "It is open."}));
  EXPECT_EQ(sentences("Item 16. The minutes follow. It took 5. In May it ended.").size(), 4U);
}

TEST(Document, EndsAParagraphAtABlankLineAndAtAHeadline) {
  EXPECT_EQ(sentences("Ministers meet in Baku\n\nThe ministers met\nin Baku on Monday.").size(),
            2U);
}

TEST(Document, JoinsLinesOfANarrowColumn) {
  const std::vector<std::string> got = sentences(
      "The council of foreign ministers of the member states met on\n"
      "the shore of the lake and talked about water.");
  ASSERT_EQ(got.size(), 1U);
}

TEST(Document, JoinsALineThatEndsInAPrepositionOrADash) {
  EXPECT_EQ(
      sentences("The delegation of four and an interpreter stayed in the capital from 12 to\n15 "
                "October 2019 and then left.")
          .size(),
      1U);
  EXPECT_EQ(
      sentences("The commission of inquiry, with a clerk, sat from October 3rd–\nOctober 7th, "
                "2011.")
          .size(),
      1U);
}

TEST(Document, PutsEveryTokenIntoExactlyOneSentence) {
  const Document doc("A. B! C?\n- item one; two\n\n12. x \"y.\" Z");
  std::uint32_t next = 0;
  for (const Sentence& s : doc.sentences()) {
    EXPECT_EQ(s.tokens.begin, next);
    next = s.tokens.end;
    for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      EXPECT_EQ(&doc.sentences()[doc.sentence_of(t)], &s);
    }
  }
  EXPECT_EQ(next, doc.size());
}

TEST(Document, FindsTheTokenAtAByte) {
  const Document doc("ab cd");
  EXPECT_EQ(doc.token_at(0), 0U);
  EXPECT_EQ(doc.token_at(2), 1U);
  EXPECT_EQ(doc.token_at(4), 1U);
  EXPECT_EQ(doc.token_at(5), 2U);
}

}  // namespace
}  // namespace rapporteur::text
