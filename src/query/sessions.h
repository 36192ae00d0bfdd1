// Sessions of a series, and everything else that is looked at from a day.
#pragma once

#include <string>
#include <vector>

#include "ask.h"

namespace rapporteur::query {

// A condition on version v: published on that day or before; "" for every day.
std::string known_by(const std::string& as_of);

// By ordinal, then first day, then id. With a day: those that a report until then names, as these
// reports describe them.
Result<std::vector<MeetingRow>> sessions_of(const Register& reg, const std::string& series,
                                            const std::string& as_of);

// As sessions_of, looked at on `day`: what is on a later day has not been held yet, whatever a
// report says. What counts it as held by mistake is among its conflicts.
Result<std::vector<MeetingRow>> sessions_on(const Register& reg, const std::string& series,
                                            const std::string& as_of, const std::string& day);

// The same for a meeting; false if no report until then names it.
Result<bool> put_as_known(const Register& reg, const std::string& as_of, MeetingRow& meeting);

bool is_over(const MeetingRow& m);
bool is_to_come(const MeetingRow& m);

struct Placed {
  std::string time;  // first day; what has none stands after lower ordinals
  MeetingRow row;
};
// The latest first.
std::vector<Placed> latest_first(const std::vector<MeetingRow>& sessions);

// As show_meeting, by reports until that day; `id` is its own.
Result<MeetingPage> page_as_known(const Register& reg, const std::string& id,
                                  const std::string& as_of);

// A series is called what most of its sessions are called; followed by WHERE ... on `series AS s`.
extern const char* const kSeriesColumns;
SeriesRow series_of(const Cursor& row);

// All series with a session that is of this body, or the one of this id.
Result<std::vector<SeriesRow>> series_matching(const Register& reg, const std::string& body,
                                               const catalogue::Catalogue* catalogue);

}  // namespace rapporteur::query
