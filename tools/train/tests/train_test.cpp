// The trainer on corpora of a few sentences.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <unordered_set>
#include <vector>

#include "built_tables.h"
#include "corpora.h"
#include "crf.h"
#include "examples.h"
#include "vary.h"
#include "word_classes.h"

namespace rapporteur::train {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;
using tests::BuiltTables;

class Training : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() / ("rapporteur-train-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string put(const std::string& name, const std::string& content) {
    const auto path = folder_ / name;
    std::ofstream(path) << content;
    return path.string();
  }
  Corpus corpus(const std::string& tokens, Source source) {
    source.file = "corpus.tsv";
    put(source.file, tokens);
    return read_corpus(source, folder_.string(), "").value();
  }
  static tagger::FeatureSources sources() {
    static const std::unordered_set<std::string_view> kNoWords;
    return {BuiltTables::instance().catalogue, BuiltTables::instance().lexicon, kNoWords};
  }

  std::filesystem::path folder_;
};

Source of_people() {
  Source source;
  source.labels[static_cast<std::size_t>(Entity::person)] = true;
  return source;
}

// "Zorvan spoke." and the like, many times over.
std::string tokens_of(int sentences) {
  const std::string names[] = {"Zorvan", "Meklit", "Hrubov", "Tamsin", "Okwudi"};
  std::string out;
  for (int i = 0; i < sentences; ++i) {
    out += names[i % 5] + "\tB-PER\nspoke\tO\nin\tO\nParis\tO\n.\tO\n\n";
  }
  return out;
}

TEST_F(Training, SetsTokensAsInPrint) {
  const Corpus c = corpus("He\tO\n(\tO\nZorvan\tB-PER\n)\tO\n,\tO\nleft\tO\n.\tO\n", of_people());
  ASSERT_THAT(c.train, SizeIs(1));
  EXPECT_THAT(c.train[0].text, HasSubstr("He (Zorvan), left."));
  ASSERT_THAT(c.train[0].names, SizeIs(1));
  const GoldName& name = c.train[0].names[0];
  EXPECT_EQ(c.train[0].text.substr(name.begin, name.end - name.begin), "Zorvan");
}

TEST_F(Training, KeepsEveryTenthSentenceForMeasuring) {
  Source source = of_people();
  source.part = Source::Part::split;
  const Corpus c = corpus(tokens_of(20), source);
  std::size_t measured = 0;
  for (const GoldText& text : c.test) measured += text.names.size();
  EXPECT_EQ(measured, 2U);
}

TEST_F(Training, LeavesOpenWhatACorpusDoesNotMark) {
  const Corpus c = corpus(tokens_of(1), of_people());
  const text::Document doc(c.train[0].text);
  lexicon::Matches matches;
  const auto from = sources();
  from.lexicon->match(doc, matches);
  const auto allowed = allowed_labels(c.train[0], c.source, doc, matches, from);
  EXPECT_EQ(allowed[0], 1U << tagger::label_of(Entity::person, tagger::Part::only));
  // "Paris" may be a place or a body, but no person, whom the corpus would have marked.
  EXPECT_NE(allowed[3] & 1U << tagger::label_of(Entity::place, tagger::Part::only), 0U);
  EXPECT_EQ(allowed[3] & 1U << tagger::label_of(Entity::person, tagger::Part::only), 0U);
}

TEST_F(Training, LearnsAndIsTheSameFromTheSameSeed) {
  const auto from = sources();
  const auto train = [&] {
    ExampleBuilder builder(from, {});
    const Corpus c = corpus(tokens_of(60), of_people());
    for (const GoldText& text : c.train) builder.add(text, c.source);
    const TrainingSet set = builder.take(2);
    static std::vector<double> losses;
    losses.clear();
    const Weights weights = train_crf(set, {}, [](int, double loss) { losses.push_back(loss); });
    EXPECT_LT(losses.back(), losses.front() / 2);
    return weights;
  };
  const Weights first = train(), second = train();
  EXPECT_EQ(first.features, second.features);
  EXPECT_EQ(first.transitions, second.transitions);
}

TEST_F(Training, RenamesPeopleTheSameWayThroughoutAText) {
  const auto names =
      load_names(BuiltTables::instance().pack, BuiltTables::instance().catalogue).value();
  const Corpus c = corpus(tokens_of(10), of_people());
  const GoldText varied = vary_names(c.train[0], names, 1.0, 7);
  ASSERT_THAT(varied.names, SizeIs(10));
  const auto words = [&](std::size_t i) {
    return varied.text.substr(varied.names[i].begin, varied.names[i].end - varied.names[i].begin);
  };
  EXPECT_EQ(words(0), words(5));
  EXPECT_NE(words(0), "Zorvan");
  EXPECT_EQ(vary_names(c.train[0], names, 1.0, 7).text, varied.text);
  EXPECT_EQ(vary_names(c.train[0], names, 0.0, 7).text, c.train[0].text);
}

TEST_F(Training, PutsWordsOfLikeCompanyIntoOneClass) {
  std::vector<std::vector<std::uint32_t>> sentences;
  for (std::uint32_t i = 0; i < 200; ++i) {
    sentences.push_back({1, 10 + i % 3, 2, 20 + i % 3});  // 10..12 and 20..22 take turns
  }
  ClassOptions options;
  options.classes = 4;
  const auto classes = find_word_classes(sentences, options);
  const tagger::WordClasses of(classes);
  EXPECT_EQ(of.of(10), of.of(11));
  EXPECT_EQ(of.of(20), of.of(22));
  EXPECT_NE(of.of(10), of.of(20));
}

TEST_F(Training, JoinsClassesByMeaningToThoseByExchange) {
  const auto by_meaning =
      read_word_classes(put("classes.tsv", "coarse\twords\n7\tmango papaya\n3\tof\n"));
  ASSERT_TRUE(by_meaning);
  std::vector<tagger::WordClasses::Entry> by_exchange = {{tagger::word_hash("of"), {0, 0, 9}}};
  const auto joined = join_word_classes(by_exchange, *by_meaning);
  const tagger::WordClasses of(joined);
  EXPECT_EQ(of.of(tagger::word_hash("papaya")), (tagger::WordClass{1, 7, 0}));
  EXPECT_EQ(of.of(tagger::word_hash("of")), (tagger::WordClass{2, 3, 9}));
  EXPECT_EQ(of.of(tagger::word_hash("mangrove")), tagger::WordClass{});
  const auto bad = read_word_classes(put("classes.tsv", "coarse\twords\n7\tmango\n300\tof\n"));
  ASSERT_FALSE(bad);
  EXPECT_THAT(bad.error().where, HasSubstr("classes.tsv:3"));
}

TEST_F(Training, NamesTheLineOfABadCorpusOrTable) {
  Source source = of_people();
  source.file = "bad.tsv";
  put(source.file, "He\tO\nleft\n");
  const auto corpus = read_corpus(source, folder_.string(), "");
  ASSERT_FALSE(corpus);
  EXPECT_THAT(corpus.error().where, HasSubstr("bad.tsv:2"));
  const auto sources = read_sources(
      put("sources.tsv", "file\tlabels\tloose\tmasked\tpart\tcopies\nx\tPERS\t\t\ttrain\t1\n"));
  ASSERT_FALSE(sources);
  EXPECT_THAT(sources.error().where, HasSubstr("sources.tsv:2"));
}

}  // namespace
}  // namespace rapporteur::train
