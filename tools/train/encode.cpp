#include "encode.h"

#include <utility>
#include <vector>

#include "model.h"

namespace rapporteur::train {

std::string encode(const TrainingSet& set, const Weights& weights,
                   std::span<const tagger::WordClasses::Entry> classes, std::uint32_t log2_slots,
                   std::uint32_t version, std::uint32_t kinds) {
  std::vector<tagger::TrainedFeature> features(set.table.size());
  for (std::size_t f = 0; f < set.table.size(); ++f) {
    features[f].feature = set.table[f];
    features[f].count = set.counts[f];
    const float* row = &weights.features[f * tagger::kLabels];
    for (std::size_t label = 0; label < tagger::kNamed; ++label) {
      features[f].weights[label] = row[label] - row[tagger::kOutside];
    }
  }
  return tagger::encode_model(std::move(features), weights.transitions, classes, log2_slots,
                              version, kinds);
}

}  // namespace rapporteur::train
