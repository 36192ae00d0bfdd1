// What somebody means who names something of the register, and what the register has on it.
#pragma once

#include <string>
#include <vector>

#include "rapporteur/query/query.h"

namespace rapporteur::query {

struct Subject {
  enum class Kind { meeting, person, series, state, body };
  Kind kind = Kind::meeting;
  std::string id;    // of a state its ISO code, of a body the organisation as the register words it
  std::string name;  // of a state or a body; else empty
  std::string organ = {};  // of a body: this organ of it alone; empty: all
};

// `what`: an id; the code or name of a state; the name or acronym of an organisation, or a part of
// it; a person's name; a body with one series. The first of these that fits counts.
// Errors: not_found (nothing, or several that `what` may mean: the message lists them).
Result<Subject> find_subject(const store::Register& reg, const std::string& what,
                             const catalogue::Catalogue* catalogue);

// Series of an organisation, of one organ of it or (`organisation` empty) of an organ that stands
// alone; as list_series.
Result<std::vector<SeriesRow>> series_of_body(const store::Register& reg,
                                              const std::string& organisation,
                                              const std::string& organ = "");

// Meetings of these that are of no series, by first day (unknown last), then id.
Result<std::vector<MeetingRow>> meetings_apart(const store::Register& reg,
                                               const std::string& organisation,
                                               const std::string& organ = "");

}  // namespace rapporteur::query
