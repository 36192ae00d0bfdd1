// Dates of the calendar, whole or partly given: "21 May 2018", "on 21 May", "on the 18th",
// "Monday".
#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "resolver.h"

namespace rapporteur::time {

namespace {

constexpr int kNearMonths = 2;  // so near that a tense of the past does not decide
constexpr int kPlanMonths = 4;  // a plan may be past, but few tell of one as old as that

bool month_comes_first(std::string_view country) {
  constexpr std::array<std::string_view, 6> kCountries = {"US", "PH", "FM", "PW", "MH", "GU"};
  return std::find(kCountries.begin(), kCountries.end(), country) != kCountries.end();
}

bool is_southern(std::string_view country) {
  constexpr std::array<std::string_view, 14> kCountries = {
      "AR", "AU", "BO", "BW", "CL", "LS", "NA", "NZ", "PY", "SZ", "UY", "ZA", "ZW", "MZ"};
  return std::find(kCountries.begin(), kCountries.end(), country) != kCountries.end();
}

int months_of(Date date) { return date.year * 12 + date.month; }

}  // namespace

std::optional<int> Resolver::base_year(const Point& p) const {
  if (p.year_base == Base::anchor && anchor_) return to_date(anchor_->first).year + p.year_shift;
  if (p.year_base == Base::reference && reference_) {
    return to_date(reference_->value.first).year + p.year_shift;
  }
  return std::nullopt;
}

Resolver::Value Resolver::part_of_year(int year, int part) const {
  const auto months = [&](int first, int count) {
    const DayNumber begin = add_months(to_days(year, 1, 1), first - 1);
    return Value{begin, add_months(begin, count) - 1, Precision::month};
  };
  if (part > kHalf) return months((part - kHalf) * 6 - 5, 6);
  if (part > kQuarter) return months((part - kQuarter) * 3 - 2, 3);
  // Seasons are whole months: spring is March to May; half a year later in the south.
  const int first = part * 3 + (is_southern(country_) ? 6 : 0);
  return months(first > 12 ? first - 12 : first, 3);
}

// The day, month or part of a year that the point names in that year.
Resolver::Outcome Resolver::day_in(int year, const Point& p) const {
  Outcome out;
  if (p.part != 0) {
    out.value = part_of_year(year, p.part);
    return out;
  }
  if (p.month == 0) {
    out.value = Value{to_days(year, 1, 1), to_days(year, 12, 31), Precision::year};
    return out;
  }
  if (p.day == 0) {
    const DayNumber first = to_days(year, p.month, 1);
    out.value = Value{first, first + days_in_month(year, p.month) - 1, Precision::month};
    return out;
  }
  if (!is_valid(year, p.month, p.day)) {
    out.note = kNoSuchDay;
    return out;
  }
  const DayNumber day = to_days(year, p.month, p.day);
  out.value = Value{day, day, Precision::day};
  if (p.weekday != 0 && weekday_of(day) != p.weekday) out.note = kWeekdayContradicts;
  return out;
}

Resolver::Outcome Resolver::calendar(const Point& point, Tense tense, std::uint32_t sentence) {
  if (point.whole_week) {
    Point day = point;
    day.whole_week = false;
    Outcome out = calendar(day, tense, sentence);
    if (!out.value) return out;
    const DayNumber monday = monday_of(out.value->first);
    out.value = Value{monday, monday + 6, Precision::day};
    return out;
  }
  const Point& p = point;
  if (p.month_base != Base::none) {
    const auto base = base_of(p.month_base, Unit::month);
    Outcome out;
    if (!base) {
      out.note = kNoAnchor;
      return out;
    }
    const Date month =
        to_date(add_months(period_of(base->first, Precision::month).first, p.month_shift));
    Point dated = p;
    dated.month = static_cast<std::int8_t>(month.month);
    out = day_in(month.year, dated);
    out.resolved = true;
    return out;
  }
  if (p.year_base != Base::none) {
    const auto year = base_year(p);
    Outcome out;
    if (!year || *year < 1 || *year > 9999) {
      out.note = kNoAnchor;
      return out;
    }
    out = day_in(*year, p);
    out.resolved = true;
    return out;
  }
  if (p.year != 0) return p.swappable ? swapped(p) : day_in(p.year, p);
  if (p.month != 0 || p.part != 0) return year_of_partial(p, tense, sentence);
  if (p.day != 0) return nearest_day_number(p, tense);
  return weekday(p, tense);
}

// "03/04/2020": by the order of the text's other figures, else of the country, else the year only.
Resolver::Outcome Resolver::swapped(const Point& p) {
  Point other = p;
  std::swap(other.day, other.month);
  const int lead = month_leads_ != 0             ? month_leads_
                   : month_comes_first(country_) ? 1
                   : !country_.empty()           ? -1
                                                 : 0;
  if (p.weekday != 0) {  // "Wednesday 5/1/2013": the order that its weekday proves
    const Outcome plain = day_in(p.year, p);
    const Outcome turned = day_in(p.year, other);
    if (plain.note.empty() != turned.note.empty()) return plain.note.empty() ? plain : turned;
  }
  if (lead != 0) return day_in(p.year, lead > 0 ? other : p);
  Point year;
  year.year = p.year;
  Outcome out = day_in(p.year, year);
  if (anchor_ && anchor_->first == anchor_->last) {  // the day of the report itself
    for (const Point& reading : {p, other}) {
      const Outcome day = day_in(p.year, reading);
      if (day.value && day.value->first == anchor_->first) out = day;
    }
  }
  out.ambiguous = true;
  out.note = kOrderUnknown;
  return out;
}

// The text tells of a time long before the report, and a date just before says which year.
bool Resolver::tells_history(std::uint32_t sentence) const {
  return reference_ && reference_->has_year && sentence - reference_->sentence <= 3 && historical_;
}

// "is to be held in 2019 in Kyrgyzstan, in June", "is set for 12 November 2019. Officials meet on
// 3 June": a year after the report's, said just before.
std::optional<int> Resolver::coming_year(std::uint32_t sentence) const {
  if (!anchor_ || !reference_ || sentence - reference_->sentence > 1) return std::nullopt;
  const int year = to_date(reference_->value.first).year;
  // "a census in 2030": plans of a sentence before say nothing of the days told behind.
  const bool bare = reference_->value.precision == Precision::year;
  const bool says_year = bare ? reference_->sentence == sentence : reference_->has_year;
  if (!says_year || to_date(reference_->value.last).year != year ||
      year <= to_date(anchor_->first).year)
    return std::nullopt;
  return year;
}

// "spoke of a congress in 2021 and of his talks on |November 29|", told on November 30.
bool Resolver::is_days_ago(const Point& p) const {
  constexpr DayNumber kFew = 14;
  const DayNumber today = anchor_->first;
  if (p.day == 0 || anchor_->last != today) return false;
  const Outcome day = day_in(to_date(today).year, p);
  return day.value && day.value->first <= today && today - day.value->first <= kFew;
}

// "on 21 May", "in August", "last quarter": the nearest one, in keeping with the tense.
Resolver::Outcome Resolver::year_of_partial(const Point& p, Tense tense, std::uint32_t sentence) {
  Outcome out;
  out.resolved = true;
  std::optional<DayNumber> base;
  const bool year_alone = reference_ && reference_->value.precision == Precision::year;
  const bool far = year_alone && sentence != reference_->sentence;
  if (tells_history(sentence) || (!anchor_ && reference_ && !far)) {
    if (reference_->value.precision == Precision::year) {
      out = day_in(to_date(reference_->value.first).year, p);
      out.resolved = true;
      return out;
    }
    base = reference_->value.first;
    tense = Tense::unknown;
  } else if (tense == Tense::future && coming_year(sentence) && !is_days_ago(p)) {
    out = day_in(*coming_year(sentence), p);
    out.resolved = true;
    return out;
  } else if (anchor_ && anchor_->last - anchor_->first >= 31) {
    out = day_in(to_date(anchor_->first).year, p);  // only the year is known
    out.resolved = true;
    return out;
  } else if (anchor_) {
    base = anchor_->first;
  } else if (first_full_) {
    base = first_full_->value.first;
    tense = Tense::unknown;
  }
  if (!base) {
    out.note = kNoAnchor;
    return out;
  }
  return nearest_year(p, *base, tense);
}

// The date of that name in the year before `base`, its own or the next: the nearest, in keeping
// with the tense.
Resolver::Outcome Resolver::nearest_year(const Point& p, DayNumber base, Tense tense) const {
  const int year = to_date(base).year;
  const int now = months_of(to_date(base));
  const bool any_year = p.month == 2 && p.day == 29;
  Outcome best;
  best.note = kNoSuchDay;
  std::int64_t best_rank = INT64_MAX;
  for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
    if (candidate < 1 || candidate > 9999) continue;
    const Outcome found = day_in(candidate, p);
    if (!found.value) {
      if (!any_year && candidate == year) return found;
      continue;
    }
    const bool told = tense != Tense::unknown;
    const int months = told ? months_of(to_date(found.value->first)) - now : 0;
    std::int64_t rank = std::min(std::abs(std::int64_t{found.value->first} - base),
                                 std::abs(std::int64_t{found.value->last} - base));
    if (found.value->first <= base && base <= found.value->last) rank = 0;
    const bool past = planned_ ? months < -kPlanMonths : !soft_ && months < 0;
    const bool against = (tense == Tense::future && past) ||
                         (tense == Tense::past && months > (strict_ ? 0 : kNearMonths));
    if (against) rank += 1000;
    if (rank < best_rank) {
      best = found;
      best_rank = rank;
    }
  }
  best.resolved = true;
  return best;
}

