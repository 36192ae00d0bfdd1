#include "extractor.h"

#include <algorithm>

#include "words.h"

namespace rapporteur::source {

namespace {

constexpr std::size_t kStart = 1024;  // bytes that tell what a document is

const Extractor* extractor_for(Media media) {
  for (const Extractor* extractor : extractors()) {
    if (extractor->media == media) return extractor;
  }
  return nullptr;
}

}  // namespace

const Extractor& extractor_of(const Found& found) {
  if (const Extractor* told = extractor_for(found.media)) return *told;
  const std::string_view start = std::string_view(found.bytes).substr(0, kStart);
  for (const Extractor* extractor : extractors()) {
    if (extractor->recognises(start)) return *extractor;
  }
  return *extractor_for(Media::text);
}

Media media_of_type(std::string_view type) {
  std::string lower(type.substr(0, type.find_first_of("; \t")));
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  for (const Extractor* extractor : extractors()) {
    if (has_word(extractor->types, lower)) return extractor->media;
  }
  return Media::unknown;
}

}  // namespace rapporteur::source
