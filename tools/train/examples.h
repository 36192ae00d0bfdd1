// From annotated texts to what the model learns from: features and allowed labels of each token.
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpora.h"
#include "crf.h"
#include "features.h"

namespace rapporteur::train {

// A feature group that an experiment leaves out; see FeatureGroup.
struct LeftOut {
  bool groups[8] = {};
};

class ExampleBuilder {
 public:
  // REQUIRES: `sources` outlives *this.
  ExampleBuilder(const tagger::FeatureSources& sources, const LeftOut& left_out)
      : sources_(sources), left_out_(left_out) {}

  // Adds all sentences of `text`; a name that does not lie on tokens leaves its tokens open.
  void add(const GoldText& text, const Source& source);
  // Adds the sentences of `doc` of which `told` is true, with what `features` makes of them.
  // REQUIRES: `allowed` has a set for each token.
  void add(const text::Document& doc, const std::vector<LabelSet>& allowed,
           const tagger::TokenFeatures& features, bool (*told)(const text::Sentence&));
  // What was added, with the features that occur `least` times and more.
  TrainingSet take(std::uint32_t least);

 private:
  const tagger::FeatureSources& sources_;
  LeftOut left_out_;
  TrainingSet set_;
};

// The labels of the runs of tokens that `text` marks; a run that crosses sentences is left out.
std::vector<LabelSet> marked_labels(const GoldText& text, const text::Document& doc);

// The labels that `text` allows each token of `doc`. Titles are taken off loose names.
std::vector<LabelSet> allowed_labels(const GoldText& text, const Source& source,
                                     const text::Document& doc, const lexicon::Matches& matches,
                                     const tagger::FeatureSources& sources);

}  // namespace rapporteur::train
