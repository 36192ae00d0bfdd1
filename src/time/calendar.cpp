#include "calendar.h"

#include <algorithm>
#include <array>

namespace rapporteur::time {

namespace {

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

void put_digits(char* out, int value, int width) {
  for (int i = width; i-- > 0; value /= 10) out[i] = static_cast<char>('0' + value % 10);
}

}  // namespace

int digits_at(std::string_view text, std::size_t at, std::size_t width) {
  if (at + width > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + width; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool is_valid(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in_month(year, month);
}

bool is_in_calendar(DayNumber day) {
  constexpr DayNumber kFirst = -719162;  // 0001-01-01
  constexpr DayNumber kLast = 2932896;   // 9999-12-31
  return day >= kFirst && day <= kLast;
}

DayNumber to_days(int year, int month, int day) {
  const int y = month <= 2 ? year - 1 : year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date to_date(DayNumber days) {
  const int z = days + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int doe = z - era * 146097;
  const int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int mp = (5 * doy + 2) / 153;
  const int month = mp < 10 ? mp + 3 : mp - 9;
  return {yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1};
}

int weekday_of(DayNumber days) { return ((days + 3) % 7 + 7) % 7 + 1; }

DayNumber monday_of(DayNumber days) { return days - weekday_of(days) + 1; }

DayNumber add_months(DayNumber days, int months) {
  const Date date = to_date(days);
  const int total = date.year * 12 + date.month - 1 + months;
  const int year = (total >= 0 ? total : total - 11) / 12;
  const int month = total - year * 12 + 1;
  return to_days(year, month, std::min(date.day, days_in_month(year, month)));
}

DayNumber easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  return to_days(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

DayNumber orthodox_easter(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int julian_month = (d + e + 114) / 31;
  const int julian_day = (d + e + 114) % 31 + 1;
  const int lag = year / 100 - year / 400 - 2;  // of the Julian calendar, in days
  return to_days(year, julian_month, julian_day + lag);
}

DayNumber nth_weekday(int year, int month, int weekday, int n) {
  if (n < 0) {
    const DayNumber last = to_days(year, month, days_in_month(year, month));
    return last - (weekday_of(last) - weekday + 7) % 7;
  }
  const DayNumber first = to_days(year, month, 1);
  return first + (weekday - weekday_of(first) + 7) % 7 + 7 * (n - 1);
}

std::string to_edtf(DayNumber days, Precision precision) {
  const Date date = to_date(days);
  std::array<char, 10> out = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
  put_digits(out.data(), date.year, 4);
  put_digits(out.data() + 5, date.month, 2);
  put_digits(out.data() + 8, date.day, 2);
  const std::size_t size = precision == Precision::year    ? 4
                           : precision == Precision::month ? 7
                                                           : 10;
  return {out.data(), size};
}

Days period_of(DayNumber days, Precision precision) {
  const Date date = to_date(days);
  switch (precision) {
    case Precision::day:
      return {days, days};
    case Precision::month:
      return {to_days(date.year, date.month, 1),
              to_days(date.year, date.month, days_in_month(date.year, date.month))};
    case Precision::year:
      return {to_days(date.year, 1, 1), to_days(date.year, 12, 31)};
  }
  return {days, days};
}

}  // namespace rapporteur::time
