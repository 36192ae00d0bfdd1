// Answers of the register as rows and pages that the output layer can write.
#pragma once

#include <vector>

#include "rapporteur/copies/grouper.h"
#include "rapporteur/output/subjects.h"
#include "rapporteur/query/query.h"
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

// Pages: every fact with the words that state it.
output::Page page_of(const query::MeetingPage& meeting);
output::Page page_of(const query::PersonPage& person);
output::Page page_of(const query::SeriesPage& series);
output::Page page_of(const query::Conflict& conflict);
// Of one report and pointer; `rules` says what the rules behind the facts mean.
output::Page page_of(const std::vector<query::Explanation>& explanations, const RuleBook& rules);

// What someone needs who prepares the next session. Looks up the meetings that `brief` names, so
// that every line has its sources. Errors: those of query::show_meeting.
Result<output::Page> brief_page(const store::Register& reg, const query::Brief& brief);

}  // namespace rapporteur::service
