// The commonest source: a file that is one document.
#pragma once

#include <memory>

#include "kind.h"

namespace rapporteur::source {

// `options` outlives the source. Media::unknown: told by the bytes.
std::unique_ptr<Source> open_whole_file(Input input, const Options& options, Media media);

}  // namespace rapporteur::source
