// A linear-chain conditional random field over hashed features, trained by AdaGrad. Where the
// corpus leaves a token's label open, all labels that it allows count together.
#pragma once

#include <cstdint>
#include <vector>

#include "features.h"
#include "sequence.h"

namespace rapporteur::train {

// A set of labels: bit i stands for label i.
using LabelSet = std::uint32_t;
inline constexpr LabelSet kAnyLabel = (1U << tagger::kLabels) - 1;

// Sentences as positions in a table of features, so that training touches no strings.
struct TrainingSet {
  std::vector<std::uint32_t> sentences;  // first token of each, and the end of the last
  std::vector<LabelSet> allowed;         // per token
  std::vector<std::uint32_t> starts;     // per token: its first feature, and the end of the last
  std::vector<std::uint32_t> features;   // positions in `table`
  std::vector<tagger::FeatureGroup> groups;  // of each of `features`
  std::vector<tagger::Feature> table;
  std::vector<std::uint32_t> counts;  // of each in `table`
};

struct TrainingOptions {
  std::uint64_t seed = 1;
  int epochs = 5;
  int trainings = 4;  // of which the mean is taken, each with its own order and drops
  float rate = 0.1F;
  float decay = 1e-5F;      // L2, per token and weight that it touches
  float drop_words = 0.35F;  // how often a token is learned without its own word
  float drop_tables = 0.25F;
};

struct Weights {
  std::vector<float> features;     // table x kLabels
  std::vector<float> transitions;  // kLabels x kLabels
};

// Deterministic from the seed; the time is that of one training times their number. `progress`
// gets the epoch and the mean loss of a token.
Weights train_crf(const TrainingSet& set, const TrainingOptions& options,
                  void (*progress)(int epoch, double loss));

}  // namespace rapporteur::train
