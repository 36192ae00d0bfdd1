#include <memory>
#include <numeric>
#include <utility>

#include "feature_hash.h"
#include "features.h"

namespace rapporteur::tagger {

std::uint32_t word_hash(std::string_view lower) { return hash_bytes(lower, 1); }

WordClasses::WordClasses(std::span<const Entry> sorted) : sorted_(sorted) {
  constexpr std::size_t kFronts = std::size_t{1} << kFrontBits;
  auto starts = std::make_shared<std::vector<std::uint32_t>>(kFronts + 1);
  for (const Entry& entry : sorted) ++(*starts)[(entry.hash >> kFrontBits) + 1];
  std::partial_sum(starts->begin(), starts->end(), starts->begin());
  starts_ = std::move(starts);
}

WordClass WordClasses::of(std::uint32_t word_hash) const {
  if (starts_ == nullptr) return {};
  const std::uint32_t front = word_hash >> kFrontBits;
  for (std::uint32_t i = (*starts_)[front]; i < (*starts_)[front + 1]; ++i) {
    if (sorted_[i].hash == word_hash) return sorted_[i].classes;
  }
  return {};
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
