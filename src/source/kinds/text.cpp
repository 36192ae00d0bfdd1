// Plain text: the whole file is one document.
#include <utility>

#include "whole_file.h"

namespace rapporteur::source::all {

namespace {

bool recognises(std::string_view) { return false; }

std::unique_ptr<Source> open(Input input, const Options& options) {
  const Media media = input.media == Media::unknown ? Media::text : input.media;
  return open_whole_file(std::move(input), options, media);
}

}  // namespace

extern const Kind text;
const Kind text = {"text", ".txt", recognises, open};

}  // namespace rapporteur::source::all
