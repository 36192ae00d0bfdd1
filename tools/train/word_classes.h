// Classes of words that occur in like company, found by exchange: each word moves to the class
// with which the neighbours of classes are predicted best, until few move. Kneser & Ney 1993.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "features.h"

namespace rapporteur::train {

struct ClassOptions {
  std::uint32_t classes = 200;
  std::uint32_t least_count = 4;  // rarer words have no class
  int rounds = 10;
};

// `sentences` are hashes of lower-case words. Deterministic. Sorted by hash, classes from 1.
std::vector<tagger::WordClasses::Entry> find_word_classes(
    const std::vector<std::vector<std::uint32_t>>& sentences, const ClassOptions& options);

}  // namespace rapporteur::train