// "on the 18th": of the month that lies nearest.
Resolver::Outcome Resolver::nearest_day_number(const Point& p, Tense tense) const {
  Outcome out;
  out.resolved = true;
  if (!anchor_ || anchor_->last - anchor_->first > 31) {
    out.note = kNoAnchor;
    return out;
  }
  const DayNumber base = anchor_->first;
  int best = INT32_MAX;
  const int months = p.weekday != 0 ? 7 : 1;  // "Tuesday the eighteenth"
  for (int shift = -months; shift <= months; ++shift) {
    const Date month = to_date(add_months(period_of(base, Precision::month).first, shift));
    if (!is_valid(month.year, month.month, p.day)) continue;
    const DayNumber day = to_days(month.year, month.month, p.day);
    if (p.weekday != 0 && weekday_of(day) != p.weekday) continue;
    const bool against =
        (tense == Tense::future && day < base) || (tense == Tense::past && day > base);
    const int rank = std::abs(day - base) + (against ? 300 : 0);
    if (rank < best) {
      best = rank;
      out.value = Value{day, day, Precision::day};
    }
  }
  return out;
}

// "on Wednesday": the last one up to the anchor, the next one from it on in a clause of the future.
Resolver::Outcome Resolver::weekday(const Point& p, Tense tense) const {
  Outcome out;
  out.resolved = true;
  if (!anchor_ || anchor_->first != anchor_->last) {
    out.note = kNoAnchor;
    return out;
  }
  const DayNumber base = anchor_->first;
  const int ahead = (p.weekday - weekday_of(base) + 7) % 7;
  const DayNumber day = tense == Tense::future || ahead == 0 ? base + ahead : base + ahead - 7;
  out.ambiguous = tense == Tense::unknown && ahead != 0;
  out.value = Value{day, day, Precision::day};
  return out;
}

