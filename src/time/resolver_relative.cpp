// Dates counted from the report or from another date: "last week", "three days later".
#include <algorithm>
#include <cstdlib>

#include "resolver.h"

namespace rapporteur::time {

namespace {

int months_in(Unit unit) {
  switch (unit) {
    case Unit::month:
      return 1;
    case Unit::quarter:
    case Unit::season:
      return 3;
    case Unit::half:
      return 6;
    case Unit::year:
      return 12;
    case Unit::decade:
      return 120;
    case Unit::century:
      return 1200;
    default:
      return 0;
  }
}

}  // namespace

std::optional<Resolver::Value> Resolver::base_of(Base base, Unit unit) const {
  if (base == Base::reference) {
    // Years and months also hang on the report where no other date has been named.
    if (reference_) return reference_->value;
    if (unit == Unit::day || unit == Unit::week) return std::nullopt;
  }
  if (!anchor_) return std::nullopt;
  const Precision precision = anchor_->first == anchor_->last        ? Precision::day
                              : anchor_->last - anchor_->first <= 31 ? Precision::month
                                                                     : Precision::year;
  return Value{anchor_->first, anchor_->last, precision};
}

Resolver::Outcome Resolver::weekend(const Point& p, DayNumber base, Tense tense) const {
  DayNumber saturday = monday_of(base) + 5 + 7 * p.count;
  const bool now = base >= saturday;
  // "this weekend saw...", and at the start of a week one that no verb puts in time
  const bool over = tense == Tense::past || (tense == Tense::unknown && base < saturday - 3);
  if (p.count == 0 && over && !now && !p.ahead) saturday -= 7;
  Outcome out;
  out.resolved = true;
  out.ambiguous = p.count == 0 && tense == Tense::unknown && !now;
  out.value = Value{saturday, saturday + 1, Precision::day};
  return out;
}

Resolver::Outcome Resolver::shifted_day(const Point& p, DayNumber base) const {
  Outcome out;
  out.resolved = true;
  DayNumber day = base + p.count;
  if (p.weekday != 0) {  // "the following Monday"
    const int step = p.count > 0 ? 1 : -1;
    while (weekday_of(day) != p.weekday) day += step;
  }
  out.value = Value{day, day, Precision::day};
  return out;
}

// "last week", "in a fortnight", "Monday next week".
Resolver::Value Resolver::shifted_week(const Point& p, DayNumber from) {
  const int weeks = p.count * (p.unit == Unit::fortnight ? 2 : 1);
  const DayNumber monday = monday_of(from) + 7 * weeks;
  if (p.weekday == 0) return {monday, monday + 6, Precision::day};
  return {monday + p.weekday - 1, monday + p.weekday - 1, Precision::day};
}

// From the first day of one year to the last of another.
Resolver::Value Resolver::years(int first, int last) {
  return {to_days(first, 1, 1), to_days(last, 12, 31), Precision::year};
}

// "last century", "the first decade of this century".
Resolver::Value Resolver::shifted_century(const Point& p, int year) {
  const int first = std::max((year / 100 + p.count) * 100, 1);
  if (p.fractions == 0) return years(first, first + 99);
  return years(first + 100 * (p.fraction - 1) / p.fractions,
               first + 100 * p.fraction / p.fractions - 1);
}

// "last month", "two quarters ago", "three years later", "this decade".
std::optional<Resolver::Value> Resolver::shifted_period(const Point& p, DayNumber from) const {
  const int half = !p.and_half ? 0 : p.count < 0 ? -6 : 6;
  const DayNumber moved = add_months(from, p.count * months_in(p.unit) + half);
  if (!is_in_calendar(moved)) return std::nullopt;
  const Date date = to_date(moved);
  const int origin = to_date(from).year;
  switch (p.unit) {
    case Unit::month:
      return Value{period_of(moved, Precision::month).first,
                   period_of(moved, Precision::month).last, Precision::month};
    case Unit::quarter:
      return part_of_year(date.year, kQuarter + (date.month + 2) / 3);
    case Unit::half:
      return part_of_year(date.year, kHalf + (date.month + 5) / 6);
    case Unit::year:
      return years(date.year, date.year);
    case Unit::decade: {
      // "two decades ago" is a year; "the same decade", "last decade" are decades.
      if (p.counted) return years(date.year, date.year);
      const int first = (origin / 10 + p.count) * 10;
      return years(first, first + 9);
    }
    case Unit::century:
      return p.counted ? years(date.year, date.year) : shifted_century(p, origin);
    default:
      return std::nullopt;
  }
}

// "last week", "three days later", "the same month".
Resolver::Outcome Resolver::shift(const Point& p) const {
  Outcome out;
  out.resolved = true;
  const auto base = base_of(p.base, p.unit);
  if (!base) {
    out.note = kNoAnchor;
    return out;
  }
  const bool forward = p.base == Base::reference && p.count > 0;
  const DayNumber from = forward ? base->last : base->first;
  const bool is_day = base->precision == Precision::day;
  const bool counts_days = p.unit == Unit::day || p.unit == Unit::week || p.unit == Unit::fortnight;
  const bool too_vague = (counts_days || p.unit == Unit::weekend) && !is_day;
  if (too_vague || (p.unit == Unit::month && base->precision == Precision::year)) {
    out.note = kNoAnchor;
    return out;
  }
  if (p.to_the_day && is_day) {
    const int days = p.unit == Unit::day ? 1 : p.unit == Unit::week ? 7 : 14;
    const DayNumber day =
        counts_days ? from + days * p.count : add_months(from, p.count * months_in(p.unit));
    out.value = Value{day, day, Precision::day};
    return out;
  }
  if (p.unit == Unit::hour) return out;
  if (p.unit == Unit::weekend) return weekend(p, from, now_);
  if (p.unit == Unit::day) {
    // "the same day" of an interval is its last day only where it is one day.
    const bool same = p.base == Base::reference && p.count == 0 && base->first != base->last;
    if (!same) return shifted_day(p, from);
    out.value = base;
    return out;
  }
  // "opened in 2019. It will be 43 years later": the age of something else
  constexpr int kLongest = 30;
  if (forward && p.counted && p.unit == Unit::year && p.count > kLongest) return out;
  out.value = counts_days ? shifted_week(p, from) : shifted_period(p, from);
  return out;
}

// "10 days before Christmas", "the Monday after Easter".
Resolver::Outcome Resolver::beside(const Point& p, Tense tense, std::uint32_t sentence) {
  Point inner = p;
  inner.offset = 0;
  Outcome out = point(inner, tense, sentence);
  if (!out.value) return out;
  out.resolved = true;
  const bool back = p.offset < 0;
  DayNumber day = back ? out.value->first : out.value->last;
  if (p.offset_weekday != 0) {
    do {
      day += back ? -1 : 1;
    } while (weekday_of(day) != p.offset_weekday);
  } else if (p.offset_unit == Unit::day || p.offset_unit == Unit::week) {
    day += p.offset * (p.offset_unit == Unit::week ? 7 : 1);
  } else {
    day = add_months(day, p.offset * months_in(p.offset_unit));
  }
  out.value = Value{day, day, Precision::day};
  return out;
}

// "the past three years": up to the anchor's day; "the next two weeks": from the day after it.
Resolver::Outcome Resolver::rolling(const Point& p) const {
  Outcome out;
  out.resolved = true;
  if (p.count > 0 && now_ == Tense::past) {  // "over the next five years he served..."
    const int months = p.count * months_in(p.unit);
    if (months > 12000) return out;
    if (reference_ && months != 0) {
      const Value& from = reference_->value;
      const DayNumber last = add_months(from.first, months);
      out.value = Value{from.first, period_of(last, from.precision).last, from.precision};
      return out;
    }
  }
  if (!anchor_ || anchor_->first != anchor_->last) {
    out.note = kNoAnchor;
    return out;
  }
  const DayNumber base = anchor_->first;
  const int per_week = p.unit == Unit::fortnight ? 14 : 7;
  DayNumber moved = base;
  if (p.unit == Unit::day) {
    moved = base + p.count;
  } else if (p.unit == Unit::week || p.unit == Unit::fortnight) {
    moved = base + per_week * p.count;
  } else {
    const std::int64_t months = std::int64_t{p.count} * months_in(p.unit);
    if (std::abs(months) > 12000) return out;
    moved = add_months(base, static_cast<int>(months));
  }
  out.value =
      p.count < 0 ? Value{moved + 1, base, Precision::day} : Value{base + 1, moved, Precision::day};
  return out;
}

// "next Tuesday", "last June", "this summer".
Resolver::Outcome Resolver::nearest(const Point& p, Tense tense) const {
  if (p.base == Base::reference) return following(p);
  Outcome out;
  out.resolved = true;
  const bool is_day = anchor_ && anchor_->first == anchor_->last;
  if (!anchor_ || (!is_day && (p.weekday != 0 || anchor_->last - anchor_->first > 31))) {
    out.note = kNoAnchor;
    return out;
  }
  const DayNumber base = anchor_->first;
  if (p.weekday != 0) {
    const int ahead = (p.weekday - weekday_of(base) + 7) % 7;
    DayNumber day = base + ahead;
    if (p.counted) {  // "two Sundays from now", "Monday week"
      day = p.count > 0 ? base + (ahead == 0 ? 7 : ahead) + 7 * (p.count - 1)
                        : base + ahead + 7 * p.count;
    } else if (p.count > 0) {
      day = monday_of(base) + 7 + p.weekday - 1;  // in the next week
      out.ambiguous = ahead != 0 && base + ahead != day;
    } else if (p.count < 0) {
      day = base + ahead - 7;
      out.ambiguous = day > monday_of(base) - 1;
    } else if (ahead != 0 && tense == Tense::past && !p.ahead) {
      day -= 7;
    }
    out.value = Value{day, day, Precision::day};
    return out;
  }
  const int year = to_date(base).year;
  for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
    const Value value = *day_in(candidate, p).value;
    if (p.count < 0 && value.last < base) out.value = value;
    if (p.count == 0 && p.ahead && value.last >= base && !out.value) out.value = value;
    // "this summer", told in January of a summer that is past
    const bool past = tense == Tense::past && value.first - base > 120;
    if (p.count == 0 && !p.ahead && candidate <= year && !past) out.value = value;
    if (p.count > 0 && value.first > base && !out.value) out.value = value;
  }
  return out;
}

// "the following March", "the previous summer": from another date on, else from the report's.
Resolver::Outcome Resolver::following(const Point& p) const {
  Outcome out;
  out.resolved = true;
  const auto base = base_of(Base::reference, Unit::month);
  if (!base) {
    out.note = kNoAnchor;
    return out;
  }
  const int year = to_date(p.count > 0 ? base->last : base->first).year;
  for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
    if (candidate < 1 || candidate > 9999) continue;
    const Value value = *day_in(candidate, p).value;
    if (p.count < 0 && value.last < base->first) out.value = value;
    if (p.count > 0 && value.first > base->last && !out.value) out.value = value;
  }
  return out;
}

}  // namespace rapporteur::time
