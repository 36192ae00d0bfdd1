// rapporteur-train-content: trains the model of contents, on reports that tools/mark_contents.py
// has marked. No reader links it.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <unordered_set>
#include <vector>

#include "content_features.h"
#include "corpora.h"
#include "crf.h"
#include "encode.h"
#include "examples.h"
#include "model.h"
#include "rapporteur/base/file.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/lexicon/lexicon.h"
#include "rapporteur/tagger/content.h"

namespace {

using namespace rapporteur;         // NOLINT: a program
using namespace rapporteur::train;  // NOLINT

constexpr std::uint32_t kContents = 2;  // tagger::ContentKind

struct Options {
  std::string pack, reports, output;
  std::uint32_t log2_slots = 18;
  std::uint32_t least = 2;
  float caution = 1;  // measured on reports that the model had not seen
  TrainingOptions training;
};

int fail(const Error& error) {
  std::fprintf(stderr, "rapporteur-train-content: %s: %s\n", error.where.c_str(),
               error.message.c_str());
  return 1;
}

// Makes it dearer by `caution` that something begins: what is left is surer.
void be_cautious(Weights& weights, float caution) {
  for (tagger::SequenceLabel after = 0; after < tagger::kOutside; ++after) {
    if (!tagger::opens(after)) continue;
    for (tagger::SequenceLabel before = 0; before < tagger::kLabels; ++before) {
      weights.transitions[before * tagger::kLabels + after] -= caution;
    }
  }
}

int run(const Options& options) {
  const Result<Pack> pack = Pack::open(options.pack);
  if (!pack) return fail(pack.error());
  const Result<std::string_view> names = pack->section("models/tagger/tagger");
  if (!names) return fail(names.error());
  const auto of_names = tagger::Model::open(*names, "tagger", tagger::kFeatureVersion);
  if (!of_names) return fail(of_names.error());
  const auto catalogue = catalogue::Catalogue::load(*pack);
  if (!catalogue) return fail(catalogue.error());
  const auto lexicon = lexicon::Lexicon::load(*pack, *catalogue);
  if (!lexicon) return fail(lexicon.error());
  const auto texts = read_contents(options.reports);
  if (!texts) return fail(texts.error());

  const std::unordered_set<std::string_view> none;
  const tagger::FeatureSources sources(*catalogue, *lexicon, none);
  ExampleBuilder builder(sources, {});
  for (const GoldText& text : *texts) {
    const text::Document doc(text.text);
    builder.add(doc, marked_labels(text, doc), tagger::ContentFeatures(of_names->classes(), doc),
                tagger::may_hold_content);
  }
  const TrainingSet set = builder.take(options.least);
  std::fprintf(stderr, "%zu reports, %zu sentences, %zu tokens, %zu features\n", texts->size(),
               set.sentences.size() - 1, set.allowed.size(), set.table.size());
  Weights weights = train_crf(set, options.training, nullptr);
  be_cautious(weights, options.caution);
  const std::string bytes =
      encode(set, weights, {}, options.log2_slots, tagger::kContentVersion, kContents);
  if (const auto written = write_file(options.output, bytes); !written) {
    return fail(written.error());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  options.training.epochs = 15;
  options.training.trainings = 8;  // of so few sentences, each alone learns accidents of its order
  options.training.drop_words = 0.1F;
  options.training.drop_tables = 0;
  options.training.decay = 3e-3F;
  CLI::App app("Trains the model of contents: what was talked about, and what came of it.");
  app.add_option("--pack", options.pack, "the data pack with the model of names")->required();
  app.add_option("--reports", options.reports, "folder of the marked reports")->required();
  app.add_option("--output", options.output, "the model to write")->required();
  app.add_option("--epochs", options.training.epochs);
  app.add_option("--seed", options.training.seed);
  app.add_option("--rate", options.training.rate);
  app.add_option("--trainings", options.training.trainings,
                 "how often to learn, each time in another order, before the mean is taken");
  app.add_option("--decay", options.training.decay);
  app.add_option("--drop-words", options.training.drop_words);
  app.add_option("--least", options.least, "features that occur less often are left out");
  app.add_option("--caution", options.caution, "how much surer than not a mark must be, in logits");
  app.add_option("--log2-slots", options.log2_slots, "size of the model");
  CLI11_PARSE(app, argc, argv);
  return run(options);
}
