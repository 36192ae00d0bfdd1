#include "extractor.h"

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
  const std::string name = lower(type.substr(0, type.find_first_of("; \t")));
  for (const Extractor* extractor : extractors()) {
    if (has_word(extractor->types, name)) return extractor->media;
  }
  return Media::unknown;
}

}  // namespace rapporteur::source
