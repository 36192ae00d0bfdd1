// Classes of words for the tagger: found by exchange in the training texts (each word moves to the
// class with which the neighbours of classes are predicted best, until few move; Kneser & Ney
// 1993), and read from a table made from word vectors (tools/cluster_words.py).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "features.h"
#include "rapporteur/base/result.h"

namespace rapporteur::train {

struct ClassOptions {
  std::uint32_t classes = 200;    // at most 255
  std::uint32_t least_count = 4;  // rarer words have no class
  int rounds = 10;
};

// The exchange classes. `sentences` are hashes of lower-case words. Deterministic. Sorted by hash.
std::vector<tagger::WordClasses::Entry> find_word_classes(
    const std::vector<std::vector<std::uint32_t>>& sentences, const ClassOptions& options);

// The fine and coarse classes of a table with a row per fine class: its coarse class, its words.
// Sorted by hash. Errors: not_found, bad_data with file and line.
Result<std::vector<tagger::WordClasses::Entry>> read_word_classes(const std::string& path);

// All classes of the words of both. REQUIRES: both sorted by hash.
std::vector<tagger::WordClasses::Entry> join_word_classes(
    const std::vector<tagger::WordClasses::Entry>& by_exchange,
    const std::vector<tagger::WordClasses::Entry>& by_meaning);

}  // namespace rapporteur::train
