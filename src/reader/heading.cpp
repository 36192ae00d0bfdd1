#include "heading.h"

#include <optional>

#include "rapporteur/time/stamp.h"

namespace rapporteur::reader {

void add_published(const text::Document& doc, const std::vector<time::Expression>& expressions,
                   record::Report& report) {
  if (!report.published.empty()) return;
  const std::optional<time::Stamp> stamp = time::publication_date(doc, expressions, report.origin);
  if (stamp) report.published = stamp->date;
}

}  // namespace rapporteur::reader
