// What the report's own words say about it: its date and its dateline.
#pragma once

#include <vector>

#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/record/reading.h"
#include "rapporteur/tagger/tagger.h"
#include "rapporteur/text/document.h"
#include "rapporteur/time/recogniser.h"

namespace rapporteur::reader {

// Fills published (unless it is known) from the stamps of the text; a dated address helps.
// `expressions` are those found without an anchor.
void add_published(const text::Document& doc, const std::vector<time::Expression>& expressions,
                   record::Report& report);

// Fills dateline from the first sentence of running text ("BEIJING, Aug. 22 (Agency) - ").
void add_dateline(const text::Document& doc, const tagger::Tags& tags,
                  const catalogue::Catalogue& catalogue,
                  const std::vector<time::Expression>& expressions, record::Report& report);

}  // namespace rapporteur::reader
