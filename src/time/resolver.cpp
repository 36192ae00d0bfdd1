#include "resolver.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace rapporteur::time {

namespace {

constexpr std::string_view kNoSuchDay = "no such day";
constexpr std::string_view kWeekdayContradicts = "weekday contradicts the date";
constexpr std::string_view kNoAnchor = "no date to count from";
constexpr std::string_view kEndsBeforeItBegins = "ends before it begins";
constexpr std::string_view kOrderUnknown = "day and month could be exchanged";
constexpr std::string_view kBeforeOurEra = "before our era";
constexpr int kNearMonths = 2;  // so near that the tense does not decide
constexpr int kHistoryGap = 2;  // years before the report

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

// "XXXX-05-21" for a single day without a year.
std::string pattern_of(const Phrase& phrase) {
  const Point& p = phrase.first;
  const bool lacks_year = p.form == Form::calendar && p.year == 0 && p.year_base == Base::none;
  if (phrase.is_range || !lacks_year || p.month == 0 || p.day == 0) return {};
  if (!is_valid(2000, p.month, p.day)) return {};
  return "XXXX" + to_edtf(to_days(2000, p.month, p.day), Precision::day).substr(4);
}

bool is_in_calendar(DayNumber day) {
  const int year = to_date(day).year;
  return year >= 1 && year <= 9999;
}

}  // namespace

Resolver::Resolver(const text::Document& doc, const Vocabulary& vocabulary, const Anchor& anchor)
    : doc_(doc), vocabulary_(vocabulary), country_(anchor.country) {
  const auto days = days_of(anchor.date);
  if (days && days->first != kOpenBegin && days->last != kOpenEnd) anchor_ = days;
}

// What the whole text shows: how far back its dates lie, and in which order it writes figures.
void Resolver::survey(const std::vector<Phrase>& phrases) {
  int far = 0;
  int near = 0;
  for (const Phrase& phrase : phrases) {
    const Point& p = phrase.first;
    if (p.form != Form::calendar || p.year == 0) continue;
    if (anchor_) {
      const int gap = to_date(anchor_->first).year - p.year;
      (gap >= kHistoryGap ? far : near) += 1;
    }
    if (!first_full_ && p.has_day() && p.month != 0 && is_valid(p.year, p.month, p.day)) {
      const DayNumber day = to_days(p.year, p.month, p.day);
      first_full_ = Reference{{day, day, Precision::day}, 0, true};
    }
    month_leads_ += p.order;
  }
  historical_ = far >= 4 && far > 2 * near;
}

void Resolver::resolve(const std::vector<Phrase>& phrases, std::vector<Expression>& out) {
  survey(phrases);
  out.reserve(out.size() + phrases.size());
  for (const Phrase& phrase : phrases) out.push_back(expression(phrase));
}

std::string Resolver::text_of(const Value& value) {
  std::string first = to_edtf(value.first, value.precision);
  const std::string last = to_edtf(value.last, value.precision);
  return first == last ? first : first + "/" + last;
}

Expression Resolver::expression(const Phrase& phrase) {
  Expression e;
  e.tokens = phrase.tokens;
  e.span = doc_.span(phrase.tokens);
  e.core = doc_.span(phrase.core);
  e.kind = phrase.kind;
  e.tense = phrase.tense;
  const std::uint32_t sentence = doc_.sentence_of(phrase.core.begin);
  const bool is_shift = phrase.first.form == Form::shift;
  if (phrase.only_future &&
      (is_shift ? phrase.tense != Tense::future : phrase.tense == Tense::past)) {
    e.kind = Kind::duration;
  }
  if (!is_date(e.kind)) return e;
  e.pattern = pattern_of(phrase);
  Outcome found = outcome(phrase, sentence, e);
  e.ambiguous = found.ambiguous;
  e.note = found.note;
  if (!found.value) return e;
  const std::string tilde = phrase.approximate ? "~" : "";
  const std::string first = to_edtf(found.value->first, found.value->precision) + tilde;
  const std::string last = to_edtf(found.value->last, found.value->precision) + tilde;
  e.core_edtf = text_of(*found.value);
  e.edtf = first == last ? first : first + "/" + last;
  e.bound = phrase.bound;
  if (e.bound == Bound::until) e.edtf = "../" + last;
  if (e.bound == Bound::since) e.edtf = first + "/..";
  e.basis = found.resolved ? record::Basis::resolved : record::Basis::stated;
  remember(phrase, found, sentence);
  return e;
}

