// The model of contents as it is built, and what it sees of a text.
#include "rapporteur/tagger/content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "built_tables.h"
#include "content_features.h"

namespace rapporteur::tagger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using tests::BuiltTables;

std::vector<std::string> found(const std::string& text, ContentKind kind) {
  const Result<ContentTagger> tagger = ContentTagger::load(BuiltTables::instance().pack);
  EXPECT_TRUE(tagger) << tagger.error().message;
  const text::Document doc(text);
  std::vector<std::string> words;
  for (const Content& content : tagger->find(doc)) {
    if (content.kind == kind) words.emplace_back(doc.slice(doc.span(content.tokens)));
  }
  return words;
}

TEST(Content, MarksSubjectsThatNoVerbOfTalkingNames) {
  const std::string text =
      "The ministers met in Nairobi on Tuesday.\n\n"
      "Much of the hour went to the sugar quota and to the ferry line.";
  EXPECT_THAT(found(text, ContentKind::agenda), ElementsAre("sugar quota", "ferry line"));
}

TEST(Content, FindsNothingInAnEmptyText) { EXPECT_THAT(found("", ContentKind::agenda), IsEmpty()); }

TEST(Content, LooksAtRunningTextOnly) {
  text::Sentence sentence;
  sentence.role = text::LineRole::headline;
  EXPECT_FALSE(may_hold_content(sentence));
  sentence.role = text::LineRole::item;
  EXPECT_TRUE(may_hold_content(sentence));
}

TEST(ContentFeatures, SeeTheWordsBeforeAndBehind) {
  const text::Document a("They discussed trade."), b("They praised trade.");
  const WordClasses classes;
  const ContentFeatures of_a(classes, a), of_b(classes, b);
  std::vector<Feature> left, right;
  std::vector<FeatureGroup> groups;
  of_a.of(2, left, &groups);
  of_b.of(2, right, nullptr);
  EXPECT_NE(left, right);
  EXPECT_THAT(groups, SizeIs(left.size()));
  of_a.of(0, left, nullptr);
  of_b.of(0, right, nullptr);
  EXPECT_NE(left, right);
}

}  // namespace
}  // namespace rapporteur::tagger
