// Answers of the register as rows, pages and timelines that the output layer can write.
#pragma once

#include <string>
#include <vector>

#include "rapporteur/copies/grouper.h"
#include "rapporteur/output/subjects.h"
#include "rapporteur/query/derived.h"
#include "rapporteur/query/query.h"
#include "rapporteur/query/subject.h"
#include "rapporteur/service/rule_book.h"
#include "rapporteur/store/register.h"

namespace rapporteur::service {

// Rows: one line of a list. All rows of one kind have the same columns.
output::Row row_of(const query::MeetingRow& meeting);
output::Row row_of(const query::SearchHit& hit);
output::Row row_of(const query::SeriesRow& series);
output::Row row_of(const store::Finding& finding);
output::Row row_of(const query::CorrectionRow& correction);
output::Row row_of(const query::ExportRecord& record);
// Of one member of a group of copies. REQUIRES: member < group.members.size().
output::Row row_of(const copies::Group& group, std::size_t member);

// Pages: every fact with the words that state it. `catalogue` (may be null) has the names of states
// and topics.
output::Page page_of(const query::MeetingPage& meeting,
                     const catalogue::Catalogue* catalogue = nullptr);
output::Page page_of(const query::Conflict& conflict,
                     const catalogue::Catalogue* catalogue = nullptr);
// Of one report and pointer; `rules` says what the rules behind the facts mean.
output::Page page_of(const std::vector<query::Explanation>& explanations, const RuleBook& rules);

// All that the register has on a meeting, person, series, state or body, with what follows from it
// on the day `as_of` (see query/derived.h). Errors: not_found; those of the register.
Result<output::Page> page_of(const store::Register& reg, const query::Subject& subject,
                             const std::string& as_of, const catalogue::Catalogue* catalogue);

// What someone needs who prepares the next session; every line has its sources.
output::Page brief_page(const query::Brief& brief, const catalogue::Catalogue* catalogue);

struct TimelineOptions {
  std::string from;    // EDTF: what ends on its first day or later
  std::string to;      // EDTF: what begins on its last day or earlier
  std::string period;  // "month", "year", "decade"; empty: what suits the days that are covered
  std::string as_of;   // as in query/derived.h
};
// Meetings by series and, of people, offices; of the whole register where `subject` is null.
// Errors: not_found; bad_data (a date of the options).
Result<output::Timeline> timeline_of(const store::Register& reg, const query::Subject* subject,
                                     const TimelineOptions& options,
                                     const catalogue::Catalogue* catalogue);
// The sessions of a brief, with the one that is due.
output::Timeline timeline_of(const query::Brief& brief, const catalogue::Catalogue* catalogue);

}  // namespace rapporteur::service
