// An extractor: from the bytes of a document of one media to its article. Each is one file of
// extractors/, found by the build.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/record/reading.h"
#include "rapporteur/source/found.h"

namespace rapporteur::source {

// What a document says, and of itself. Empty: not said.
struct Article {
  std::string text;  // plain, paragraphs apart by blank lines; not yet normalised
  std::string title;
  std::string publisher;
  std::string byline;
  std::string published;                  // EDTF
  std::string modified;                   // EDTF
  std::string language;                   // ISO 639-1
  std::string address;                    // canonical
  std::vector<record::LeftOut> left_out;  // `at` counts bytes of `text`
  std::vector<std::string> warnings;
};

struct Extractor {
  Media media;
  std::string_view types;  // MIME types, separated by spaces: "text/html application/xhtml+xml"
  // True if a document that starts with these bytes (some hundred) looks like one.
  bool (*recognises)(std::string_view start);
  // Errors: bad_data (damaged; nothing to read in it), where = Found::where. Pure, thread-safe.
  Result<Article> (*extract)(const Found& found);
};

std::span<const Extractor* const> extractors();

// By Found::media, else by the bytes; plain text if no other recognises them.
const Extractor& extractor_of(const Found& found);
// Media::unknown for a type that no extractor takes. `type` may have parameters ("; charset=").
Media media_of_type(std::string_view type);

}  // namespace rapporteur::source
