// What the report's own words say about it: its date.
#pragma once

#include <vector>

#include "rapporteur/record/reading.h"
#include "rapporteur/text/document.h"
#include "rapporteur/time/recogniser.h"

namespace rapporteur::reader {

// Fills published (unless it is known) from the stamps of the text; a dated address helps.
// `expressions` are those found without an anchor.
void add_published(const text::Document& doc, const std::vector<time::Expression>& expressions,
                   record::Report& report);

}  // namespace rapporteur::reader
