// The sequence model: its labels, its file, and what it decides.
#include "model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "sequence.h"
#include "tagged_text.h"

namespace rapporteur::tagger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using tests::TaggedText;

using Transitions = std::array<float, kLabels * kLabels>;

// A name costs a little, so that words of which nothing is known are none.
constexpr Transitions names_cost() {
  Transitions transitions{};
  for (std::size_t i = 0; i < transitions.size(); ++i) {
    transitions[i] = i % kLabels == kOutside ? 0.0F : -0.5F;
  }
  return transitions;
}
constexpr Transitions kNamesCost = names_cost();

// A model that takes every word with one of `features` for a person of one word.
std::string model_of(const std::vector<Feature>& features, std::uint32_t log2_slots = 8) {
  std::vector<TrainedFeature> trained;
  for (const Feature feature : features) {
    TrainedFeature t;
    t.feature = feature;
    t.count = 10;
    t.weights[label_of(Entity::person, Part::only)] = 2;
    trained.push_back(t);
  }
  return encode_model(trained, kNamesCost, {}, log2_slots, kFeatureVersion);
}

Result<Model> open(std::string_view bytes) { return Model::open(bytes, "tagger", kFeatureVersion); }

FeatureSources sources() {
  static const std::unordered_set<std::string_view> kNoWords;
  const auto& tables = tests::BuiltTables::instance();
  return FeatureSources(tables.catalogue, tables.lexicon, kNoWords);
}

TEST(Sequence, LetsANameGoOnOnlyWithItsOwnKind) {
  const SequenceLabel begins = label_of(Entity::body, Part::begin);
  EXPECT_TRUE(may_follow(begins, label_of(Entity::body, Part::last)));
  EXPECT_FALSE(may_follow(begins, label_of(Entity::person, Part::last)));
  EXPECT_FALSE(may_follow(begins, kOutside));
  EXPECT_TRUE(may_follow(kOutside, begins));
  EXPECT_FALSE(may_follow(kOutside, label_of(Entity::body, Part::inside)));
}

TEST(Model, FindsTheWordsWhoseFeaturesItKnows) {
  const TaggedText t("Yesterday Ilse spoke.");
  const FeatureSources from = sources();
  const Features features(from, t.doc, t.matches);
  std::vector<Feature> of_name;
  features.add_own(1, of_name, nullptr);
  const std::string bytes = model_of({of_name.front()});
  const Result<Model> model = open(bytes);
  ASSERT_TRUE(model) << model.error().message;
  std::vector<Labelled> names;
  model->decode(features, {0, t.doc.size()}, names);
  EXPECT_THAT(names, ElementsAre(Labelled{{1, 2}, static_cast<Kind>(Entity::person)}));
}

TEST(Model, LooksForNoNameWhereNoCapitalStands) {
  const TaggedText t("it rained all day");
  const FeatureSources from = sources();
  const Features features(from, t.doc, t.matches);
  EXPECT_FALSE(features.may_count(1));
  std::vector<Feature> of_word;
  features.add_own(1, of_word, nullptr);
  const std::string bytes = model_of(of_word);
  const Result<Model> model = open(bytes);
  ASSERT_TRUE(model);
  std::vector<Labelled> names;
  model->decode(features, {0, t.doc.size()}, names);
  EXPECT_THAT(names, IsEmpty());
}

TEST(Model, IsRefusedWhenCutOrMadeForOtherFeatures) {
  const std::string bytes = model_of({1, 2, 3});
  for (const std::size_t size : {std::size_t{0}, std::size_t{20}, bytes.size() - 1}) {
    const Result<Model> model = open(bytes.substr(0, size));
    ASSERT_FALSE(model) << size;
    EXPECT_EQ(model.error().code, ErrorCode::damaged);
  }
  std::string other = bytes;
  other[8] = static_cast<char>(other[8] + 1);  // the version of the features
  const Result<Model> model = open(other);
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::unsupported);
}

TEST(Model, KeepsTheFeaturesThatAreWorthMostWhenRoomIsShort) {
  std::vector<TrainedFeature> trained(1000);
  for (std::uint32_t i = 0; i < trained.size(); ++i) {
    trained[i].feature = i * 2654435761U;
    trained[i].count = 5;
    trained[i].weights[0] = static_cast<float>(i);
  }
  const std::string small = encode_model(trained, kNamesCost, {}, 6, kFeatureVersion);
  const std::string large = encode_model(trained, kNamesCost, {}, 12, kFeatureVersion);
  EXPECT_LT(small.size() * 10, large.size());
  EXPECT_TRUE(open(small));
  EXPECT_EQ(encode_model(trained, kNamesCost, {}, 12, kFeatureVersion), large);
}

TEST(Sums, KeepEachLabelApartAndTakeOffWhatWasAdded) {
  Weights::Row row, other;
  for (std::size_t label = 0; label < kNamed; ++label) {
    row[label] = static_cast<std::int8_t>(10 * static_cast<int>(label) - 127);
    other[label] = static_cast<std::int8_t>(label % 3 == 0 ? -128 : 127);
  }
  Sums sums;
  sums.add(other);
  sums.add(row);
  sums.take(other);
  sums.add(sums);
  for (std::size_t label = 0; label < kNamed; ++label) EXPECT_EQ(sums.of(label), 2 * row[label]);
}

TEST(Features, AreTheSameForTheSameText) {
  const TaggedText a("Foreign Minister Orsolya Vadkerti arrived in Nairobi.");
  const TaggedText b("Foreign Minister Orsolya Vadkerti arrived in Nairobi.");
  const FeatureSources from = sources();
  const Features of_a(from, a.doc, a.matches), of_b(from, b.doc, b.matches);
  std::vector<Feature> left, right;
  std::vector<FeatureGroup> groups;
  for (std::uint32_t token = 0; token < a.doc.size(); ++token) {
    of_a.of(token, {0, a.doc.size()}, left, groups);
    of_b.of(token, {0, b.doc.size()}, right, groups);
    EXPECT_EQ(left, right);
    EXPECT_THAT(groups, SizeIs(left.size()));
  }
}

TEST(WordClasses, KnowTheWordsThatTheyWereMadeFrom) {
  const std::vector<WordClasses::Entry> sorted = {{10, {1, 1, 1}}, {20, {2, 1, 3}}};
  const WordClasses classes(sorted);
  EXPECT_EQ(classes.of(20), (WordClass{2, 1, 3}));
  EXPECT_EQ(classes.of(15), WordClass{});
}

}  // namespace
}  // namespace rapporteur::tagger
