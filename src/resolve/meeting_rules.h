// The rules that link two meetings; docs/formats/register.md explains them to users.
#pragma once

#include <optional>

#include "features.h"
#include "meeting_summary.h"

namespace rapporteur::resolve {

struct Rule {
  const char* name;
  double score;  // how often it is right, roughly; the order of links
  Tolerance tolerance;
};

extern const Rule kAlike;      // what is said is the same in all that counts
extern const Rule kOnlyOne;    // coarse dates: nothing else in that time can be meant
extern const Rule kBothLoose;  // the same, and neither is precise

// Whether all that counts is the same.
bool is_alike(const MeetingFeatures& f, const MeetingFeatures& g);

// Of the rules that link the two the one with the highest score. Symmetric.
const Rule* rule_for(const MeetingFeatures& f, const MeetingFeatures& g);

// Whether coarse dates may mean this one: one row or the same sides, days that overlap or are not
// known.
bool may_mean(const MeetingFeatures& f, const MeetingFeatures& g);

// Whether anything may link the two directly. Symmetric.
bool may_link(const MeetingFeatures& f, const MeetingFeatures& g);

// Too loose to be linked by its dates: it takes the only one that it can mean.
bool is_loose(const MeetingFeatures& f);

}  // namespace rapporteur::resolve
