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

// One for each sentence that a source quotes.
std::vector<output::Citation> citations_of(const std::vector<query::Source>& sources);

// A line with the sentences that say most of it, `most` at most and one of each report before a
// second one; what other reports say the same is counted.
output::Page::Fact line(std::string label, std::string value,
                        const std::vector<query::Source>& sources, std::size_t most = 3);
// The same for what is concluded from the sources.
output::Page::Fact conclusion(std::string label, std::string value, std::string because,
                              const std::vector<query::Source>& sources, std::size_t most = 3);

// "13th meeting ..., 2018-05-21/2018-05-22, Beijing (held) m-0123456789abcdef"
std::string meeting_line(const query::MeetingRow& m);
std::string participant_line(const query::ParticipantRow& p);
std::string series_name(const query::SeriesRow& series);

// All values of a fact; where reports differ, each on a line of its own with its support.
void add_fact(const query::Fact& fact, output::Page::Section& section);

// Without those that another one says as well: "minister" beside "Minister of Water Resources".
std::vector<std::string> full_offices(const std::vector<std::string>& offices);

output::Page::Section participants(const std::string& heading,
                                   const std::vector<query::ParticipantRow>& rows);
output::Page::Section items(const std::string& heading, const std::vector<query::Item>& rows);
output::Page::Section meetings(const std::string& heading,
                               const std::vector<query::MeetingRow>& rows);

// What people have corrected.
output::Page::Section corrections(const std::vector<query::CorrectionRow>& list);

}  // namespace rapporteur::service
