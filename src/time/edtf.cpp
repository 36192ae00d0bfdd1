#include "rapporteur/time/edtf.h"

#include <algorithm>
#include <cstddef>

#include "calendar.h"

namespace rapporteur::time {

namespace {

// "2018", "2018-05" or "2018-05-21", each with or without "~", "?" or "%" behind it.
std::optional<Days> part(std::string_view text) {
  if (!text.empty() && (text.back() == '~' || text.back() == '?' || text.back() == '%')) {
    text.remove_suffix(1);
  }
  const int year = digits_at(text, 0, 4);
  if (year < 1) return std::nullopt;
  if (text.size() == 4) return period_of(to_days(year, 1, 1), Precision::year);
  const int month = text[4] == '-' ? digits_at(text, 5, 2) : -1;
  if (month < 1 || month > 12) return std::nullopt;
  if (text.size() == 7) return period_of(to_days(year, month, 1), Precision::month);
  const int day = text.size() == 10 && text[7] == '-' ? digits_at(text, 8, 2) : -1;
  if (!is_valid(year, month, day)) return std::nullopt;
  const DayNumber number = to_days(year, month, day);
  return Days{number, number};
}

bool is_open(std::string_view text) { return text.empty() || text == ".."; }

bool is_start_of(DayNumber day, Precision precision) {
  return period_of(day, precision).first == day;
}

bool is_end_of(DayNumber day, Precision precision) { return period_of(day, precision).last == day; }

}  // namespace

std::optional<Days> days_of(std::string_view edtf) {
  const std::size_t slash = edtf.find('/');
  if (slash == std::string_view::npos) return part(edtf);
  const std::string_view left = edtf.substr(0, slash);
  const std::string_view right = edtf.substr(slash + 1);
  if (is_open(left) && is_open(right)) return std::nullopt;
  Days days{kOpenBegin, kOpenEnd};
  if (!is_open(left)) {
    const auto first = part(left);
    if (!first) return std::nullopt;
    days.first = first->first;
  }
  if (!is_open(right)) {
    const auto last = part(right);
    if (!last) return std::nullopt;
    days.last = last->last;
  }
  if (days.first > days.last) return std::nullopt;
  return days;
}

bool overlap(std::string_view a, std::string_view b) {
  const auto x = days_of(a);
  const auto y = days_of(b);
  return x && y && x->first <= y->last && y->first <= x->last;
}

bool contains(std::string_view outer, std::string_view inner) {
  const auto x = days_of(outer);
  const auto y = days_of(inner);
  return x && y && x->first <= y->first && y->last <= x->last;
}

std::int64_t length(std::string_view edtf) {
  const auto days = days_of(edtf);
  if (!days) return 0;
  if (days->first == kOpenBegin || days->last == kOpenEnd) return INT64_MAX;
  return std::int64_t{days->last} - days->first + 1;
}

std::string edtf_of(Days days) {
  if (days.first == kOpenBegin) return "../" + to_edtf(days.last, Precision::day);
  if (days.last == kOpenEnd) return to_edtf(days.first, Precision::day) + "/..";
  for (const Precision precision : {Precision::year, Precision::month, Precision::day}) {
    if (!is_start_of(days.first, precision) || !is_end_of(days.last, precision)) continue;
    const std::string first = to_edtf(days.first, precision);
    const std::string last = to_edtf(days.last, precision);
    return first == last ? first : first + "/" + last;
  }
  return {};
}

std::string day_edtf(int year, int month, int day) {
  return to_edtf(to_days(year, month, day), Precision::day);
}

}  // namespace rapporteur::time