void Resolver::remember(const Phrase& phrase, const Outcome& found, std::uint32_t sentence) {
  if (doc_.sentences()[sentence].role == text::LineRole::stamp) return;
  if (phrase.first.form == Form::vague_year || phrase.first.form == Form::era) return;
  if (phrase.kind == Kind::century || phrase.kind == Kind::decade) return;
  const bool has_year = phrase.first.year != 0 || tells_history(sentence);
  reference_ = Reference{*found.value, sentence, phrase.first.form == Form::calendar && has_year};
}

Resolver::Outcome Resolver::outcome(const Phrase& phrase, std::uint32_t sentence, Expression& e) {
  soft_ = phrase.tense_is_soft;
  const bool ahead = phrase.bound == Bound::until && phrase.tense == Tense::unknown;
  now_ = ahead ? Tense::future : phrase.tense;
  Outcome found =
      phrase.is_range ? range(phrase, sentence, e) : point(phrase.first, now_, sentence);
  if (found.value && (!is_in_calendar(found.value->first) || !is_in_calendar(found.value->last))) {
    found.value.reset();
  }
  return found;
}

Resolver::Outcome Resolver::range(const Phrase& phrase, std::uint32_t sentence, Expression& e) {
  Point start = phrase.first;
  Point end = phrase.last;
  // "21-22 May" shares its month; "from 1 March 2020 to 5 April" its year.
  if (end.form == Form::calendar && start.form == Form::calendar && end.year == 0 &&
      end.year_base == Base::none && end.weekday == 0) {
    end.year = start.year;
    end.year_base = start.year_base;
    end.year_shift = start.year_shift;
  }
  const Outcome first = point(start, phrase.tense, sentence);
  if (!first.value) return first;
  const bool fixed_year = end.year != 0 || end.year_base != Base::none;
  if (!fixed_year && end.form == Form::calendar && end.month != 0) {
    end.year = static_cast<std::int16_t>(to_date(first.value->first).year +
                                         (end.month < start.month ? 1 : 0));
  }
  Outcome last = point(end, phrase.tense, sentence);
  if (!last.value) return last;
  if (end.form == Form::calendar && end.weekday != 0 && end.day == 0) {
    while (last.value->first < first.value->first) {  // "Saturday to Monday"
      last.value->first += 7;
      last.value->last += 7;
    }
    while (last.value->first - first.value->first >= 7) {
      last.value->first -= 7;
      last.value->last -= 7;
    }
  }
  Outcome out;
  out.resolved = first.resolved || (last.resolved && !(!fixed_year && start.year != 0));
  out.ambiguous = first.ambiguous || last.ambiguous;
  out.note = first.note.empty() ? last.note : first.note;
  if (last.value->last < first.value->first) {
    out.note = kEndsBeforeItBegins;
    return out;
  }
  out.value = Value{first.value->first, last.value->last,
                    std::min(first.value->precision, last.value->precision)};
  if (!phrase.first_words.empty() && is_in_calendar(out.value->first) &&
      is_in_calendar(out.value->last)) {
    e.ends = {{doc_.span(phrase.first_words), text_of(*first.value)},
              {doc_.span(phrase.last_words), text_of(*last.value)}};
  }
  return out;
}

