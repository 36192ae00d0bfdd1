// Which meetings and people of different reports are the same: the rules, written down.
//
// Meetings. Members of one report are distinct already and never join. The steps:
//  1. Strong: one series (body + organ) and one stated ordinal. Joins whatever else differs, so
//     that differing dates or places become a listed conflict. (Of two such members of one report
//     only the first counts.)
//  2. Weak links, the most precise first:
//     a. one series, both dates known to a month or better, overlapping;
//     b. one series, a stated ordinal and the same one inferred from a "next" or "previous" link;
//     c. one body or organ (the other missing on a side), one place, overlapping dates;
//     d. no body: the same parties (two states and more), overlapping days, kinds alike.
//  3. Dates coarser than a month ("in 2023"): one series, overlapping, and only one cluster that
//     it could mean. Then such members among themselves.
//  Weak links are not transitive: a link joins two clusters only where no member of one contradicts
//  any member of the other: another report, ordinals, dates, body, organ, place, country, kind and
//  parties must agree wherever both are known.
//  Order: links are sorted by (step, days covered, smaller key, greater key) over the complete
//  set, so the outcome depends on the set alone.
//
// People. One block per name key. Strong: equal names (folded) and the same state or organisation.
// Weak: similar names (0.7), state or organisation not contradicting; a name without state joins
// only if a single cluster can be meant. Sorted and closed in the same way.
#pragma once

#include <memory>

#include "rapporteur/record/resolver.h"
#include "rapporteur/resolve/knowledge.h"

namespace rapporteur::resolve {

// `knowledge` must outlive the result. Thread-safe.
std::unique_ptr<record::Resolver> make_resolver(const Knowledge& knowledge);

}  // namespace rapporteur::resolve
