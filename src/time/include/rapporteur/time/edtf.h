// EDTF values as spans of days: comparison, overlap, precision.
// Source: ISO 8601-2:2019, level 1, as far as this program writes it: years of four digits, months,
// days, intervals, open ends, "~" and "?".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur::time {

// Days since 1970-01-01 in the proleptic Gregorian calendar.
using DayNumber = std::int32_t;

// Beyond every day, and near enough that no difference of two overflows.
inline constexpr DayNumber kOpenBegin = -(1 << 29);
inline constexpr DayNumber kOpenEnd = 1 << 29;

struct Days {  // first to last, both included
  DayNumber first = 0;
  DayNumber last = 0;
  friend bool operator==(const Days&, const Days&) = default;
};

// The days that `edtf` covers; nothing if it is not well-formed or names no real day.
std::optional<Days> days_of(std::string_view edtf);

// Both are well-formed and share a day. The empty string overlaps nothing.
bool overlap(std::string_view a, std::string_view b);
// Both are well-formed and every day of `inner` is one of `outer`.
bool contains(std::string_view outer, std::string_view inner);
// How many days it covers; 0 if malformed; INT64_MAX if open. Smaller is more precise.
std::int64_t length(std::string_view edtf);

// The shortest EDTF that covers exactly first..last: "2018", "2018-05", "2018-05-21",
// "2018-05/2018-06" or "2018-05-21/2018-05-22".
std::string edtf_of(Days days);

// "2018-05-16" for a valid day. REQUIRES: year in 1..9999.
std::string day_edtf(int year, int month, int day);

}  // namespace rapporteur::time
