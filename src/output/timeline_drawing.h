// A timeline as a picture.
#pragma once

#include <string>

#include "rapporteur/output/subjects.h"

namespace rapporteur::output {

// One <svg> element, complete in itself: no script, no outside file, colours for light and dark
// surroundings, a title for every mark. `key` (letters, digits, '-') keeps its ids apart from those
// of other drawings in one document. Cost: O(events^2) in a lane at worst, O(events) as a rule.
std::string drawing_of(const Timeline& timeline, const std::string& key);

}  // namespace rapporteur::output
