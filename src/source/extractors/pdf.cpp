// PDF: the text layer, as poppler's pdftotext sees it; a scan without one says nothing.
//
// Source: ISO 32000, by pdftotext and pdfinfo (poppler-utils), run as programs of their own: what
// they do with a hostile file ends with them, and their licence (GPL) stays with them.
#include <array>
#include <utility>

#include "child.h"
#include "extractor.h"
#include "header_fields.h"
#include "page_text.h"
#include "valid_name.h"
#include "words.h"

namespace rapporteur::source::all {

namespace {

constexpr std::size_t kFewestTitleBytes = 12;

bool recognises(std::string_view start) { return start.starts_with("%PDF-"); }

// Word processors put a file's name, or their own, where a title should be.
bool is_title(std::string_view words) {
  if (words.size() < kFewestTitleBytes || words.find(' ') == std::string_view::npos) return false;
  const std::string small = lower(words);
  for (const std::string_view sign : {"microsoft ", "untitled", ".doc", ".pdf", ".indd", ".qxd",
                                      ".rtf", ".ppt", ".xls", "powerpoint", "_"}) {
    if (small.find(sign) != std::string::npos) return false;
  }
  return true;
}

// A file that was written once tells when; one that was written again tells of something else.
std::string day_of(std::string_view info) {
  const Result<std::string> made = parse_date(field_of(info, "CreationDate"));
  const Result<std::string> changed = parse_date(field_of(info, "ModDate"));
  if (!made || (changed && *changed != *made)) return {};
  return *made;
}

Result<Article> extract(const Found& found) {
  constexpr std::array kText = {"pdftotext", "-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"};
  constexpr std::array kInfo = {"pdfinfo", "-isodates", "-enc", "UTF-8", "-"};
  const Result<std::string> pages = run_child(kText, found.bytes, {});
  if (!pages) {
    const std::string help =
        pages.error().code == ErrorCode::unsupported ? "; the package poppler-utils has it" : "";
    return Error{pages.error().code, "is a PDF: " + pages.error().message + help, found.where};
  }
  Article article = running_text(*pages);
  if (trimmed(article.text).empty()) {
    return Error{ErrorCode::bad_data, "is a PDF without a text layer (a scan?)", found.where};
  }
  if (const Result<std::string> info = run_child(kInfo, found.bytes, {})) {
    const std::string_view title = field_of(*info, "Title");
    if (is_title(title)) article.title = valid_name(title);
    article.published = day_of(*info);
  }
  return article;
}

}  // namespace

extern const Extractor pdf_extractor;
const Extractor pdf_extractor = {Media::pdf, "application/pdf application/x-pdf", recognises,
                                 extract};

}  // namespace rapporteur::source::all
