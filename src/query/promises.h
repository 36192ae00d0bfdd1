// What was agreed at the last sessions of a series, and what became of it.
#pragma once

#include <string>
#include <vector>

#include "ask.h"
#include "rapporteur/query/derived.h"
#include "rapporteur/query/follow_ups.h"

namespace rapporteur::query {

// One for each outcome of these sessions of a series that promises something. Later reports are
// those about the series or its organisation that appeared two weeks and more after the session.
// Cost: a full-text search for each outcome.
Result<std::vector<Promise>> promises_of(const Register& reg, const SeriesRow& series,
                                         const std::vector<MeetingPage>& sessions,
                                         const std::string& as_of, const FollowUps& table);

}  // namespace rapporteur::query
