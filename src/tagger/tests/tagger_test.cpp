// Which words name whom, with the tables that the build made. All people are invented.
#include "rapporteur/tagger/tagger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tagged_text.h"

namespace rapporteur::tagger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using tests::TaggedText;

// The words with that label, in order.
std::vector<std::string> tagged(const std::string& text, Label label) {
  const TaggedText t(text);
  std::vector<std::string> out;
  for (const Tag& tag : t.tags.all()) {
    if (tag.label == label) out.emplace_back(t.doc.slice(t.doc.span(tag.tokens)));
  }
  return out;
}

TEST(Tagger, TellsAPersonBehindATitle) {
  EXPECT_THAT(tagged("Foreign Minister Orsolya Vadkerti arrived.", Label::person),
              ElementsAre("Orsolya Vadkerti"));
  EXPECT_THAT(tagged("Yesterday President Tamarik spoke.", Label::person), ElementsAre("Tamarik"));
}

TEST(Tagger, KeepsInitialsHyphensAndParticlesInAName) {
  EXPECT_THAT(tagged("Defence Minister K. R. Solanki arrived.", Label::person),
              ElementsAre("K. R. Solanki"));
  EXPECT_THAT(tagged("Prime Minister Anne-Lise Brandvold arrived.", Label::person),
              ElementsAre("Anne-Lise Brandvold"));
  EXPECT_THAT(tagged("Minister Khalid bin Rashid Al-Tamrani arrived.", Label::person),
              ElementsAre("Khalid bin Rashid Al-Tamrani"));
}

TEST(Tagger, FindsASurnameAloneOnceItHasBeenIntroduced) {
  EXPECT_THAT(tagged("President Ilse Torvund spoke first. Later Torvund left.", Label::person),
              ElementsAre("Ilse Torvund", "Torvund"));
}

TEST(Tagger, TellsAStateFromItsPeople) {
  const std::string text = "The Kenyan delegation left Ghana.";
  EXPECT_THAT(tagged(text, Label::nationality), ElementsAre("Kenyan"));
  EXPECT_THAT(tagged(text, Label::state), ElementsAre("Ghana"));
}

TEST(Tagger, SaysWhichStateIsMeant) {
  const TaggedText t("Ministers of Ghana met.");
  ASSERT_EQ(t.tags.all().size(), 1U);
  const auto& states = tests::BuiltTables::instance().catalogue.states();
  EXPECT_EQ(states[t.tags.all()[0].id].code, "GH");
}

TEST(Tagger, TakesATownForAPlace) {
  EXPECT_THAT(tagged("They met in Nairobi on Monday.", Label::place), ElementsAre("Nairobi"));
  EXPECT_THAT(tagged("They met in Karvolinsk on Monday.", Label::place), ElementsAre("Karvolinsk"));
}

TEST(Tagger, TakesAnUnknownBodyByTheNounThatHeadsIt) {
  EXPECT_THAT(tagged("In the evening a spokesman said that the Lake Zorin Basin Authority had been "
                     "informed.",
                     Label::body),
              ElementsAre("Lake Zorin Basin Authority"));
}

TEST(Tagger, DoesNotTakeTheFirstWordOfASentenceForAName) {
  EXPECT_THAT(tagged("Yesterday it rained. Everybody stayed inside.", Label::person), IsEmpty());
}

TEST(Tagger, GivesTheSecurityCouncilToNobodyWhereAnotherNameStandsBeforeIt) {
  const TaggedText t("The National Security Council sat.");
  for (const Tag& tag : t.tags.all()) EXPECT_EQ(tag.id, catalogue::npos);
}

TEST(Tagger, LeavesANameToTheTownThatBearsItMoreOften) {
  const TaggedText t(
      "The road to Karvolin was closed. Trains from Karvolin to Nairobi ran late. Karvolin lies on "
      "a "
      "lake. Farmers in Karvolin sell fish.");
  for (const Tag& tag : t.tags.all())
    EXPECT_NE(tag.label, Label::person) << t.doc.word(tag.tokens.begin);
}

TEST(Tagger, TakesTheCodeOfThePostOffATown) {
  EXPECT_THAT(tagged("The office moved to London E17 last year.", Label::place),
              ElementsAre("London"));
}

TEST(Tagger, TakesAnOceanForAPlaceAndNotForItsPeople) {
  EXPECT_THAT(tagged("The ships left for the Indian Ocean on Friday.", Label::place),
              ElementsAre("Indian Ocean"));
  EXPECT_THAT(tagged("The Indian ships left on Friday.", Label::nationality),
              ElementsAre("Indian"));
}

TEST(Tagger, EndsABodyBeforeTheDayOfTheWeek) {
  EXPECT_THAT(
      tagged("The Lake Zorin Basin Authority Monday said that it had been informed.", Label::body),
      ElementsAre("Lake Zorin Basin Authority"));
}

TEST(Tagger, FindsANameThatAnArticleInSmallLettersOpens) {
  EXPECT_THAT(tagged("Two members of al-Qaida were arrested in Nairobi on Monday.", Label::body),
              ElementsAre("al-Qaida"));
}

TEST(Tags, AnswerForEachOfTheirTokens) {
  const TaggedText t("Foreign Minister Orsolya Vadkerti of Ghana arrived in Nairobi.");
  ASSERT_THAT(t.tags.all(), Not(IsEmpty()));
  for (const Tag& tag : t.tags.all()) {
    EXPECT_EQ(t.tags.starting(tag.tokens.begin), &tag);
    for (std::uint32_t token = tag.tokens.begin; token < tag.tokens.end; ++token) {
      EXPECT_EQ(t.tags.covering(token), &tag);
    }
  }
  EXPECT_EQ(t.tags.covering(0), nullptr);
  EXPECT_EQ(t.tags.covering(t.doc.size()), nullptr);
}

}  // namespace
}  // namespace rapporteur::tagger
