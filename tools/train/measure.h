// Exact-span scores of the model on texts that training left out.
#pragma once

#include <cstdint>
#include <vector>

#include "corpora.h"
#include "features.h"
#include "model.h"

namespace rapporteur::train {

struct Score {
  std::uint32_t gold = 0, found = 0, right = 0;
  [[nodiscard]] double precision() const { return found == 0 ? 0 : double(right) / found; }
  [[nodiscard]] double recall() const { return gold == 0 ? 0 : double(right) / gold; }
  [[nodiscard]] double f1() const { return gold + found == 0 ? 0 : 2.0 * right / (gold + found); }
  Score& operator+=(const Score& other) {
    gold += other.gold;
    found += other.found;
    right += other.right;
    return *this;
  }
};

struct Scores {
  Score of[tagger::kEntities];
  [[nodiscard]] Score all() const {
    Score sum;
    for (const Score& score : of) sum += score;
    return sum;
  }
};

// Names of kinds that `source` does not mark, and on words that it leaves open, do not count.
Scores measure(const std::vector<GoldText>& texts, const Source& source,
               const tagger::FeatureSources& sources, const tagger::Model& model);

}  // namespace rapporteur::train
