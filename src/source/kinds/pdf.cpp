// A PDF: the whole file is one document.
#include <utility>

#include "extractor.h"
#include "whole_file.h"

namespace rapporteur::source::all {

namespace {

bool recognises(std::string_view start) {
  for (const Extractor* extractor : extractors()) {
    if (extractor->media == Media::pdf) return extractor->recognises(start);
  }
  return false;
}

std::unique_ptr<Source> open(Input input, const Options& options) {
  return open_whole_file(std::move(input), options, Media::pdf);
}

}  // namespace

extern const Kind pdf;
const Kind pdf = {"pdf", ".pdf", recognises, open};

}  // namespace rapporteur::source::all
