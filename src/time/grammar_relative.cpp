// Expressions that are counted from the report or from another date: "last week", "three days
// later", "the following month"; and parts of years, decades and centuries.
#include "grammar.h"

namespace rapporteur::time {

namespace {

constexpr int kMostUnits = 1000;

Unit unit_of(const Item& item) { return static_cast<Unit>(item.value); }

Kind kind_of(Unit unit) {
  switch (unit) {
    case Unit::day:
      return Kind::day;
    case Unit::week:
    case Unit::fortnight:
      return Kind::week;
    case Unit::weekend:
      return Kind::weekend;
    case Unit::month:
      return Kind::month;
    case Unit::quarter:
    case Unit::half:
      return Kind::quarter;
    case Unit::season:
      return Kind::season;
    case Unit::year:
      return Kind::year;
    case Unit::decade:
      return Kind::decade;
    case Unit::century:
      return Kind::century;
    case Unit::hour:
      return Kind::time_of_day;
  }
  return Kind::day;
}

void set_shift(Phrase& phrase, Base base, Unit unit, int count) {
  phrase.kind = kind_of(unit);
  phrase.first.form = Form::shift;
  phrase.first.base = base;
  phrase.first.unit = unit;
  phrase.first.count = count;
}

}  // namespace

// "this week", "last month", "next Tuesday", "past decade", "next two weeks".
Pos Grammar::deictic(Pos p, Phrase& phrase) const {
  const bool is_rolling = code(p) == Code::rolling;
  const int direction = item(p).value;
  Pos target = next(p);
  if (!is_rolling && code(target) == Code::rolling) {  // "this past week", "this coming Friday"
    const bool on_day = code(next(target)) == Code::weekday && item(target).value > 0;
    return deictic_target(next(target), on_day ? 0 : item(target).value, phrase);
  }
  if (direction != 0) {
    if (const Pos end = rolling(target, direction, phrase)) return end;
  }
  if (is_rolling) return kFail;
  const Pos end = deictic_target(target, direction, phrase);
  const bool of_another = before(p) == Code::the && code(end) == Code::of;
  return end != kFail && of_another ? kFail : end;  // "the last week of July"
}

Pos Grammar::deictic_target(Pos p, int direction, Phrase& phrase) const {
  Point& point = phrase.first;
  switch (code(p)) {
    case Code::unit: {
      const Unit unit = unit_of(item(p));
      if (item(p).plural || unit == Unit::hour || unit == Unit::fortnight) return kFail;
      if (unit == Unit::day) {
        if (direction != 1) return kFail;
        set_shift(phrase, Base::reference, unit, 1);  // "next day"
        return skip(next(p), Code::day_part);
      }
      set_shift(phrase, Base::anchor, unit, direction);
      return next(p);
    }
    case Code::month:
      if (item(p).weak && !is_capital_word(p)) return kFail;
      point.form = Form::nearest;
      point.unit = Unit::month;
      point.month = static_cast<std::int8_t>(item(p).value);
      point.count = direction;
      phrase.kind = Kind::month;
      return next(p);
    case Code::weekday:
      if (item(p).plural || item(p).weak) return kFail;
      point.form = Form::nearest;
      point.unit = Unit::week;
      point.weekday = static_cast<std::int8_t>(item(p).value);
      point.count = direction;
      phrase.kind = Kind::day;
      return next(p);
    case Code::season:
      point.form = Form::nearest;
      point.unit = Unit::season;
      point.part = static_cast<std::int8_t>(item(p).value);
      point.count = direction;
      phrase.kind = Kind::season;
      return next(p);
    default:
      return kFail;
  }
}

// "past decade", "next five years", "last two weeks": behind a direction, from its next word on.
Pos Grammar::rolling(Pos p, int direction, Phrase& phrase) const {
  int count = 1;
  Unit unit = Unit::day;
  bool hyphenated = false;
  const bool has_count = code(p) == Code::number || code(p) == Code::cardinal;
  Pos end = kFail;
  if (has_count) {
    end = count_and_unit(p, count, unit, hyphenated);
    if (end == kFail || hyphenated) return kFail;
  } else {
    // "the past week" rolls; "last week" is one of the calendar.
    const bool rolls = code(p - 1) == Code::rolling;
    if (!rolls || code(p) != Code::unit || item(p).plural) return kFail;
    unit = unit_of(item(p));
    end = next(p);
  }
  if (unit == Unit::hour || unit == Unit::weekend || unit == Unit::quarter) return kFail;
  set_shift(phrase, Base::anchor, unit, direction * count);
  phrase.first.form = Form::rolling;
  phrase.kind = Kind::interval;
  return end;
}

// "three days", "two-day", "a year", "14 months".
Pos Grammar::count_and_unit(Pos p, int& count, Unit& unit, bool& hyphenated) const {
  const Code first = code(p);
  if (first == Code::article) {
    count = 1;
  } else if ((first == Code::number && item(p).digits <= 3) || first == Code::cardinal) {
    count = item(p).value;
  } else {
    return kFail;
  }
  Pos q = next(p);
  if (first == Code::cardinal && code(q) == Code::hyphen && code(q + 1) == Code::cardinal) {
    count += item(q + 1).value;  // "twenty-five"
    q += 2;
  }
  if (code(q) == Code::open && code(q + 1) == Code::number && code(q + 2) == Code::close) {
    q += 3;  // "three (3) days"
  }
  hyphenated = code(q) == Code::hyphen && is_glued(q) && is_glued(q + 1);
  if (hyphenated) ++q;
  if (code(q) != Code::unit || count < 1 || count > kMostUnits) return kFail;
  if (first == Code::article && item(q).plural) return kFail;
  unit = unit_of(item(q));
  return next(q);
}

// "three days ago", "a year later", "two weeks from now"; else a duration: "three-day".
Pos Grammar::counted_units(Pos p, Phrase& phrase) const {
  int count = 0;
  Unit unit = Unit::day;
  bool hyphenated = false;
  Pos end = count_and_unit(p, count, unit, hyphenated);
  if (end == kFail) return kFail;
  const Code direction = code(end);
  const bool event_follows = inside(end) && item(end).weak && !ends_clause(next(end));
  if (!hyphenated && unit != Unit::hour && !event_follows) {
    if (direction == Code::ago || direction == Code::hence) {
      set_shift(phrase, Base::anchor, unit, direction == Code::ago ? -count : count);
      return next(end);
    }
    if (direction == Code::later || direction == Code::earlier) {
      set_shift(phrase, Base::reference, unit, direction == Code::later ? count : -count);
      return next(end);
    }
  }
  if (code(p) == Code::article) return kFail;
  phrase.kind = Kind::duration;
  return end;
}

// "in two weeks" (with a verb of the future), "within the next three days".
Pos Grammar::in_units(Pos p, Phrase& phrase) const {
  const bool within = code(p) == Code::within;
  int count = 0;
  Unit unit = Unit::day;
  bool hyphenated = false;
  const Pos end = count_and_unit(next(p), count, unit, hyphenated);
  if (end == kFail || hyphenated || unit == Unit::hour) return kFail;
  if (!within && doc_.lower(p) != "in") return kFail;
  const bool ago = code(end) == Code::ago || code(end) == Code::later || code(end) == Code::earlier;
  if (ago) return kFail;
  set_shift(phrase, Base::anchor, unit, count);
  if (within) {
    phrase.first.form = Form::rolling;
    phrase.kind = Kind::interval;
  }
  phrase.only_future = true;
  return end;
}

// "by year-end", "before the year is out".
Pos Grammar::period_end(Pos p, Phrase& phrase) const {
  const Code previous = before(p);
  if (previous != Code::until && previous != Code::earlier && previous != Code::the) return kFail;
  set_shift(phrase, Base::anchor, unit_of(item(p)), 0);
  return next(p);
}

// "the same day", "the following month", "that year", "the previous week".
Pos Grammar::other_date(Pos p, Phrase& phrase) const {
  const bool that = code(p) == Code::that;
  Pos q = next(p);
  if (that) q = skip(q, Code::same);
  const int shift = that ? 0 : item(p).value;
  if (code(q) == Code::unit && !item(q).plural) {
    const Unit unit = unit_of(item(q));
    if (unit == Unit::hour) return kFail;
    set_shift(phrase, Base::reference, unit, shift);
    phrase.kind = Kind::reference;
    return skip(next(q), Code::day_part);
  }
  if (code(q) == Code::day_part && (shift == 1 || that)) {  // "the following morning"
    set_shift(phrase, Base::reference, Unit::day, shift);
    phrase.kind = Kind::reference;
    return next(q);
  }
  if (code(q) == Code::weekday && !item(q).plural && !item(q).weak && shift != 0) {
    set_shift(phrase, Base::reference, Unit::day, shift);
    phrase.first.weekday = static_cast<std::int8_t>(item(q).value);
    phrase.kind = Kind::reference;
    return next(q);
  }
  return kFail;
}

Pos Grammar::day_word(Pos p, Phrase& phrase) const {
  set_shift(phrase, Base::anchor, Unit::day, item(p).value);
  return skip(next(p), Code::day_part);
}

// A year figure, "last year", "this year": behind "of", ",", or nothing; p itself if none.
Pos Grammar::year_or_relative(Pos p, Point& point) const {
  Pos year = p;
  if (code(year) == Code::of || code(year) == Code::in || code(year) == Code::comma) ++year;
  const Pos figure = code(year) == Code::the && code(year + 1) == Code::unit ? year + 2 : year;
  if (is_year_figure(figure) && !is_part_of_name(figure)) {
    point.year = static_cast<std::int16_t>(item(figure).value);
    const Pos behind = next(figure);
    const bool winter = point.part == 4 && code(behind) == Code::hyphen && is_glued(behind) &&
                        is_glued(behind + 1) && code(behind + 1) == Code::number;
    return winter ? next(behind + 1) : behind;  // "the winter of 1776-77"
  }
  if (const Pos end = relative_year(year, point)) return end;
  const bool the_year = code(year) == Code::the && code(year + 1) == Code::unit &&
                        unit_of(item(year + 1)) == Unit::year && !item(year + 1).plural;
  if (year != p && the_year) {  // "of the year"
    point.year_base = Base::anchor;
    return year + 2;
  }
  return p;
}

// "summer 2022", "the spring of 2019"; alone only behind a preposition.
Pos Grammar::season(Pos p, Phrase& phrase) const {
  Point point;
  point.part = static_cast<std::int8_t>(item(p).value);
  const Pos end = year_or_relative(next(p), point);
  const Code previous = before(p);
  const bool placed = previous == Code::the || previous == Code::in || previous == Code::since ||
                      previous == Code::until || previous == Code::part;
  const bool known = end != next(p) || (placed && !item(p).weak && ends_clause(next(p)));
  if (!known) return kFail;
  phrase.kind = Kind::season;
  phrase.first = point;
  return end;
}

// "Q1 2023", "H1 2019".
Pos Grammar::part_of_year(Pos p, Phrase& phrase) const {
  Point point;
  const int base = code(p) == Code::quarter ? kQuarter : kHalf;
  point.part = static_cast<std::int8_t>(base + item(p).value);
  const Pos end = year_or_relative(next(p), point);
  if (end == next(p)) return kFail;
  phrase.kind = Kind::quarter;
  phrase.first = point;
  return end;
}

// "first quarter of 2023", "second half of the year", "first half of May".
Pos Grammar::ordinal_part(Pos p, Phrase& phrase) const {
  const int number = item(p).value;
  const Pos what = next(p);
  const bool is_half = code(what) == Code::half;
  const bool is_quarter = code(what) == Code::unit && unit_of(item(what)) == Unit::quarter;
  if ((!is_half && !is_quarter) || number < 1 || number > (is_half ? 2 : 4)) return kFail;
  Pos behind = next(what);
  Point point;
  if (is_half && code(behind) == Code::of && is_month(next(behind))) {
    point.month = static_cast<std::int8_t>(item(next(behind)).value);
    phrase.kind = Kind::month;
    phrase.first = point;
    return year_behind(next(next(behind)), phrase.first);
  }
  point.part = static_cast<std::int8_t>((is_half ? kHalf : kQuarter) + number);
  const Pos end = year_or_relative(behind, point);
  if (end == behind) return kFail;
  phrase.kind = Kind::quarter;
  phrase.first = point;
  return end;
}

// "17th century", "twentieth-century".
Pos Grammar::century(Pos p, Phrase& phrase) const {
  Pos unit = next(p);
  if (code(unit) == Code::hyphen && is_glued(unit)) ++unit;
  if (code(unit) != Code::unit || unit_of(item(unit)) != Unit::century) return kFail;
  if (item(p).value < 1 || item(p).value > 21) return kFail;
  phrase.kind = Kind::century;
  phrase.first.form = Form::century;
  phrase.first.year = static_cast<std::int16_t>((item(p).value - 1) * 100);
  const Pos end = next(unit);
  if (code(end) == Code::epoch) {
    phrase.first.impossible = item(end).value < 0;
    return next(end);
  }
  return end;
}

Pos Grammar::decade(Pos p, Phrase& phrase) const {
  const Code previous = before(p);
  const bool placed = previous == Code::the || previous == Code::part || previous == Code::hyphen ||
                      item(p).digits == 4;
  if (!placed) return kFail;
  phrase.kind = Kind::decade;
  phrase.first.form = Form::decade;
  phrase.first.year = static_cast<std::int16_t>(item(p).value);
  if (item(p).digits == 4 && item(p).value % 100 == 0 && item(p).value < 2000) {
    phrase.kind = Kind::century;  // "the 1600s"
    phrase.first.form = Form::century;
  }
  Pos end = next(p);
  if (code(end) == Code::genitive && is_glued(end)) end = next(end);
  return end;
}

// "early August", "mid-2016", "end of last year", "earlier this week", "late 19th century".
Pos Grammar::stretch(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const bool comparative = code(p) != Code::part;
  Pos q = next(p);
  if (code(q) == Code::hyphen && is_glued(q)) ++q;
  if (comparative) {
    const bool on_day = code(q) == Code::on && code(q + 1) == Code::weekday;
    if (code(q) != Code::in && code(q) != Code::direction && !on_day) return kFail;
    if (code(q) != Code::direction) ++q;
    if (code(q) == Code::month || code(q) == Code::weekday) phrase.core.begin = q;
    if (code(q) == Code::month) return month_first(q, phrase, out);
    if (code(q) == Code::weekday) return weekday_first(q, phrase, out);
  } else if (code(q) == Code::in || code(q) == Code::on) {
    if (item(p).weak) return kFail;  // "start on Friday"
    ++q;
  }
  if (const Pos end = within_period(q, phrase)) return end;
  const Pos bare = skip(q, Code::the);
  Pos end = kFail;
  switch (code(bare)) {
    case Code::month:
      phrase.core.begin = bare;
      end = month_first(bare, phrase, out);
      if (end == kFail && is_month(bare) && is_capital_word(bare)) {
        phrase.kind = Kind::month;  // "mid-May"
        phrase.first.month = static_cast<std::int8_t>(item(bare).value);
        return next(bare);
      }
      return end != kFail && phrase.kind == Kind::month ? end : kFail;
    case Code::number:
      phrase.core.begin = bare;
      end = is_year(bare) ? plain_year(bare, phrase) : kFail;
      return end != kFail && !phrase.is_range ? end : kFail;
    case Code::weekday:
      phrase.core.begin = bare;
      return comparative || bare != q ? kFail : weekday_first(bare, phrase, out);
    case Code::direction:
      phrase.core.begin = bare;
      return deictic(bare, phrase);
    case Code::same:
    case Code::that:
      return other_date(bare, phrase);
    case Code::season:
      phrase.core.begin = bare;
      return season(bare, phrase);
    case Code::decade:
      end = decade(bare, phrase);
      break;
    case Code::ordinal:
      end = century(bare, phrase);
      break;
    default:
      return kFail;
  }
  if (end != kFail && !comparative) {
    phrase.first.stretch = static_cast<std::int8_t>(item(p).value);
  }
  return end;
}

// "the week", "the month", "the year": behind "end of", "earlier in".
Pos Grammar::within_period(Pos p, Phrase& phrase) const {
  const Pos unit = next(p);
  if (code(p) != Code::the || code(unit) != Code::unit || item(unit).plural) return kFail;
  const Unit which = unit_of(item(unit));
  if (which != Unit::week && which != Unit::month && which != Unit::year) return kFail;
  const Pos behind = next(unit);
  if (code(behind) == Code::of) return kFail;
  if (which == Unit::year && is_year_figure(behind)) return kFail;
  set_shift(phrase, Base::anchor, which, 0);
  return behind;
}

Pos Grammar::feast(Pos p, Phrase& phrase) const {
  Point point;
  point.form = Form::feast;
  point.number = item(p).value;
  const Pos behind = next(p);
  const Pos end = year_or_relative(behind, point);
  const bool in_name = is_capital_word(behind) && code(behind) == Code::none;
  if (end == behind && (in_name || !is_capital_word(p))) return kFail;  // "Easter Island"
  phrase.kind = Kind::holiday;
  phrase.first = point;
  return end;
}

// "every Monday", "each year", "every two weeks", "every 5 May".
Pos Grammar::recurring(Pos p, Phrase& phrase) const {
  Pos q = next(p);
  if (code(q) == Code::ordinal) q = next(q);
  phrase.kind = Kind::recurring;
  int count = 0;
  Unit unit = Unit::day;
  bool hyphenated = false;
  if (const Pos end = count_and_unit(q, count, unit, hyphenated)) return end;
  DayList list;
  if (const Pos days = day_list(q, list)) {
    Point point;
    if (const Pos end = month_behind_days(days, list, point)) return end;
  }
  switch (code(q)) {
    case Code::month: {
      const Pos day = next(q);
      return code(day) == Code::number && item(day).digits <= 2 ? next(day) : day;
    }
    case Code::unit:
    case Code::weekday:
    case Code::season:
    case Code::day_part:
    case Code::holiday:
      return next(q);
    default:
      return kFail;
  }
}

// What can follow "the".
Pos Grammar::behind_the(Pos p, Phrase& phrase) {
  const Pos q = next(p);
  std::vector<Phrase> none;
  switch (code(q)) {
    case Code::ordinal: {
      const Pos end = century(q, phrase);
      if (end == kFail) return ordinal_part(q, phrase);
      phrase.core.begin = q;
      return end;
    }
    case Code::decade:
      phrase.core.begin = q;
      return decade(q, phrase);
    case Code::season:
      return season(q, phrase);
    case Code::part:
      phrase.core.begin = q;
      return stretch(q, phrase, none);
    case Code::rolling:
      return deictic(q, phrase);
    case Code::direction: {
      // "the last five years" rolls; "the next year" hangs on another date, "the last week" on
      // what follows; "the current year" is the anchor's.
      if (const Pos end = rolling(next(q), item(q).value, phrase)) return end;
      if (item(q).value == 0) return deictic_target(next(q), 0, phrase);
      const Pos unit = next(q);
      if (item(q).value < 0 || code(unit) != Code::unit || item(unit).plural) return kFail;
      if (unit_of(item(unit)) == Unit::hour) return kFail;
      set_shift(phrase, Base::reference, unit_of(item(unit)), 1);
      phrase.kind = Kind::reference;
      return next(unit);
    }
    case Code::same:
      return other_date(q, phrase);
    case Code::unit: {
      const Unit unit = unit_of(item(q));
      const Pos behind = next(q);
      if (unit == Unit::year && !item(q).plural && code(behind) == Code::number &&
          item(behind).digits >= 2 && item(behind).digits <= 4 && item(behind).value >= 1) {
        phrase.kind = Kind::year;
        phrase.core.begin = behind;
        phrase.first.year = static_cast<std::int16_t>(item(behind).value);
        return next(behind);
      }
      // "the day before", "the year after": not "the day before the summit".
      if ((code(behind) == Code::earlier || code(behind) == Code::later) &&
          ends_clause(next(behind)) && unit != Unit::hour && !item(q).plural) {
        set_shift(phrase, Base::reference, unit, code(behind) == Code::later ? 1 : -1);
        phrase.kind = Kind::reference;
        return next(behind);
      }
      return kFail;
    }
    default:
      return kFail;
  }
}

}  // namespace rapporteur::time
