// Plain text: all of it is the article. Its encoding is left to text::normalise.
#include "extractor.h"

namespace rapporteur::source::all {

namespace {

bool recognises(std::string_view) { return false; }

Result<Article> extract(const Found& found) {
  Article article;
  article.text = found.bytes;
  return article;
}

}  // namespace

extern const Extractor text_extractor;
const Extractor text_extractor = {Media::text, "text/plain", recognises, extract};

}  // namespace rapporteur::source::all
