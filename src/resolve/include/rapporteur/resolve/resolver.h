// Which meetings and people of different reports are the same: the rules, written down.
//
// Meetings. Members of one report are distinct already and never join. Pairs that share a block are
// linked by the best rule that applies, the surest links first: series and ordinal; series and
// overlapping dates; parties, people and dates; inferred ordinals; body or organ, place and dates;
// then those that take a slip of one side into account (another place, number, or day beside it).
// Coarse dates ("in 2023") come last and join the only cluster that they can mean.
//  Links are not transitive: one joins two clusters only where nothing that one says excludes what
//  the other says, apart from what the rule takes for a slip.
//  Order: links are sorted by (score, days covered, smaller key, greater key) over the complete
//  set, so the outcome depends on the set alone. docs/formats/register.md has the whole table.
//
// People. Names that share a name key. Strong: equal names (folded) and the same state or
// organisation. Weak: similar names (0.7), state or organisation not contradicting; a name without
// state joins only if a single cluster can be meant. Sorted and closed in the same way.
#pragma once

#include <memory>

#include "rapporteur/record/resolver.h"
#include "rapporteur/resolve/knowledge.h"

namespace rapporteur::resolve {

// `knowledge` must outlive the result. Thread-safe.
std::unique_ptr<record::Resolver> make_resolver(const Knowledge& knowledge);

}  // namespace rapporteur::resolve
