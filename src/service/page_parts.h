// Pieces of pages: values of the register as lines with their sources.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/output/subjects.h"
#include "rapporteur/query/query.h"

namespace rapporteur::service {

// Appends ", part" or, to nothing, "part".
void append_part(std::string& out, std::string_view part);
// Appends " (note)" unless it is empty.
void append_note(std::string& out, std::string_view note);
std::string joined(const std::vector<std::string>& parts);

std::vector<output::Citation> citations_of(const std::vector<query::Source>& sources);

// "13th meeting ..., 2018-05-21/2018-05-22, Beijing (held) m-0123456789abcdef"
std::string meeting_line(const query::MeetingRow& m);
std::string participant_line(const query::ParticipantRow& p);
std::string series_name(const query::SeriesRow& series);

// All values of a fact; where reports differ, each on a line of its own with its support.
void add_fact(const query::Fact& fact, output::Page::Section& section);

output::Page::Section participants(const std::string& heading,
                                   const std::vector<query::ParticipantRow>& rows);
output::Page::Section items(const std::string& heading, const std::vector<query::Item>& rows);
output::Page::Section meetings(const std::string& heading,
                               const std::vector<query::MeetingRow>& rows);

}  // namespace rapporteur::service
