// The values of an entity, each property's ranked: the canonical one first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/record/register.h"
#include "rapporteur/resolve/knowledge.h"

namespace rapporteur::resolve {

// Whether values of that property are ranked at all.
bool is_ranked(std::string_view property);

// Ranks by support (sources, which are groups of reports, that state a value, or a coarser date
// that holds it), then precision of dates, an official source, recency, confidence, value. Two
// exceptions:
//  - status: what happened outranks what was planned (held or cancelled over announced, ongoing or
//    postponed), then the latest publication; a move from one to the other is history, no dispute.
//    Held and cancelled together are one.
//  - names of people: the longest of equal support.
// Disputed: values that exclude each other. Wordings (names, venues, inviters, offices) never do;
// nor do dates one of which holds the other; nor does what was planned dispute what happened.
// `members`: those of one entity, sorted by key; `sources`: the source of each. The result is
// sorted by property, then rank.
std::vector<record::RankedValue> rank_values(const std::vector<const record::Member*>& members,
                                             const std::vector<std::string_view>& sources,
                                             const Knowledge& knowledge);

}  // namespace rapporteur::resolve