Resolver::Outcome Resolver::point(const Point& p, Tense tense, std::uint32_t sentence) {
  Outcome out;
  if (p.impossible) {
    out.note = kBeforeOurEra;
    return out;
  }
  switch (p.form) {
    case Form::calendar:
      return calendar(p, tense, sentence);
    case Form::shift:
      return shift(p);
    case Form::rolling:
      return rolling(p);
    case Form::nearest:
      return nearest(p, tense);
    case Form::feast:
      return feast(p, tense);
    case Form::decade:
    case Form::century: {
      const int length = p.form == Form::decade ? 10 : 100;
      const int first = std::max<int>(p.year, 1);
      // Early and late are halves of a decade, quarters of a century; the middle overlaps both.
      const int part = p.form == Form::decade ? 5 : 25;
      const int low = p.stretch <= 1 ? 0 : p.stretch == 2 ? length * 3 / 10 : length - part;
      const int high = p.stretch == 0 || p.stretch == 3 ? length - 1
                       : p.stretch == 1                 ? part - 1
                                                        : length * 7 / 10 - 1;
      out.value = Value{to_days(p.year == 0 ? first : p.year + low, 1, 1),
                        to_days(p.year + high, 12, 31), Precision::year};
      return out;
    }
    case Form::era: {
      const auto days = days_of(vocabulary_.era(p.number));
      out.value = Value{days->first, days->last, Precision::day};
      return out;
    }
    case Form::vague_year:
      out.resolved = true;
      out.ambiguous = true;
      if (anchor_) {
        const Days year = period_of(anchor_->first, Precision::year);
        out.value = Value{year.first, year.last, Precision::year};
      }
      return out;
  }
  return out;
}

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
    const Days days = period_of(to_days(year, 1, 1), Precision::year);
    out.value = Value{days.first, days.last, Precision::year};
    return out;
  }
  if (p.day == 0) {
    const Days days = period_of(to_days(year, p.month, 1), Precision::month);
    out.value = Value{days.first, days.last, Precision::month};
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

Resolver::Outcome Resolver::calendar(const Point& p, Tense tense, std::uint32_t sentence) {
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

// "is to be held in 2019 in Kyrgyzstan, in June": the year after the report's, said just before.
std::optional<int> Resolver::coming_year(std::uint32_t sentence) const {
  if (!anchor_ || !reference_ || reference_->sentence != sentence) return std::nullopt;
  const int year = to_date(reference_->value.first).year;
  const bool is_one_year = reference_->value.precision == Precision::year &&
                           to_date(reference_->value.last).year == year;
  if (!is_one_year || year <= to_date(anchor_->first).year) return std::nullopt;
  return year;
}

// "on 21 May", "in August", "last quarter": the nearest one, in keeping with the tense.
Resolver::Outcome Resolver::year_of_partial(const Point& p, Tense tense, std::uint32_t sentence) {
  Outcome out;
  out.resolved = true;
  std::optional<DayNumber> base;
  if (tells_history(sentence) || (!anchor_ && reference_)) {
    if (reference_->value.precision == Precision::year) {
      out = day_in(to_date(reference_->value.first).year, p);
      out.resolved = true;
      return out;
    }
    base = reference_->value.first;
    tense = Tense::unknown;
  } else if (tense == Tense::future && coming_year(sentence)) {
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
  const int year = to_date(*base).year;
  const int now = months_of(to_date(*base));
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
    const int months = months_of(to_date(found.value->first)) - now;
    std::int64_t rank = std::min(std::abs(std::int64_t{found.value->first} - *base),
                                 std::abs(std::int64_t{found.value->last} - *base));
    if (found.value->first <= *base && *base <= found.value->last) rank = 0;
    const bool against = (tense == Tense::future && !soft_ && months < -kNearMonths) ||
                         (tense == Tense::past && months > kNearMonths);
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
  for (int shift = -1; shift <= 1; ++shift) {
    const Date month = to_date(add_months(period_of(base, Precision::month).first, shift));
    if (!is_valid(month.year, month.month, p.day)) continue;
    const DayNumber day = to_days(month.year, month.month, p.day);
    const bool against =
        (tense == Tense::future && day < base) || (tense == Tense::past && day > base);
    const int rank = std::abs(day - base) + (against ? 100 : 0);
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
  if (p.count == 0 && tense != Tense::future && !now) saturday -= 7;  // "this weekend saw..."
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
  if ((counts_days || p.unit == Unit::weekend) && !is_day) {
    out.note = kNoAnchor;
    return out;
  }
  switch (p.unit) {
    case Unit::day:
      // "the same day" of an interval is its last day only where it is one day.
      if (p.base == Base::reference && p.count == 0 && base->first != base->last) {
        out.value = base;
        return out;
      }
      return shifted_day(p, from);
    case Unit::fortnight:
    case Unit::week: {
      const int weeks = p.count * (p.unit == Unit::fortnight ? 2 : 1);
      const DayNumber monday = monday_of(from) + 7 * weeks;
      out.value = Value{monday, monday + 6, Precision::day};
      if (p.weekday != 0) {
        out.value = Value{monday + p.weekday - 1, monday + p.weekday - 1, Precision::day};
      }
      return out;
    }
    case Unit::weekend:
      return weekend(p, from, now_);
    case Unit::hour:
      return out;
    default:
      break;
  }
  if (p.unit == Unit::month && base->precision == Precision::year) {
    out.note = kNoAnchor;
    return out;
  }
  const DayNumber moved = add_months(from, p.count * months_in(p.unit));
  if (!is_in_calendar(moved)) return out;
  const Date date = to_date(moved);
  const Date origin = to_date(from);
  switch (p.unit) {
    case Unit::month:
      out.value = Value{period_of(moved, Precision::month).first,
                        period_of(moved, Precision::month).last, Precision::month};
      return out;
    case Unit::quarter:
      out.value = part_of_year(date.year, kQuarter + (date.month + 2) / 3);
      return out;
    case Unit::half:
      out.value = part_of_year(date.year, kHalf + (date.month + 5) / 6);
      return out;
    case Unit::decade:
      // "two decades ago" is a year; "the same decade", "last decade" are decades.
      if (std::abs(p.count) <= 1 && p.base == Base::anchor) {
        const int first = (origin.year / 10 + p.count) * 10;
        out.value = Value{to_days(first, 1, 1), to_days(first + 9, 12, 31), Precision::year};
        return out;
      }
      [[fallthrough]];
    case Unit::year:
      out.value = Value{to_days(date.year, 1, 1), to_days(date.year, 12, 31), Precision::year};
      return out;
    case Unit::century: {
      const int first = std::max((origin.year / 100 + p.count) * 100, 1);
      out.value = Value{to_days(first, 1, 1), to_days(first + 99, 12, 31), Precision::year};
      return out;
    }
    default:
      return out;
  }
}

// "the past three years": up to the anchor's day; "the next two weeks": from the day after it.
Resolver::Outcome Resolver::rolling(const Point& p) const {
  Outcome out;
  out.resolved = true;
  if (p.count > 0 && now_ == Tense::past) {  // "over the next five years he served..."
    const int months = p.count * months_in(p.unit);
    if (!reference_ || months == 0 || months > 12000) return out;
    const Value& from = reference_->value;
    const DayNumber last = add_months(from.first, months);
    out.value = Value{from.first, period_of(last, from.precision).last, from.precision};
    return out;
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
    if (p.count > 0) {
      day = monday_of(base) + 7 + p.weekday - 1;  // in the next week
      out.ambiguous = ahead != 0 && base + ahead != day;
    } else if (p.count < 0) {
      day = base + ahead - 7;
      out.ambiguous = day > monday_of(base) - 1;
    } else if (ahead != 0 && tense == Tense::past) {
      day -= 7;
    }
    out.value = Value{day, day, Precision::day};
    return out;
  }
  const int year = to_date(base).year;
  for (int candidate = year - 1; candidate <= year + 1; ++candidate) {
    const Value value = *day_in(candidate, p).value;
    if (p.count < 0 && value.last < base) out.value = value;
    if (p.count == 0 && candidate == year) out.value = value;
    if (p.count > 0 && value.first > base && !out.value) out.value = value;
  }
  return out;
}

Resolver::Outcome Resolver::feast(const Point& p, Tense tense) {
  Outcome out;
  const auto given = p.year != 0 ? std::optional<int>(p.year) : base_year(p);
  if (given) {
    const DayNumber day = vocabulary_.feast_day(p.number, *given, country_);
    out.value = Value{day, day, Precision::day};
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
    const DayNumber day = vocabulary_.feast_day(p.number, candidate, country_);
    const bool against =
        (tense == Tense::future && day < base - 60) || (tense == Tense::past && day > base + 60);
    const int rank = std::abs(day - base) + (against ? 1000 : 0);
    if (rank < best) {
      best = rank;
      out.value = Value{day, day, Precision::day};
    }
  }
  return out;
}

}  // namespace rapporteur::time
