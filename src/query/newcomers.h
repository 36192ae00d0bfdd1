// Who is new in office since the last session of a series.
#pragma once

#include <string>
#include <vector>

#include "ask.h"
#include "rapporteur/query/derived.h"

namespace rapporteur::query {

// Of the states that came to the sessions in `brief.last`: people first named, after the first day
// of the last of these sessions, in an office in which somebody else came to them, or as taking
// part in one of `brief.next`; who came to none of them. By state, first day, name.
Result<std::vector<Newcomer>> newcomers_of(const Register& reg, const Brief& brief,
                                           const std::string& as_of,
                                           const catalogue::Catalogue* catalogue);

}  // namespace rapporteur::query
