// Parts of years, decades and centuries: "summer 2022", "the first nine months of 2021", "early
// August", "the late 18th to early 19th century".
#include "grammar.h"

namespace rapporteur::time {

// A year figure, "last year", "this year": behind "of", ",", or nothing; p itself if none.
Pos Grammar::year_or_relative(Pos p, Point& point) const {
  Pos year = p;
  const bool sign = (code(year) == Code::slash || code(year) == Code::hyphen) && is_glued(year) &&
                    is_glued(year + 1);  // "Q1/2014"
  const Code word = code(year);
  if (word == Code::of || word == Code::in || word == Code::comma || sign) ++year;
  const Pos figure = code(year) == Code::the && code(year + 1) == Code::unit ? year + 2 : year;
  if (is_year_figure(figure) && (sign || !is_part_of_name(figure))) {
    point.year = static_cast<std::int16_t>(item(figure).value);
    const Pos behind = next(figure);
    const bool season = point.part >= 1 && point.part <= 4;  // "the winter of 1776-77"
    return season ? next_year_behind(behind, item(figure).value) : behind;
  }
  if (const Pos end = relative_year(year, point)) return end;
  if (code(year) == Code::genitive) {  // "the summer of '69"
    if (const Pos end = short_year_behind(year, point)) return end;
  }
  const bool the_year = code(year) == Code::the && code(year + 1) == Code::unit &&
                        unit_of(item(year + 1)) == Unit::year && !item(year + 1).plural;
  if (year != p && the_year) {  // "of the year"
    point.year_base = Base::anchor;
    return year + 2;
  }
  return p;
}

// "summer 2022", "the spring of 2019", "winter 1999/2000"; alone only behind a preposition.
Pos Grammar::season(Pos p, Phrase& phrase) const {
  Point point;
  point.part = static_cast<std::int8_t>(item(p).value);
  const Pos end = year_or_relative(next(p), point);
  const Code previous = before(p);
  const bool placed = previous == Code::the || previous == Code::in || previous == Code::since ||
                      previous == Code::until || previous == Code::part || previous == Code::of;
  const Pos sign = next(p);  // "Spring/Summer 2014"
  const bool leads =
      (code(sign) == Code::slash || is_range_sign(sign)) && code(next(sign)) == Code::season;
  const bool stands = !item(p).weak || (previous == Code::the && introduces_figure(before(p - 1)));
  const bool known = end != next(p) || leads || (placed && stands && ends_clause(next(p)));
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
  const Pos sign = next(p);  // "Q2-Q3 2019"; "in Q2"
  const bool joins =
      is_range_sign(sign) || code(sign) == Code::conjunction || code(sign) == Code::slash;
  const bool leads = joins && code(next(sign)) == code(p);
  const bool led = introduces_figure(before(p)) || before(p) == Code::of;
  const bool placed = led && ends_clause(sign);
  if (end == sign && !leads && !placed) return kFail;
  phrase.kind = Kind::quarter;
  phrase.first = point;
  return end;
}

// "first quarter of 2023", "second half of the year", "first half of May", "last quarter of 1929",
// "first half of the 19th century"; `p` at the ordinal or at "last".
Pos Grammar::ordinal_part(Pos p, Phrase& phrase) const {
  if (const Pos end = two_quarters(p, phrase)) return end;
  Pos what = next(p);
  if (code(what) == Code::hyphen && is_glued(what) && is_glued(what + 1)) ++what;  // "first-half"
  const bool is_half = code(what) == Code::half;
  const bool is_decade = code(what) == Code::unit && unit_of(item(what)) == Unit::decade;
  const bool is_third = code(what) == Code::ordinal && item(what).value == 3;
  const bool is_quarter = code(what) == Code::unit && unit_of(item(what)) == Unit::quarter;
  const int parts = is_half ? 2 : is_third ? 3 : is_decade ? 10 : 4;
  const int number = code(p) == Code::ordinal ? item(p).value : parts;
  if ((!is_half && !is_quarter && !is_third && !is_decade) || number < 1 || number > parts)
    return kFail;
  const Pos behind = next(what);
  if (const Pos end = part_of_century(behind, number, parts, phrase)) return end;
  if (is_third || is_decade) return kFail;
  Point point;
  if (is_half && code(behind) == Code::of && is_month(next(behind))) {
    point.month = static_cast<std::int8_t>(item(next(behind)).value);
    phrase.kind = Kind::month;
    phrase.first = point;
    return year_behind(next(next(behind)), phrase.first);
  }
  const Pos whose = skip(next(behind), Code::the);  // "the first half of this month"
  const Pos unit = code(whose) == Code::direction ? next(whose) : whose;
  if (is_half && code(behind) == Code::of && code(unit) == Code::unit && !item(unit).plural &&
      unit_of(item(unit)) == Unit::month) {
    const int count = code(whose) == Code::direction ? item(whose).value : 0;
    phrase.set_shift(Base::anchor, Unit::month, count);
    return next(unit);
  }
  point.part = static_cast<std::int8_t>((is_half ? kHalf : kQuarter) + number);
  const Pos end = year_or_relative(behind, point);
  if (end == behind) return kFail;
  phrase.kind = Kind::quarter;
  phrase.first = point;
  return end;
}

// "third and fourth quarters of 2008".
Pos Grammar::two_quarters(Pos p, Phrase& phrase) const {
  const Pos sign = next(p);
  const Pos second = next(sign);
  if (code(p) != Code::ordinal || code(second) != Code::ordinal) return kFail;
  if (code(sign) != Code::conjunction && !is_range_sign(sign)) return kFail;
  const Pos unit = next(second);
  if (code(unit) != Code::unit || unit_of(item(unit)) != Unit::quarter) return kFail;
  const int first = item(p).value;
  const int last = item(second).value;
  const bool fits =
      first >= 1 && last <= 4 && (is_range_sign(sign) ? last > first : last == first + 1);
  Point point;
  point.part = static_cast<std::int8_t>(kQuarter + first);
  const Pos end = year_or_relative(next(unit), point);
  if (!fits || end == next(unit)) return kFail;
  phrase.kind = Kind::interval;
  phrase.is_range = true;
  phrase.first = point;
  phrase.last = point;
  phrase.last.part = static_cast<std::int8_t>(kQuarter + last);
  return end;
}

// "of the nineteenth century", "of the 1990s" behind "last quarter".
Pos Grammar::part_of_century(Pos p, int part, int parts, Phrase& phrase) const {
  if (code(p) != Code::of) return kFail;
  const Pos age = skip(next(p), Code::the);
  const Pos unit = next(age);
  if (code(age) == Code::direction && code(unit) == Code::unit && !item(unit).plural &&
      unit_of(item(unit)) == Unit::century) {  // "the second decade of this century"
    phrase.set_shift(Base::anchor, Unit::century, item(age).value);
    phrase.first.fraction = static_cast<std::int8_t>(part);
    phrase.first.fractions = static_cast<std::int8_t>(parts);
    return next(unit);
  }
  if (code(age) != Code::ordinal && code(age) != Code::decade) return kFail;
  const Pos end = code(age) == Code::ordinal ? century(age, phrase) : decade(age, phrase);
  if (end == kFail || phrase.is_range) return kFail;
  if (phrase.first.form == Form::decade && parts == 10)
    return end;  // "the first decade of the 2000s"
  phrase.first.fraction = static_cast<std::int8_t>(part);
  phrase.first.fractions = static_cast<std::int8_t>(parts);
  return end;
}

// "first nine months of 2021", "last two weeks of May", "first ten days of the year": `p` at
// "first" or "last".
Pos Grammar::slice(Pos p, bool last, Phrase& phrase) const {
  if (!last && item(p).value != 1) return kFail;
  int count = 0;
  Unit unit = Unit::day;
  bool hyphenated = false;
  const Pos what = next(p);
  if (code(what) != Code::number && code(what) != Code::cardinal) return kFail;
  const Pos behind = count_and_unit(what, count, unit, hyphenated);
  if (behind == kFail || hyphenated || code(behind) != Code::of) return kFail;
  const bool fits =
      unit == Unit::day || unit == Unit::week || unit == Unit::month || unit == Unit::quarter;
  if (!fits || count > 366) return kFail;
  Point point;
  Pos end = kFail;
  if (is_month(next(behind)) && unit != Unit::month && unit != Unit::quarter) {
    point.month = static_cast<std::int8_t>(item(next(behind)).value);
    end = year_behind(next(next(behind)), point);
  } else {
    end = year_or_relative(behind, point);
    if (end == behind) return kFail;
  }
  point.form = Form::slice;
  point.unit = unit;
  point.count = last ? -count : count;
  phrase.kind = Kind::interval;
  phrase.first = point;
  return end;
}

// "Monday of May 2014" behind "the first"; "day of the month" behind "the last".
Pos Grammar::nth_of_month(Pos p, int n, Phrase& phrase) const {
  const bool weekday = code(p) == Code::weekday && !item(p).plural;
  const bool day =
      n <= 1 && code(p) == Code::unit && unit_of(item(p)) == Unit::day && !item(p).plural;
  if ((!weekday && !day) || n > 5) return kFail;
  if (code(next(p)) != Code::of && code(next(p)) != Code::in) return kFail;
  Pos month = skip(next(next(p)), Code::the);
  if (code(month) == Code::every && code(next(month)) == Code::unit) {
    phrase.kind = Kind::recurring;  // "the first Monday of every month"
    return next(next(month));
  }
  Point point;
  Pos end = kFail;
  if (is_month(month)) {
    point.month = static_cast<std::int8_t>(item(month).value);
    end = year_behind(next(month), point);
  } else {
    const Code word = code(month);
    if (word == Code::direction || word == Code::same) month = next(month);
    const bool is_unit = code(month) == Code::unit && unit_of(item(month)) == Unit::month;
    if (!is_unit || item(month).plural) return day ? edge_of_year(next(p), n, phrase) : kFail;
    point.month_base = word == Code::same ? Base::reference : Base::anchor;
    const int shift = word == Code::unit ? 0 : item(month - 1).value;
    point.month_shift = static_cast<std::int16_t>(shift);
    end = next(month);
  }
  point.form = Form::nth;
  point.count = n;
  point.weekday = static_cast<std::int8_t>(weekday ? item(p).value : 0);
  phrase.kind = Kind::day;
  phrase.first = point;
  return end;
}

// "of 2015", "of the year" behind "the first day" and "the last day".
Pos Grammar::edge_of_year(Pos p, int n, Phrase& phrase) const {
  Point point;
  const Pos end = year_or_relative(p, point);
  if (end == p) return kFail;
  point.form = Form::nth;
  point.count = n;
  phrase.kind = Kind::day;
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
  const bool name = is_capital_word(unit) && is_capital_word(end) &&
                    (code(end) == Code::none || code(end) == Code::namesake);
  if (name) return kFail;  // "the 20th Century Fund"
  if (code(end) == Code::epoch) {
    phrase.first.impossible = item(end).value < 0;
    return next(end);
  }
  return end;
}

// "15th to the 17th century", "late 18th to early 19th century": behind their first "the".
Pos Grammar::century_range(Pos p, Phrase& phrase) const {
  int first_part = 0;
  int last_part = 0;
  Pos first = p;
  if (code(p) == Code::part) first = stretch_words(p, first_part);
  if (code(first) != Code::ordinal || item(first).value < 1 || item(first).value > 21) return kFail;
  const Pos sign = next(first);
  if (!is_range_sign(sign) && code(sign) != Code::conjunction) return kFail;
  Pos second = skip(next(sign), Code::the);
  if (code(second) == Code::part) second = stretch_words(second, last_part);
  if (code(second) != Code::ordinal || item(second).value <= item(first).value) return kFail;
  Phrase last;
  const Pos end = century(second, last);
  if (end == kFail) return kFail;
  phrase.last = last.first;
  phrase.last.stretch = static_cast<std::int8_t>(last_part);
  phrase.first = last.first;
  phrase.first.year = static_cast<std::int16_t>((item(first).value - 1) * 100);
  phrase.first.stretch = static_cast<std::int8_t>(first_part);
  phrase.is_range = true;
  phrase.kind = Kind::century;
  if (code(p) == Code::ordinal) {
    phrase.first_words = {p, sign};
    phrase.last_words = {second, end};
  }
  return end;
}

Pos Grammar::decade(Pos p, Phrase& phrase) const {
  const Code previous = before(p);
  const bool behind_part = previous == Code::hyphen && before(p - 1) == Code::part;
  const bool quoted = previous == Code::genitive && is_glued(p);  // "the '70s"
  const bool placed = previous == Code::the || previous == Code::part || behind_part || quoted ||
                      item(p).digits == 4;
  if (!placed || (inside(next(p)) && doc_.word(next(p)) == "°")) return kFail;
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

}  // namespace rapporteur::time
