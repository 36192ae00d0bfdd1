#include <utility>

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
  Result<text::Normalised> normal = text::normalise(found.bytes, found.where);
  if (!normal) return normal.error();
  Cut cut = cut_furniture(std::move(normal->text));
  if (cut.text.find_first_not_of(" \t\n") == std::string::npos) {
    return Error{ErrorCode::bad_data,
                 found.bytes.empty() ? "is empty" : "holds nothing to read but page furniture",
                 found.where};
  }
  record::Report report;
  report.id = found.id;
  report.origin = found.origin;
  report.title = found.title;
  report.publisher = found.publisher;
  report.published = found.published;
  report.language = found.language;
  report.text = std::move(cut.text);
  report.left_out = std::move(cut.left_out);
  report.digest = "sha256:" + sha256_hex(report.text);
  report.warnings = found.notes;
  report.warnings.insert(report.warnings.end(), normal->warnings.begin(), normal->warnings.end());
  fill(report.language, language_of(report.text));
  Heading heading = heading_of(report.text);
  fill(report.title, std::move(heading.title));
  fill(report.publisher, std::move(heading.publisher));
  fill(report.byline, std::move(heading.byline));
  return report;
}

}  // namespace rapporteur::source
