#include <algorithm>

#include "feature_hash.h"
#include "features.h"

namespace rapporteur::tagger {

std::uint32_t word_hash(std::string_view lower) { return hash_bytes(lower, 1); }

WordClass WordClasses::of(std::uint32_t word_hash) const {
  const auto found =
      std::lower_bound(sorted_.begin(), sorted_.end(), word_hash,
                       [](const Entry& entry, std::uint32_t hash) { return entry.hash < hash; });
  return found != sorted_.end() && found->hash == word_hash ? found->classes : WordClass{};
}

Result<std::unordered_set<std::string_view>> load_common_words(const Pack& pack) {
  const Result<std::vector<Table>> tables = pack.tables("lexicon/common_words");
  if (!tables) return tables.error();
  std::unordered_set<std::string_view> words;
  for (const Table& table : *tables) {
    for (std::size_t row = 0; row < table.rows(); ++row) words.insert(table.at(row, 0));
  }
  return words;
}

FeatureSources::FeatureSources(const catalogue::Catalogue& names, const lexicon::Lexicon& phrases,
                               const std::unordered_set<std::string_view>& common_words)
    : catalogue(&names), lexicon(&phrases), common(&common_words) {
  for (const std::string_view name : {"body_head", "person_verb", "place_before", "venue",
                                      "meeting_head", "no_name", "instrument"}) {
    cues.push_back(phrases.cue_class(name));
  }
}

}  // namespace rapporteur::tagger
