// The parameters that every question about meetings takes, and lists of meetings as answers.
#pragma once

#include "desk.h"
#include "rapporteur/query/browse.h"

namespace rapporteur::http {

// q, body, series, state, with, person, place, kind, status, from, to
query::MeetingSlice read_filter(Parameters& parameters);

// order=oldest|newest (`newest_first` if none), limit (50; at most 500), cursor
void read_place_in_list(Parameters& parameters, bool newest_first, query::MeetingSlice& slice);

// A page of the list, {"meetings", "total", "emptied_by", "next"}; of csv and ics all that the
// filter lets through, however many, as a stream.
Result<Answer> list_answer(Desk& desk, const Question& question, const query::MeetingSlice& slice);

}  // namespace rapporteur::http
