// Who is named in which office, with the tables that the build made. All people are invented.
#include "rapporteur/names/cast.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tagged_text.h"

namespace rapporteur::names {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::SizeIs;
using tests::BuiltTables;
using tests::TaggedText;

// A text with its cast; both outlive the test's looks at them.
struct Read {
  TaggedText tagged;
  Cast cast;

  explicit Read(std::string text)
      : tagged(std::move(text)),
        cast(Caster(BuiltTables::instance().lexicon)
                 .cast({tagged.doc, tagged.matches, tagged.tags, BuiltTables::instance().catalogue,
                        BuiltTables::instance().lexicon})) {}
};

std::string code(const Named& state) {
  return state.id == catalogue::npos
             ? "-"
             : std::string(BuiltTables::instance().catalogue.states()[state.id].code);
}

// "Ana Lee, Foreign Minister, PE" for each person, in the order of the text.
std::vector<std::string> people(const std::string& text) {
  std::vector<std::string> out;
  const Read read(text);
  for (const Person& p : read.cast.people) {
    std::string line = p.name;
    for (const Office& office : p.offices) line += ", " + office.text;
    out.push_back(line + ", " + code(p.state));
  }
  return out;
}

TEST(Cast, GivesAPersonTheOfficeBeforeTheName) {
  EXPECT_THAT(people("Peruvian Foreign Minister Ximena Olarte arrived."),
              ElementsAre("Ximena Olarte, Foreign Minister, PE"));
}

TEST(Cast, GivesAPersonTheOfficeAfterTheName) {
  EXPECT_THAT(people("Ximena Olarte, Foreign Minister of Peru, arrived."),
              ElementsAre("Ximena Olarte, Foreign Minister, PE"));
}

TEST(Cast, FindsTheStateBetweenOfficeAndName) {
  EXPECT_THAT(people("Prime Minister of Ghana Kwesi Ampontuah arrived."),
              ElementsAre("Kwesi Ampontuah, Prime Minister, GH"));
}

TEST(Cast, KeepsDeputiesAndFormerHoldersApartFromTheOffice) {
  EXPECT_THAT(people("Deputy Foreign Minister of Ghana Kwesi Ampontuah arrived."),
              ElementsAre("Kwesi Ampontuah, Deputy Foreign Minister, GH"));
}

TEST(Cast, LeavesHonorificsOutOfTheName) {
  EXPECT_THAT(people("His Excellency Dr. Kwesi Ampontuah, Foreign Minister of Ghana, arrived."),
              ElementsAre("Kwesi Ampontuah, Foreign Minister, GH"));
}

TEST(Cast, LeadsALaterSurnameBackToThePerson) {
  const Read read("Foreign Minister of Peru Ximena Olarte arrived. Olarte spoke to nobody.");
  ASSERT_THAT(read.cast.people, SizeIs(1));
  ASSERT_THAT(read.cast.mentions, SizeIs(2));
  EXPECT_EQ(read.cast.mentions[0].person, 0U);
  EXPECT_EQ(read.cast.mentions[1].person, 0U);
}

// Whether a report's "ministers" is worded as one "minister" is left open here.
TEST(Cast, SharesAPluralOfficeAmongThoseWhoFollow) {
  EXPECT_THAT(
      people("In the evening the foreign ministers Adwoa Mensima of Ghana and Peter Lawsonne of "
             "Togo spoke to reporters."),
      ElementsAre(MatchesRegex("Adwoa Mensima, foreign ministers?, GH"),
                  MatchesRegex("Peter Lawsonne, foreign ministers?, TG")));
}

TEST(Cast, KnowsAnOfficeWithoutAName) {
  const Read read("The Foreign Minister of Peru arrived.");
  EXPECT_THAT(read.cast.people, IsEmpty());
  ASSERT_THAT(read.cast.offices, SizeIs(1));
  EXPECT_EQ(read.cast.offices[0].text, "Foreign Minister");
  EXPECT_EQ(code(read.cast.offices[0].state), "PE");
  EXPECT_TRUE(read.cast.offices[0].definite);
  ASSERT_THAT(read.cast.mentions, SizeIs(1));
  EXPECT_EQ(read.cast.mentions[0].kind, MentionKind::office);
}

TEST(Offices, TakeAnOfficeInsideTheWordingOfAnotherForItsPart) {
  const Read read("Secretary of the Security Council under the President of Tajikistan spoke.");
  ASSERT_THAT(read.cast.offices, SizeIs(1));
  EXPECT_EQ(read.cast.offices[0].text, "Secretary of the Security Council under the President");
  EXPECT_EQ(code(read.cast.offices[0].state), "TJ");
}

TEST(Cast, AnswersForTheTokensOfItsMentions) {
  const Read read("President of Peru Ximena Olarte met the leaders.");
  for (const Mention& m : read.cast.mentions) {
    EXPECT_EQ(read.cast.starting(m.tokens.begin), &m);
    EXPECT_EQ(read.cast.covering(m.tokens.end - 1), &m);
    EXPECT_EQ(read.cast.ending(m.tokens.end), &m);
  }
  EXPECT_EQ(read.cast.covering(read.tagged.doc.size()), nullptr);
}

}  // namespace
}  // namespace rapporteur::names
