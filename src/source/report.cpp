#include <utility>

#include "extractor.h"
#include "furniture.h"
#include "heading.h"
#include "language.h"
#include "rapporteur/base/digest.h"
#include "rapporteur/source/found.h"
#include "rapporteur/text/normalise.h"

namespace rapporteur::source {

namespace {

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

}  // namespace

Result<record::Report> make_report(const Found& found) {
  Result<Article> article = extractor_of(found).extract(found);
  if (!article) return article.error();
  Result<text::Normalised> normal = text::normalise(article->text, found.where);
  if (!normal) return normal.error();
  // Parts that were left out keep their places only in a text that was in normal form already.
  if (normal->text != article->text) {
    for (record::LeftOut& part : article->left_out) part.at = 0;
  }
  Cut cut = cut_furniture(std::move(normal->text), std::move(article->left_out));
  if (cut.text.find_first_not_of(" \t\n") == std::string::npos) {
    return Error{ErrorCode::bad_data,
                 found.bytes.empty() ? "is empty" : "holds nothing to read but page furniture",
                 found.where};
  }
  record::Report report;
  report.id = found.id;
  report.origin = article->address.empty() ? found.origin : article->address;
  report.title = found.title;
  report.publisher = found.publisher;
  report.byline = found.byline;
  report.published = found.published;
  report.modified = found.modified;
  report.language = found.language;
  report.text = std::move(cut.text);
  report.left_out = std::move(cut.left_out);
  report.digest = "sha256:" + sha256_hex(report.text);
  report.warnings = found.notes;
  for (const auto* warnings : {&article->warnings, &normal->warnings}) {
    report.warnings.insert(report.warnings.end(), warnings->begin(), warnings->end());
  }
  fill(report.title, std::move(article->title));
  fill(report.publisher, std::move(article->publisher));
  fill(report.byline, std::move(article->byline));
  fill(report.published, std::move(article->published));
  fill(report.published, found.date_if_none);
  fill(report.modified, std::move(article->modified));
  // Pages declare what their template was written in; the text itself knows better.
  if (report.language.empty()) report.language = language_of(report.text);
  fill(report.language, std::move(article->language));
  Heading heading = heading_of(report.text);
  fill(report.title, std::move(heading.title));
  fill(report.publisher, std::move(heading.publisher));
  fill(report.byline, std::move(heading.byline));
  return report;
}

}  // namespace rapporteur::source
