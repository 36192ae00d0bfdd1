// Where and when a report says that it was written: the first words of its running text.
#pragma once

#include <vector>

#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/record/reading.h"
#include "rapporteur/tagger/tagger.h"
#include "rapporteur/text/document.h"
#include "rapporteur/time/recogniser.h"

namespace rapporteur::reader {

// Fills dateline from the running text ("BEIJING, Aug. 22 (Agency) - ", "BAKU. AGENCY ", "(AGENCY)
// DOHA, Nov 20 -- ") and returns its tokens; empty if there is none, or it came with the report.
text::TokenRange add_dateline(const text::Document& doc, const tagger::Tags& tags,
                              const catalogue::Catalogue& catalogue,
                              const std::vector<time::Expression>& expressions,
                              record::Report& report);

}  // namespace rapporteur::reader
