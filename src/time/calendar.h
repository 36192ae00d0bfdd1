// Arithmetic on civil dates. Source: Howard Hinnant's published algorithms for days and civil
// dates; the anonymous Gregorian computus for Easter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "rapporteur/time/edtf.h"

namespace rapporteur::time {

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
};

// The number in the `width` digits at `at`; -1 if they are not there.
int digits_at(std::string_view text, std::size_t at, std::size_t width);

int days_in_month(int year, int month);
bool is_valid(int year, int month, int day);
// Of the years 1 to 9999, which EDTF writes in four figures.
bool is_in_calendar(DayNumber day);

// REQUIRES: month in 1..12; any day is taken as an offset from the month's first.
DayNumber to_days(int year, int month, int day);
Date to_date(DayNumber days);

// 1 is Monday, 7 is Sunday.
int weekday_of(DayNumber days);
// The Monday of the week that `days` lies in.
DayNumber monday_of(DayNumber days);

// The same day `months` later; the last day of the month where there is no such day.
DayNumber add_months(DayNumber days, int months);

DayNumber easter(int year);           // western
DayNumber orthodox_easter(int year);  // in the Gregorian calendar
// The n-th weekday of a month; n = -1: the last one.
DayNumber nth_weekday(int year, int month, int weekday, int n);

enum class Precision { day, month, year };

// The day, month or year in EDTF. REQUIRES: a year in 1..9999.
std::string to_edtf(DayNumber days, Precision precision);

// The first and the last day of the month or year that `days` lies in.
Days period_of(DayNumber days, Precision precision);

}  // namespace rapporteur::time