Resolver::Outcome Resolver::feast(const Point& p, Tense tense) {
  Outcome out;
  const auto given = p.year != 0 ? std::optional<int>(p.year) : base_year(p);
  if (given) {
    const auto day = vocabulary_.feast_day(p.number, *given, country_);
    if (day) out.value = Value{*day, *day, Precision::day};
    if (!day) out.note = kNoCountry;
    out.resolved = true;
    return out;
  }
  out.resolved = true;
  if (!anchor_) {
    out.note = kNoAnchor;
    return out;
  }
  const DayNumber base = anchor_->first;
  const int year = to_date(base).year;
  int best = INT32_MAX;
  for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
    if (anchor_->last - anchor_->first > 31 && candidate != year) continue;
    const auto found = vocabulary_.feast_day(p.number, candidate, country_);
    if (!found) {
      out.note = kNoCountry;
      return out;
    }
    const DayNumber day = *found;
    if (p.count < 0 && day >= base) continue;
    if (p.count > 0 && day <= base) continue;
    const bool against = (tense == Tense::future && day < base - 60) ||
                         (tense == Tense::past && day > base + (strict_ ? 0 : 60));
    const int rank = std::abs(day - base) + (against ? 1000 : 0);
    if (rank < best) {
      best = rank;
      out.value = Value{day, day, Precision::day};
    }
  }
  return out;
}

