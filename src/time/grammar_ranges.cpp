// From one date to another: "30 June - 2 July 2018", "Monday to Wednesday", "2013 - present", "from
// 1814 on"; and which two dates do not belong together.
#include "calendar.h"
#include "grammar.h"

namespace rapporteur::time {

namespace {

// "Monday", "next Tuesday", "Thursday of next week".
bool is_weekday_point(const Point& point) {
  return point.is_bare_weekday() || (point.weekday != 0 && point.form == Form::nearest) ||
         (point.weekday != 0 && point.form == Form::shift && point.unit == Unit::week);
}

// "Monday and Thursday next week": both lie in that week.
void share_week(Point& first, const Point& last) {
  if (!first.is_bare_weekday() || last.form != Form::shift || last.weekday == 0) return;
  const std::int8_t weekday = first.weekday;
  first = last;
  first.weekday = weekday;
}

// Copies a year that only one of two joined dates has ("30 June - 2 July 2018").
void share_year(Point& first, const Point& last) {
  if (first.form != Form::calendar || last.form != Form::calendar) return;
  if (first.year != 0 || first.year_base != Base::none) return;
  if (first.month == 0 && first.part == 0) return;
  first.year = last.year;
  first.year_base = last.year_base;
  first.year_shift = last.year_shift;
  const bool wraps = first.month > last.month && first.month != 0;
  if (wraps && first.year != 0) --first.year;
  if (wraps && first.year_base != Base::none) --first.year_shift;
}

// "31 May and 1 June", "5 May and 6 May".
bool is_next_day(const Point& first, const Point& last) {
  if (first.month == 0 || last.month == 0 || first.year != last.year) return false;
  const int year = first.year != 0 ? first.year : 2001;
  if (!is_valid(year, first.month, first.day) || !is_valid(year, last.month, last.day)) {
    return false;
  }
  return to_days(year, last.month, last.day) - to_days(year, first.month, first.day) == 1;
}

bool follows(const Point& first, const Point& last) {
  if (first.form != last.form) return false;
  if (first.form == Form::calendar && first.day != 0) {
    return last.day != 0 && is_next_day(first, last);
  }
  if (first.form == Form::shift && first.weekday != 0 && first.count == last.count) {
    return last.weekday - first.weekday == 1;
  }
  if (first.form == Form::shift) {
    return first.base == last.base && first.unit == last.unit && last.count - first.count == 1;
  }
  if (first.form != Form::calendar) return false;
  if (first.is_bare_weekday()) return (last.weekday - first.weekday + 7) % 7 == 1;
  if (first.part != 0) return last.part - first.part == 1;
  return first.day == 0 && first.month != 0 && last.month - first.month == 1;
}

}  // namespace

bool Grammar::may_join(const Phrase& first, const Phrase& last, Code sign) const {
  if (last.is_range || !is_date(first.kind)) return false;
  const bool day_to_month = first.kind == Kind::day && last.kind == Kind::month &&
                            first.first.month != 0 && sign != Code::hyphen;
  if (first.kind != last.kind && !day_to_month) return false;
  if (first.kind == Kind::recurring || first.kind == Kind::century) return false;
  if (first.first.form == Form::rolling || last.first.form == Form::rolling) return false;
  if (first.first.form == Form::era || first.first.form == Form::vague_year) return false;
  const auto is_day_word = [](const Point& p) {
    return p.form == Form::shift && p.unit == Unit::day && p.base == Base::anchor;
  };
  // "14 May 2019 - |Today| the ministers met": a dateline, and a sentence that opens with its day
  const bool deictic_end = is_day_word(last.first) || is_weekday_point(last.first);
  const bool dated = first.first.form == Form::calendar && first.first.day != 0;
  if (sign == Code::hyphen && dated && deictic_end) return false;
  const bool from_today = (sign == Code::to || sign == Code::until) &&
                          ((is_day_word(first.first) && last.first.is_bare_weekday()) ||
                           (first.first.is_bare_weekday() && is_day_word(last.first)));
  const bool deictic =
      from_today || (is_weekday_point(first.first) && is_weekday_point(last.first));
  if (first.kind == Kind::day && !deictic &&
      first.first.is_bare_weekday() != last.first.is_bare_weekday()) {
    return false;
  }
  if (first.first.is_plain_year() && last.first.is_plain_year()) {
    return last.first.year > first.first.year;
  }
  // A dash between dates that are complete on both sides may as well be punctuation.
  return sign != Code::hyphen || first.kind != Kind::day || first.first.form == Form::calendar;
}

// "to", "-", "until"; "and" too behind "between", "/" between names of months and seasons.
bool Grammar::is_range_word(Pos p, const Phrase& first) const {
  if (is_range_sign(p) || code(p) == Code::conjunction) return true;
  const bool names =
      first.kind == Kind::month || first.kind == Kind::season || first.kind == Kind::quarter;
  return code(p) == Code::slash && names && first.first.form == Form::calendar;
}

// "postponed [...] from" stands before the date: what follows "to" is another date.
bool Grammar::is_moved(Pos date) const {
  if (before(date) != Code::from) return false;
  for (Pos back = 2; back <= 4 && date >= sentence_.begin + back; ++back) {
    if (code(date - back) == Code::past && item(date - back).value == 1) return true;
  }
  return false;
}

// The word before a range, over the article that its core leaves out.
Code Grammar::leader_of_range(const Phrase& first) const {
  const Code leader = before(first.core.begin);
  return leader == Code::the ? before(first.core.begin - 1) : leader;
}

// "30 June - 2 July 2018", "between May and June", "Monday to Wednesday", "2013 - present".
Pos Grammar::joined(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const Code behind_comma = code(p) == Code::comma ? code(next(p)) : Code::none;
  if ((behind_comma == Code::to || behind_comma == Code::conjunction) && phrase.first.has_day()) {
    p = next(p);  // "Saturday, 1 May, and Sunday, 2 May"
  }
  const Pos behind_part = skip(p, Code::day_part);  // "Thursday evening to Sunday"
  const bool until = code(behind_part) == Code::until && before(phrase.core.begin) == Code::from;
  if (phrase.kind == Kind::day && (code(behind_part) == Code::to || until)) p = behind_part;
  const Code sign = code(p);
  const bool is_and = sign == Code::conjunction;
  if (!is_range_word(p, phrase)) return kFail;
  const Pos second = next(p);
  if (!is_and && code(second) == Code::now && is_date(phrase.kind)) {
    phrase.bound = Bound::since;
    return next(second);
  }
  Phrase last;
  const std::size_t size = out.size();
  // "UZBEKISTAN, April 13 - |On April 13| the minister met": the text begins
  if (code(second) == Code::on && doc_.is_capital(second)) return kFail;
  Pos second_date = skip(second, Code::on);
  const bool approximate = code(second_date) == Code::approximate;  // "c. 1900 to c. 1910"
  if (approximate) {
    second_date = next(second_date);
    if (code(second_date) == Code::stop && is_glued(second_date)) ++second_date;
  }
  Pos end = simple(second_date, last, out);
  if (out.size() != size) {  // a list: not ours
    out.resize(size);
    return kFail;
  }
  if (end == kFail || !may_join(phrase, last, sign)) return kFail;
  const bool is_between = leader_of_range(phrase) == Code::between;
  const bool is_one_word = is_glued(p) && is_glued(second);  // "January-June 2016"
  share_year(phrase.first, last.first);
  share_week(phrase.first, last.first);
  if (sign == Code::to && is_moved(phrase.core.begin)) return kFail;
  const bool mixed = phrase.kind != last.kind;
  if (is_and && !is_between && (mixed || !follows(phrase.first, last.first))) return kFail;
  if (mixed && !is_between && before(phrase.core.begin) != Code::from) return kFail;
  phrase.last = last.first;
  phrase.approximate = phrase.approximate || approximate;
  const bool two_years = phrase.first.is_plain_year() && last.first.is_plain_year();
  if ((!is_between || two_years) && !is_one_word) {
    phrase.first_words = {phrase.core.begin, p};
    phrase.last_words = {second_date, end};
  }
  phrase.is_range = true;
  phrase.kind = Kind::interval;
  return end;
}

Pos Grammar::onwards(Pos p, Phrase& phrase) const {
  const bool from_on = code(p) == Code::on && before(phrase.core.begin) == Code::from &&
                       ends_clause(next(p));  // "from 1814 on"
  if (code(p) != Code::onwards && !from_on) return kFail;
  if (!is_date(phrase.kind) || phrase.is_range) return kFail;
  phrase.bound = Bound::since;
  return next(p);
}

}  // namespace rapporteur::time
