// A web page: the whole file is one document.
#include <utility>

#include "extractor.h"
#include "whole_file.h"

namespace rapporteur::source::all {

namespace {

bool recognises(std::string_view start) {
  for (const Extractor* extractor : extractors()) {
    if (extractor->media == Media::html) return extractor->recognises(start);
  }
  return false;
}

std::unique_ptr<Source> open(Input input, const Options& options) {
  return open_whole_file(std::move(input), options, Media::html);
}

}  // namespace

extern const Kind html;
const Kind html = {"html", ".html .htm .xhtml", recognises, open};

}  // namespace rapporteur::source::all