// "the first nine months of 2021", "the last two weeks of May".
Resolver::Outcome Resolver::slice(const Point& p, Tense tense, std::uint32_t sentence) {
  Point whole = p;
  whole.form = Form::calendar;
  Outcome out = calendar(whole, tense, sentence);
  if (!out.value) return out;
  const Value all = *out.value;
  const int count = std::abs(p.count);
  const int months = p.unit == Unit::month ? count : p.unit == Unit::quarter ? 3 * count : 0;
  const int days = p.unit == Unit::week ? 7 * count : count;
  const DayNumber end = months != 0 ? add_months(all.first, months) - 1 : all.first + days - 1;
  const DayNumber begin = months != 0 ? add_months(all.last + 1, -months) : all.last - days + 1;
  const Precision precision = months != 0 ? Precision::month : Precision::day;
  out.value = p.count > 0 ? Value{all.first, std::min(end, all.last), precision}
                          : Value{std::max(begin, all.first), all.last, precision};
  return out;
}

// "the first Monday of May 2014", "the last day of the month".
Resolver::Outcome Resolver::nth_of_month(const Point& p, Tense tense, std::uint32_t sentence) {
  Point whole = p;
  whole.form = Form::calendar;
  whole.weekday = 0;
  const bool of_this_month = p.month_base != Base::none;
  if (of_this_month) whole.day = 1;
  Outcome out = calendar(whole, tense, sentence);
  if (!out.value) return out;
  if (of_this_month) {
    const Days month = period_of(out.value->first, Precision::month);
    out.value = Value{month.first, month.last, Precision::month};
  }
  if (p.weekday == 0) {
    const DayNumber edge = p.count < 0 ? out.value->last : out.value->first;
    out.value = Value{edge, edge, Precision::day};
    return out;
  }
  const Date month = to_date(out.value->first);
  const DayNumber day = nth_weekday(month.year, month.month, p.weekday, p.count);
  if (to_date(day).month != month.month) {
    out.value.reset();
    out.note = kNoSuchDay;
    return out;
  }
  out.value = Value{day, day, Precision::day};
  return out;
}

// "2022-W33": the week with the year's first Thursday is its first.
Resolver::Outcome Resolver::iso_week(const Point& p) {
  Outcome out;
  const DayNumber monday = monday_of(to_days(p.year, 1, 4)) + 7 * (p.number - 1);
  if (to_date(monday + 3).year != p.year) {
    out.note = kNoSuchDay;
    return out;
  }
  const int day = p.weekday == 0 ? 0 : p.weekday - 1;
  out.value = Value{monday + day, monday + (p.weekday == 0 ? 6 : day), Precision::day};
  return out;
}

}  // namespace rapporteur::time
