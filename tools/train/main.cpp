// rapporteur-train: trains the tagger's model. No reader links it.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <string>
#include <unordered_set>
#include <vector>

#include "corpora.h"
#include "crf.h"
#include "encode.h"
#include "examples.h"
#include "measure.h"
#include "model.h"
#include "rapporteur/base/file.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/lexicon/lexicon.h"
#include "vary.h"
#include "word_classes.h"

namespace {

using namespace rapporteur;         // NOLINT: a program
using namespace rapporteur::train;  // NOLINT

struct Options {
  std::string pack, corpora, reports, sources, output;
  std::string word_classes;
  std::string model;  // measured instead of trained
  std::vector<std::string> without;
  std::uint32_t log2_slots = 19;
  std::uint32_t least = 3;
  double vary = 0.2;  // share of names that are replaced
  ClassOptions classes;
  TrainingOptions training;
};

int fail(const Error& error) {
  std::fprintf(stderr, "rapporteur-train: %s: %s\n", error.where.c_str(), error.message.c_str());
  return 1;
}

const char* const kEntityNames[] = {"person", "body", "place", "nationality"};
const char* const kGroupNames[] = {"words", "affixes", "shapes", "gazetteers", "classes", "runs"};

LeftOut left_out(const std::vector<std::string>& without) {
  LeftOut result;
  for (const std::string& name : without) {
    for (std::size_t i = 0; i < std::size(kGroupNames); ++i) {
      if (name == kGroupNames[i]) result.groups[i] = true;
    }
  }
  return result;
}

void print_score(const std::string& file, const char* what, const Score& score) {
  std::printf("%s\t%s\t%.3f\t%.3f\t%.3f\t%u\n", file.c_str(), what, score.precision(),
              score.recall(), score.f1(), score.gold);
}

void print_scores(const std::vector<Corpus>& corpora, const tagger::FeatureSources& sources,
                  const tagger::Model& model) {
  std::printf("file\tkind\tprecision\trecall\tf1\tgold\n");
  for (const Corpus& corpus : corpora) {
    if (corpus.test.empty()) continue;
    const Scores scores = measure(corpus.test, corpus.source, sources, model);
    for (std::size_t e = 0; e < tagger::kEntities; ++e) {
      if (corpus.source.labels[e] && !corpus.source.masked[e]) {
        print_score(corpus.source.file, kEntityNames[e], scores.of[e]);
      }
    }
    print_score(corpus.source.file, "all", scores.all());
  }
}

std::vector<std::vector<std::uint32_t>> words_of(const std::vector<Corpus>& corpora) {
  std::vector<std::vector<std::uint32_t>> sentences;
  for (const Corpus& corpus : corpora) {
    for (const GoldText& text : corpus.train) {
      const text::Document doc(text.text);
      for (const text::Sentence& s : doc.sentences()) {
        std::vector<std::uint32_t>& words = sentences.emplace_back();
        for (std::uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
          words.push_back(tagger::word_hash(doc.lower(t)));
        }
      }
    }
  }
  return sentences;
}

std::string train_model(const Options& options, const std::vector<Corpus>& corpora,
                        const NameStock& names,
                        const std::vector<tagger::WordClasses::Entry>& by_meaning,
                        tagger::FeatureSources& sources) {
  std::vector<tagger::WordClasses::Entry> classes;
  const LeftOut out = left_out(options.without);
  if (!out.groups[static_cast<std::size_t>(tagger::FeatureGroup::word_class)]) {
    classes = join_word_classes(find_word_classes(words_of(corpora), options.classes), by_meaning);
    std::fprintf(stderr, "word classes: %zu words\n", classes.size());
  }
  sources.classes = tagger::WordClasses(classes);
  ExampleBuilder builder(sources, out);
  for (const Corpus& corpus : corpora) {
    for (std::uint32_t copy = 0; copy < corpus.source.copies; ++copy) {
      for (const GoldText& text : corpus.train) {
        const std::uint64_t seed = options.training.seed + copy;
        builder.add(vary_names(text, names, options.vary, seed), corpus.source);
      }
    }
  }
  const TrainingSet set = builder.take(options.least);
  std::fprintf(stderr, "%zu sentences, %zu tokens, %zu features\n", set.sentences.size() - 1,
               set.allowed.size(), set.table.size());
  const Weights weights = train_crf(set, options.training, [](int epoch, double loss) {
    std::fprintf(stderr, "epoch %d: loss %.5f\n", epoch, loss);
  });
  return encode(set, weights, classes, options.log2_slots, tagger::kFeatureVersion);
}

int run(const Options& options) {
  const Result<Pack> pack = Pack::open(options.pack);
  if (!pack) return fail(pack.error());
  const auto catalogue = catalogue::Catalogue::load(*pack);
  if (!catalogue) return fail(catalogue.error());
  const auto lexicon = lexicon::Lexicon::load(*pack, *catalogue);
  if (!lexicon) return fail(lexicon.error());
  const auto common = tagger::load_common_words(*pack);
  if (!common) return fail(common.error());
  tagger::FeatureSources sources(*catalogue, *lexicon, *common);

  const auto table = read_sources(options.sources);
  if (!table) return fail(table.error());
  std::vector<Corpus> corpora;
  for (const Source& source : *table) {
    const bool own = source.file == "reports";
    if (own && std::count(options.without.begin(), options.without.end(), "reports") > 0) {
      corpora.push_back({source, {}, {}});
      continue;
    }
    Result<Corpus> corpus = read_corpus(source, options.corpora, options.reports);
    if (!corpus) return fail(corpus.error());
    corpora.push_back(std::move(*corpus));
  }
  const auto names = load_names(*pack, *catalogue);
  if (!names) return fail(names.error());
  const auto by_meaning = read_word_classes(options.word_classes);
  if (!by_meaning) return fail(by_meaning.error());
  std::string bytes;
  if (options.model.empty()) {
    bytes = train_model(options, corpora, *names, *by_meaning, sources);
    if (const auto written = write_file(options.output, bytes); !written) {
      return fail(written.error());
    }
  } else {
    Result<std::string> read = read_file(options.model);
    if (!read) return fail(read.error());
    bytes = std::move(*read);
  }
  const Result<tagger::Model> model = tagger::Model::open(bytes, "tagger", tagger::kFeatureVersion);
  if (!model) return fail(model.error());
  sources.classes = model->classes();
  print_scores(corpora, sources, *model);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Trains the tagger's model and prints its scores on what training left out.");
  app.add_option("--pack", options.pack, "the data pack with all tables")->required();
  app.add_option("--corpora", options.corpora, "folder of the open corpora")->required();
  app.add_option("--reports", options.reports, "folder of the marked reports")->required();
  app.add_option("--sources", options.sources, "table of sources")->required();
  app.add_option("--word-classes", options.word_classes, "table of classes by meaning")->required();
  auto* output = app.add_option("--output", options.output, "the model to write");
  app.add_option("--measure", options.model, "print the scores of this model instead")
      ->excludes(output);
  app.add_option("--without", options.without,
                 "leave out words, affixes, shapes, gazetteers, classes, runs or reports");
  app.add_option("--epochs", options.training.epochs);
  app.add_option("--trainings", options.training.trainings, "how many the mean is taken of")
      ->check(CLI::Range(1, 16));
  app.add_option("--seed", options.training.seed);
  app.add_option("--rate", options.training.rate);
  app.add_option("--decay", options.training.decay);
  app.add_option("--drop-words", options.training.drop_words);
  app.add_option("--drop-tables", options.training.drop_tables);
  app.add_option("--least", options.least, "features that occur less often are left out");
  app.add_option("--vary", options.vary, "share of names that are replaced by others");
  app.add_option("--classes", options.classes.classes)->check(CLI::Range(1, 255));
  app.add_option("--log2-slots", options.log2_slots, "size of the model");
  CLI11_PARSE(app, argc, argv);
  if (options.output.empty() == options.model.empty()) {
    std::fprintf(stderr, "rapporteur-train: give --output or --measure\n");
    return 2;
  }
  return run(options);
}
