// Meetings as a calendar shows them, one after another, however many there are.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/query/query.h"
#include "rapporteur/store/register.h"

namespace rapporteur::query {

struct Event {
  MeetingRow row;
  std::string venue;
  std::string mode;
  std::string chair_person;
  std::string rescheduled_to;  // EDTF
  std::string host;            // code of a state
  // Who took part or is to come; only of a meeting that has neither a name nor a body, and is known
  // by them alone. Sorted as on its page, without sources.
  std::vector<ParticipantRow> people;
  // When it takes place as far as is known: of a postponed meeting with a new date, that one.
  std::string when;  // EDTF
  std::string first_day;
  std::string last_day;             // included; both days are empty where an end is unknown or open
  std::int64_t days = 0;            // from first_day to last_day, both included
  bool exact = false;               // the days are stated as days, neither rounded nor approximate
  std::vector<std::string> agenda;  // each wording once, by report and order
  // The dated history: the values of dates, new date, place and status, as read, along the days of
  // the reports, and what people have said of these. Neither a further report nor a further word
  // makes it shorter.
  int revisions = 0;                 // how often a value changed, and how often people spoke
  std::string latest_report;         // day of the latest of both; empty: none is dated
  std::vector<std::string> reports;  // keys, sorted
};

// Calls `sink` for each meeting that the filter lets through, by first day (unknown last), then id;
// `sink` returns false to stop. `filter.limit` counts. Errors: as list_meetings. Cost: O(claims of
// the meetings), constant memory.
Result<void> for_each_event(const store::Register& reg, const MeetingFilter& filter,
                            const catalogue::Catalogue* catalogue,
                            const std::function<bool(const Event&)>& sink);

}  // namespace rapporteur::query
