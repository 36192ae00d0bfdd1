// What is found where, with the tables that the build made.
#include "rapporteur/lexicon/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "built_tables.h"

namespace rapporteur::lexicon {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

const tests::BuiltTables& tables() { return tests::BuiltTables::instance(); }

Matches matches_of(const text::Document& doc) {
  Matches out;
  tables().lexicon.match(doc, out);
  return out;
}

// The words that matches of `channel` cover, in order.
std::vector<std::string> found(const std::string& text, Channel channel) {
  const text::Document doc(text);
  std::vector<std::string> out;
  const Matches matches = matches_of(doc);
  for (const Match& m : matches.all()) {
    if (m.channel == channel) out.emplace_back(doc.slice(doc.span(m.tokens)));
  }
  return out;
}

// The words of the cue of `name` at the start of `text`, and what it stands for.
std::string cue_of(const std::string& text, std::string_view name) {
  const text::Document doc(text);
  const Matches matches = matches_of(doc);
  const Match* match = nullptr;
  const Cue* cue = tables().lexicon.cue_at(matches, 0, tables().lexicon.cue_class(name), &match);
  if (cue == nullptr) return "";
  return std::string(doc.slice(doc.span(match->tokens))) + ": " + std::string(cue->value);
}

TEST(Lexicon, FindsTheLongestNameThatStartsAtAWord) {
  EXPECT_THAT(found("Envoys of the Republic of the Congo and of Niger came.", Channel::state),
              Contains("Republic of the Congo"));
  EXPECT_THAT(found("The European Union wrote to the African Union.", Channel::body),
              ElementsAre("European Union", "African Union"));
}

TEST(Lexicon, TakesAnAcronymOnlyAsTheTableWritesIt) {
  EXPECT_THAT(found("The US replied.", Channel::state), ElementsAre("US"));
  EXPECT_THAT(found("They told us in Us.", Channel::state), IsEmpty());
}

TEST(Lexicon, TakesANameOnlyWithACapital) {
  EXPECT_THAT(found("Turkey answered.", Channel::state), ElementsAre("Turkey"));
  EXPECT_THAT(found("They ate turkey.", Channel::state), IsEmpty());
}

TEST(Lexicon, FindsNamesInCapitalLettersToo) {
  EXPECT_THAT(found("KENYA AND GHANA SIGN", Channel::state), ElementsAre("KENYA", "GHANA"));
}

TEST(Lexicon, ReadsHyphensBetweenWordsAsSpaces) {
  EXPECT_EQ(cue_of("in-person", "mode"), "in-person: in-person");
  EXPECT_EQ(cue_of("in person", "mode"), "in person: in-person");
}

TEST(Lexicon, GivesTheCueOfTheClassThatIsAskedFor) {
  EXPECT_EQ(cue_of("on the sidelines of the summit", "link"), "on the sidelines of: sidelines");
  EXPECT_EQ(cue_of("on the sidelines of the summit", "chair"), "");
  EXPECT_EQ(cue_of("chaired by Ghana", "chair"), "chaired by: after");
  EXPECT_EQ(cue_of("chaired the session", "chair"), "chaired: before");
}

TEST(Lexicon, MatchesNothingOfAClassThatNoTableHas) {
  EXPECT_EQ(cue_of("on the sidelines of the summit", "no such class"), "");
}

TEST(Lexicon, KeepsMatchesInTheOrderOfTheText) {
  const text::Document doc(
      "The President of Peru and the foreign ministers of Chile and Bolivia held talks in Lima.");
  const Matches matches = matches_of(doc);
  const auto begins_before = [](const Match& a, const Match& b) {
    return a.tokens.begin < b.tokens.begin;
  };
  EXPECT_THAT(matches.all(), Not(IsEmpty()));
  EXPECT_TRUE(std::is_sorted(matches.all().begin(), matches.all().end(), begins_before));
  for (const Match& m : matches.all()) {
    EXPECT_LT(m.tokens.begin, m.tokens.end);
    EXPECT_LE(m.tokens.end, doc.size());
    EXPECT_THAT(
        std::vector<Match>(matches.at(m.tokens.begin).begin(), matches.at(m.tokens.begin).end()),
        Contains(m));
  }
}

TEST(Lexicon, FindsNothingBehindTheDocument) {
  const text::Document doc("Talks with Peru");
  const Matches matches = matches_of(doc);
  for (const std::uint32_t token : {doc.size(), doc.size() + 1, doc.size() + 100}) {
    EXPECT_EQ(matches.at(token).begin(), matches.at(token).end());
    EXPECT_EQ(matches.find(token, Channel::state), nullptr);
  }
  EXPECT_EQ(Matches().find(0, Channel::state), nullptr);
}

TEST(Lexicon, ReplacesWhatItsOutputHeld) {
  Matches matches;
  tables().lexicon.match(text::Document("Talks between Peru and Chile."), matches);
  tables().lexicon.match(text::Document(""), matches);
  EXPECT_THAT(matches.all(), IsEmpty());
}

}  // namespace
}  // namespace rapporteur::lexicon
