// Everything named anywhere in the text, for --mentions.
#pragma once

#include <vector>

#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/names/cast.h"
#include "rapporteur/record/reading.h"
#include "rapporteur/tagger/tagger.h"
#include "rapporteur/text/document.h"
#include "rapporteur/time/recogniser.h"

namespace rapporteur::reader {

// Persons, bodies, states, places, nationalities and dates never overlap one another; offices,
// instruments and meetings may overlap them. Sorted by span.
std::vector<record::Mention> mentions_of(const text::Document& doc, const tagger::Tags& tags,
                                         const std::vector<time::Expression>& times,
                                         const names::Cast& cast,
                                         const catalogue::Catalogue& catalogue,
                                         const record::Reading& reading);

}  // namespace rapporteur::reader
