// From trained weights to the bytes of a model.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "crf.h"
#include "features.h"

namespace rapporteur::train {

// A model for features of that version with the weights that count most; see encode_model.
std::string encode(const TrainingSet& set, const Weights& weights,
                   std::span<const tagger::WordClasses::Entry> classes, std::uint32_t log2_slots,
                   std::uint32_t version, std::uint32_t kinds = 0);

}  // namespace rapporteur::train
