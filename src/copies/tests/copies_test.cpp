#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "rapporteur/copies/comparison.h"
#include "rapporteur/copies/grouper.h"

namespace rapporteur::copies {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::vector<std::string> kStory = {
    "The 14th session of the Lake Commission opened in Port Azul on 3 May 2021 under grey skies.",
    "Foreign Minister Askar Zhaparov welcomed the delegations of Ruritania and Sylvania.",
    "He said that the level of the lake had fallen by 12 centimetres within a single year.",
    "Experts presented a plan that limits how much water towns and farms may take in summer.",
    "The plan costs 40 million and will be paid from a fund that all members fill together.",
    "Ruritania wanted to begin at once, while Sylvania asked for another study of the shores.",
    "After a long evening the ministers agreed to begin with the two rivers in the north.",
    "They also decided to open a small office for measurements in the old customs house.",
    "The next session will take place in Sylvania, where Petra Nowak is to take the chair."};

std::string joined(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& s : sentences) out += s + '\n';
  return out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

bool copies(const std::string& a, const std::string& b) {
  return are_copies(compare(fingerprint_of(a), fingerprint_of(b)));
}

Piece piece(std::string origin, std::string published, const std::string& text) {
  return {origin, origin, std::move(published), fingerprint_of(text)};
}

std::vector<Group> groups_of(const std::vector<Piece>& pieces) {
  Grouper grouper;
  for (const Piece& p : pieces) grouper.add(p);
  return grouper.groups();
}

// ---- fingerprints

TEST(Fingerprint, LeavesCaseAndPunctuationAside) {
  const Fingerprint a = fingerprint_of("The \u201cLake\u201d talks \u2014 O\u2019Neil's plan");
  EXPECT_EQ(a.words, fingerprint_of("the lake TALKS, o'neils plan").words);
  EXPECT_EQ(a.digest, fingerprint_of("the lake TALKS, o'neils plan").digest);
}

TEST(Fingerprint, KnowsFiguresYearsAndNames) {
  const std::vector<Word> words = fingerprint_of("on 12 May 2021, 13th").words;
  ASSERT_THAT(words, SizeIs(5));
  EXPECT_EQ(words[0].traits & ~Word::kLetters, 0U);
  EXPECT_EQ(words[1].traits & ~Word::kLetters, Word::kNumeral);
  EXPECT_EQ(words[2].traits & ~Word::kLetters, Word::kCapital);
  EXPECT_EQ(words[3].traits & ~Word::kLetters, Word::kNumeral | Word::kYear);
  EXPECT_EQ(words[4].traits & ~Word::kLetters, Word::kNumeral);
}

TEST(Fingerprint, TakesCharactersOfScriptsWithoutSpacesForWords) {
  EXPECT_THAT(fingerprint_of("上海合作组织").words, SizeIs(6));
  EXPECT_THAT(fingerprint_of("Шанхайская организация").words, SizeIs(2));
  EXPECT_EQ(fingerprint_of("ШАНХАЙ").words, fingerprint_of("Шанхай").words);
}

TEST(Fingerprint, TakesAnyBytes) {
  std::mt19937 random(7);
  for (int i = 0; i < 200; ++i) {
    std::string bytes(random() % 300, ' ');
    for (char& c : bytes) c = static_cast<char>(random());
    const Fingerprint f = fingerprint_of(bytes);
    EXPECT_EQ(f.words, fingerprint_of(bytes).words);
    EXPECT_LE(f.words.size(), bytes.size());
  }
  EXPECT_FALSE(fingerprint_of("").has_sketch());
}

// ---- comparisons: what customers of agencies do

TEST(Copies, KeepTheirWordsUnderAnotherHeadlineBylineAndDateline) {
  std::vector<std::string> story = kStory;
  story.front() = "PORT AZUL, 4 May (LPA) - " + story.front();
  EXPECT_TRUE(copies(joined(kStory), "Lake talks end well\nBy Jo Doe\n" + joined(story)));
}

TEST(Copies, MayLoseTheirEnding) {
  const std::vector<std::string> half(kStory.begin(), kStory.begin() + 4);
  EXPECT_TRUE(copies(joined(kStory), joined(half)));
}

TEST(Copies, MaySpellNamesInAnotherWay) {
  const std::string other =
      replaced(replaced(joined(kStory), "Zhaparov", "Japarov"), "Nowak", "Novak");
  const Comparison c = compare(fingerprint_of(joined(kStory)), fingerprint_of(other));
  EXPECT_EQ(c.other_names, 0U);
  EXPECT_TRUE(are_copies(c));
}

TEST(Copies, MayGainAParagraphAndLinesOfThePage) {
  std::vector<std::string> story = kStory;
  story.insert(story.begin() + 4,
               "Our town has waited for such a plan since 2009, say its anglers.");
  EXPECT_TRUE(
      copies(joined(kStory), "Share this\nRead also\n" + joined(story) + "Back to the top\n"));
}

TEST(Copies, MayHaveOneFigureCorrected) {
  EXPECT_TRUE(copies(joined(kStory), replaced(joined(kStory), "12 centimetres", "13 centimetres")));
}

// ---- comparisons: lookalikes

TEST(Copies, AreNotReportsOfAnotherSessionInTheSameWords) {
  std::string next = replaced(joined(kStory), "14th", "15th");
  next = replaced(next, "3 May 2021", "9 June 2022");
  const Comparison c = compare(fingerprint_of(joined(kStory)), fingerprint_of(next));
  EXPECT_GT(c.containment, 0.9);
  EXPECT_FALSE(are_copies(c));
}

TEST(Copies, AreNotReportsInTheSameWordsOnOtherPeopleAndStates) {
  std::string other = replaced(joined(kStory), "Askar Zhaparov", "Ingrid Holm");
  other = replaced(other, "Sylvania", "Borduria");
  other = replaced(other, "Petra Nowak", "Luis Cruz");
  other = replaced(other, "Lake Commission", "Danube Forum");
  EXPECT_FALSE(copies(joined(kStory), other));
}

TEST(Copies, AreNotTwoReportsOfOneMeeting) {
  const std::string rival =
      "Ministers around the lake have settled a quarrel over water. In Port Azul, at the 14th "
      "session of the Lake Commission on 3 May 2021, they put the northern rivers first. After a "
      "long evening the ministers agreed to begin with the two rivers in the north. Mr Zhaparov, "
      "who was host, spoke of a good day for fish and farmers alike, and put the bill at 40 "
      "million. Ms Nowak leads the commission from next year on.";
  EXPECT_FALSE(copies(joined(kStory), rival));
}

TEST(Copies, AreNotShortTextsThatDiffer) {
  EXPECT_FALSE(copies("The ministers met in Lima today.", "The ministers met in Lima yesterday."));
}

TEST(Comparison, IsTheSameInBothDirections) {
  const std::string changed = replaced(joined(kStory), "the ministers", "all of the ministers");
  const Fingerprint a = fingerprint_of(joined(kStory));
  const Fingerprint b = fingerprint_of(changed + joined(kStory));
  EXPECT_EQ(compare(a, b), compare(b, a));
}

// ---- groups

TEST(Grouper, NamesTheEarliestAndTheMostComplete) {
  const std::vector<std::string> half(kStory.begin(), kStory.begin() + 5);
  const std::vector<Group> groups =
      groups_of({piece("late.txt", "2021-05-05", joined(kStory)),
                 piece("cut.txt", "2021-05-04", joined(half)),
                 piece("coarse.txt", "2021", "Lake talks end\n" + joined(kStory)),
                 piece("other.txt", "2021-05-01", "Nothing happened in the town all day long.")});
  ASSERT_THAT(groups, SizeIs(1));
  const Group& g = groups[0];
  ASSERT_THAT(g.members, SizeIs(3));
  EXPECT_EQ(g.members[g.earliest].id, "cut.txt");
  EXPECT_EQ(g.members[g.most_complete].id, "coarse.txt");
  EXPECT_DOUBLE_EQ(g.members[1].similarity, 1);
}

TEST(Grouper, JoinsEqualTextsHoweverShort) {
  const std::vector<Group> groups =
      groups_of({piece("a", "", "No news."), piece("b", "", "NO NEWS"), piece("c", "", "")});
  ASSERT_THAT(groups, SizeIs(1));
  EXPECT_THAT(groups[0].members, SizeIs(2));
  EXPECT_TRUE(groups[0].members[0].exact && groups[0].members[1].exact);
  EXPECT_THAT(groups_of({piece("c", "", ""), piece("d", "", "")}), IsEmpty());
}

// Copies of several stories, each edited in its own way.
std::vector<Piece> edited_pieces() {
  std::vector<Piece> out;
  std::mt19937 random(11);
  for (int story = 0; story < 12; ++story) {
    for (int copy = 0; copy < 6; ++copy) {
      std::vector<std::string> sentences = kStory;
      sentences.resize(4 + random() % 6);
      std::string text = replaced(joined(sentences), "2021", std::to_string(2001 + story));
      text = replaced(text, "14th", std::to_string(11 + story) + "th");
      text = replaced(text, "40 million", std::to_string(30 + story) + " million");
      if (copy % 2 == 1) text = "Headline " + std::to_string(random() % 99) + '\n' + text;
      out.push_back(piece("s" + std::to_string(story) + "-" + std::to_string(copy),
                          "2021-05-0" + std::to_string(1 + random() % 9), text));
    }
  }
  return out;
}

TEST(Grouper, GivesTheSameGroupsInAnyOrder) {
  std::vector<Piece> pieces = edited_pieces();
  const std::vector<Group> expected = groups_of(pieces);
  EXPECT_THAT(expected, SizeIs(12));
  std::mt19937 random(5);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(pieces.begin(), pieces.end(), random);
    EXPECT_EQ(groups_of(pieces), expected);
  }
}

// More texts in one band than are compared with one another.
TEST(Grouper, GivesTheSameGroupsOfAFormLetterInAnyOrder) {
  std::vector<Piece> pieces;
  for (int i = 0; i < 300; ++i) {
    const std::string year = std::to_string(1900 + i % 150);
    std::string text = replaced(joined(kStory), "2021", year);
    text = replaced(text, "14th", std::to_string(20 + i % 150) + "th");
    pieces.push_back(piece("n" + std::to_string(i), "2021-05-01", text));
  }
  const std::vector<Group> expected = groups_of(pieces);
  EXPECT_THAT(expected, SizeIs(150));
  std::mt19937 random(3);
  for (int i = 0; i < 4; ++i) {
    std::shuffle(pieces.begin(), pieces.end(), random);
    EXPECT_EQ(groups_of(pieces), expected);
  }
}

TEST(Grouper, DoesNotMindHowOftenAReportComes) {
  std::vector<Piece> pieces = edited_pieces();
  const std::vector<Group> once = groups_of(pieces);
  pieces.push_back(pieces.front());
  const std::vector<Group> twice = groups_of(pieces);
  EXPECT_THAT(twice, SizeIs(once.size()));
}

}  // namespace
}  // namespace rapporteur::copies
