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

using ::testing::Contains;
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
  EXPECT_THAT(found(text, ContentKind::agenda), Contains("ferry line"));
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
  const text::TokenRange sentence{0, a.size()};
  of_a.of(2, sentence, left, groups);
  of_b.of(2, sentence, right, groups);
  EXPECT_NE(left, right);
  EXPECT_THAT(groups, SizeIs(right.size()));
  of_a.of(0, sentence, left, groups);
  of_b.of(0, sentence, right, groups);
  EXPECT_NE(left, right);
}

TEST(ContentFeatures, AreSharedOnlyWithinTheirSentence) {
  const text::Document doc("They discussed trade with the envoys of four neighbours. They left.");
  const WordClasses classes;
  const ContentFeatures features(classes, doc);
  for (const text::Sentence& sentence : doc.sentences()) {
    std::vector<SharedFeature> shared;
    features.add_shared(sentence.tokens, shared);
    EXPECT_FALSE(shared.empty());
    for (const SharedFeature& each : shared) {
      EXPECT_LT(each.tokens.begin, each.tokens.end);
      EXPECT_GE(each.tokens.begin, sentence.tokens.begin);
      EXPECT_LE(each.tokens.end, sentence.tokens.end);
    }
  }
}

}  // namespace
}  // namespace rapporteur::tagger
