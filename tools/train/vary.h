// Other names in old sentences: what a model learns from one newswire's names it should know of
// names from everywhere.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpora.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/catalogue/catalogue.h"

namespace rapporteur::train {

struct NameStock {
  std::vector<std::string_view> given, family, particles, cities;
};

// The names of the pack's tables. Errors: not_found, damaged.
Result<NameStock> load_names(const Pack& pack, const catalogue::Catalogue& catalogue);

// `text` with a share of its persons and places renamed, each name the same way throughout.
// Deterministic from the seed.
GoldText vary_names(const GoldText& text, const NameStock& stock, double share, std::uint64_t seed);

}  // namespace rapporteur::train
