// The meetings of a register as a calendar.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "rapporteur/base/result.h"
#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/query/events.h"
#include "rapporteur/store/register.h"

namespace rapporteur::service {

struct CalendarCount {
  std::uint64_t events = 0;
  std::uint64_t imprecise = 0;  // of these: their days are not known exactly
  std::uint64_t left_out = 0;   // meetings without a date, with an open one, or longer than a year
};

// Writes the meetings that `filter` lets through as iCalendar, piece by piece; `sink` returns false
// to stop. docs/formats/calendar.md says what becomes of a meeting. The bytes depend on the
// register alone. Errors: those of query::for_each_event.
Result<CalendarCount> write_calendar(const store::Register& reg, const query::MeetingFilter& filter,
                                     const catalogue::Catalogue* catalogue,
                                     const std::function<bool(std::string_view)>& sink);

}  // namespace rapporteur::service
