// Where and when a report says that it was written: the first words of its running text.
#pragma once

#include <string>
#include <vector>

#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/record/reading.h"
#include "rapporteur/tagger/tagger.h"
#include "rapporteur/text/document.h"
#include "rapporteur/time/recogniser.h"

namespace rapporteur::reader {

// Fills dateline from the running text ("BEIJING, Aug. 22 (Agency) - ", "BAKU. AGENCY ", "(AGENCY)
// DOHA, Nov 20 -- ", "11 December 2023 - ") and returns its tokens; empty if there is none, or it
// came with the report.
text::TokenRange add_dateline(const text::Document& doc, const tagger::Tags& tags,
                              const catalogue::Catalogue& catalogue,
                              const std::vector<time::Expression>& expressions,
                              record::Report& report);

// The day from which the text counts ("today"): that of the dateline where it lies up to a few days
// before the one on which the report came out, which is returned otherwise.
std::string day_of_writing(const text::TokenRange& dateline,
                           const std::vector<time::Expression>& expressions,
                           const std::string& published);

}  // namespace rapporteur::reader
