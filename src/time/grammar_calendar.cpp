// Days, months and weekdays: "21-22 May 2018", "Monday 27 and Tuesday 28 January", "May 21".
#include "grammar.h"

namespace rapporteur::time {

bool Grammar::DayList::hangs_together() const {
  if (count == 2 && (entries[1].joined_by_range || between)) return true;
  for (std::size_t i = 1; i < count; ++i) {
    if (entries[i].joined_by_range || entries[i].day != entries[i - 1].day + 1) return false;
  }
  return count > 1;
}

// A month's name; with a small letter only where it can be nothing else.
bool Grammar::is_month(Pos p) const {
  return code(p) == Code::month && (!item(p).weak || is_capital_word(p));
}

// A month without day and year: "in March", "the October session"; not "Theresa May".
bool Grammar::is_month_alone(Pos p) const {
  if (!is_month(p)) return false;
  const bool short_form = item(p).weak && doc_.word(p).back() == '.';
  const Code previous = before(p);
  switch (previous) {
    case Code::in:
    case Code::since:
    case Code::until:
    case Code::from:
    case Code::between:
    case Code::of:
    case Code::part:
    case Code::within:
    case Code::earlier:
    case Code::later:
    case Code::direction:
    case Code::on:
    case Code::at:
      return !item(p).weak || short_form || previous == Code::in || !is_capital_word(next(p));
    case Code::to:
    case Code::conjunction:
    case Code::hyphen:
    case Code::the:
    case Code::open:
    case Code::comma:
    case Code::every:
      return !item(p).weak && !(is_capital_word(next(p)) && previous != Code::the);
    default:
      break;
  }
  if (item(p).weak || !is_capital_word(p)) return false;
  return !is_capital_word(p - 1 >= sentence_.begin ? p - 1 : p) || previous == Code::count_
             ? !is_capital_word(next(p))
             : false;
}

Pos Grammar::day_entry(Pos p, DayList::Entry& entry, DayList& list) const {
  entry = {};
  entry.begin = p;
  if (code(p) == Code::weekday && !item(p).plural) {
    entry.weekday = static_cast<std::int8_t>(item(p).value);
    p = skip(next(p), Code::comma);
  }
  if (code(p) == Code::the && code(next(p)) == Code::ordinal) p = next(p);
  const bool ordinal = code(p) == Code::ordinal;
  if (!ordinal && (code(p) != Code::number || item(p).digits > 2 || item(p).weak)) return kFail;
  if (item(p).value < 1 || item(p).value > 31) return kFail;
  entry.day = static_cast<std::int8_t>(item(p).value);
  list.in_words = list.in_words || (ordinal && item(p).digits == 0);
  list.all_ordinal = list.all_ordinal && ordinal;
  entry.end = next(p);
  const Pos stop = entry.end;
  const bool written_with_stop = code(stop) == Code::stop && is_glued(stop) &&
                                 (code(stop + 1) == Code::hyphen || code(stop + 1) == Code::month);
  if (written_with_stop) ++entry.end;  // "15.-16. September"
  return entry.end;
}

// "21-22", "5 and 6", "the 18th to the 19th", "Monday 27 and Tuesday 28", "5, 6 and 7".
Pos Grammar::day_list(Pos p, DayList& list) const {
  Pos end = day_entry(p, list.entries[0], list);
  if (end == kFail) return kFail;
  list.count = 1;
  list.between = before(p) == Code::between;
  while (list.count < kMostDays) {
    const Code sign = code(end);
    const bool range = is_range_sign(end);
    if (!range && sign != Code::conjunction && sign != Code::comma && sign != Code::slash) break;
    Pos second = next(end);
    if (sign == Code::comma) second = skip(second, Code::conjunction);
    DayList::Entry entry;
    DayList longer = list;
    const Pos further = day_entry(second, entry, longer);
    if (further == kFail) break;
    entry.joined_by_range = range || sign == Code::slash;
    entry.joined_by_comma = sign == Code::comma;
    longer.entries[longer.count++] = entry;
    list = longer;
    end = further;
  }
  return end;
}

// As day_list, behind a month: what follows must not be what the last number counts.
Pos Grammar::days_behind_month(Pos p, DayList& list) const {
  Pos end = day_list(p, list);
  if (end == kFail || list.in_words) return kFail;
  while (list.count > 0) {
    const DayList::Entry& entry = list.entries[list.count - 1];
    const Code sign = code(entry.end);
    const bool clock = sign == Code::colon && is_glued(entry.end) && is_glued(entry.end + 1) &&
                       code(entry.end + 1) == Code::number;
    const bool counts = (is_lower_word(entry.end) && sign == Code::none) || sign == Code::counted ||
                        sign == Code::unit || sign == Code::month;
    const bool loose = list.count > 1 && !entry.joined_by_range && counts &&
                       entry.day != list.entries[list.count - 2].day + 1;
    const bool thousands = sign == Code::comma && is_glued(entry.end) && is_glued(entry.end + 1) &&
                           code(entry.end + 1) == Code::number && item(entry.end + 1).digits == 3;
    const bool lonely = list.count > 1 && entry.joined_by_comma;  // "May 21, 15 states"
    if (!clock && !loose && !thousands && !lonely && sign != Code::clock &&
        (list.count > 1 || sign != Code::counted)) {
      return entry.end;
    }
    --list.count;
  }
  return kFail;
}

// "[of] May", "of this month": behind days.
Pos Grammar::month_behind_days(Pos p, const DayList& list, Point& point) const {
  const bool has_of = code(p) == Code::of;
  if (!has_of && list.in_words) return kFail;
  Pos month = skip(skip(p, Code::of), Code::the);
  if (!has_of && code(month) == Code::comma) ++month;
  if (code(month) == Code::hyphen && is_glued(month) && is_glued(month + 1)) ++month;
  if (code(month) == Code::weekday && list.count == 1) {  // "30th Thursday, January 2025"
    const Pos behind = skip(next(month), Code::comma);
    if (!is_month(behind)) return kFail;
    point.weekday = static_cast<std::int8_t>(item(month).value);
    month = behind;
  }
  if (!is_month(month)) return kFail;
  point.month = static_cast<std::int8_t>(item(month).value);
  return next(month);
}

// "of this month", "of next month", "of the same month": behind days.
Pos Grammar::days_of_this_month(Pos p, const DayList& list, Phrase& phrase) const {
  Point& point = phrase.first;
  if (code(p) == Code::of || code(p) == Code::comma) {
    Pos q = skip(next(p), Code::the);
    const Code word = code(q);
    const bool relative = word == Code::direction || word == Code::same || word == Code::that;
    if (relative && code(next(q)) == Code::unit &&
        item(next(q)).value == static_cast<int>(Unit::month)) {
      point.month_base = word == Code::direction ? Base::anchor : Base::reference;
      point.month_shift = static_cast<std::int16_t>(word == Code::that ? 0 : item(q).value);
      return next(next(q));
    }
    if (code(p) == Code::of && code(q) == Code::unit &&
        item(q).value == static_cast<int>(Unit::month) && code(p + 1) == Code::the) {
      point.month_base = Base::anchor;  // "the 5th of the month"
      return next(q);
    }
  }
  // "on the 18th": the nearest one.
  const DayList::Entry& first = list.entries[0];
  const Code previous = before(first.begin);
  if (!list.all_ordinal || list.in_words || code(first.begin) != Code::the) return kFail;
  if (previous != Code::on && previous != Code::from && previous != Code::until) return kFail;
  return ends_clause(p) && code(p) != Code::open ? p : kFail;
}

Pos Grammar::relative_year(Pos p, Point& point) const {
  p = skip(p, Code::the);
  const Code word = code(p);
  if (word != Code::direction && word != Code::same && word != Code::that) return kFail;
  const Pos unit = next(p);
  if (code(unit) != Code::unit || item(unit).plural || item(unit).value != int(Unit::year)) {
    return kFail;
  }
  point.year_base = word == Code::direction ? Base::anchor : Base::reference;
  point.year_shift = static_cast<std::int16_t>(word == Code::that ? 0 : item(p).value);
  return next(unit);
}

// "2018", ", 2018", "of 2018", ", this year", "last year"; p itself if there is none.
Pos Grammar::year_behind(Pos p, Point& point) const {
  Pos year = skip(p, Code::comma);
  if (code(year) == Code::of || (code(year) == Code::in && point.day == 0)) year = next(year);
  if (is_year_figure(year) && !is_part_of_name(year)) {
    point.year = static_cast<std::int16_t>(item(year).value);
    return next(year);
  }
  Point with_year = point;
  if (const Pos end = relative_year(year, with_year)) {
    point = with_year;
    return end;
  }
  return p;
}

// "(Thursday)", ", Monday": behind a date without a weekday; p itself if there is none.
Pos Grammar::weekday_behind(Pos p, Point& point) const {
  const Code sign = code(p);
  if (point.weekday != 0 || (sign != Code::open && sign != Code::comma)) return p;
  const Pos day = next(p);
  if (code(day) != Code::weekday || item(day).plural) return p;
  const Code behind = code(next(day));
  if (sign == Code::open ? behind != Code::close
                         : (behind != Code::comma && behind != Code::stop)) {
    return p;
  }
  point.weekday = static_cast<std::int8_t>(item(day).value);
  return sign == Code::open ? next(next(day)) : next(day);
}

// Turns a list into one phrase, or into several where its days do not follow one another.
void Grammar::put_days(const DayList& list, const Point& shared, Phrase& phrase,
                       std::vector<Phrase>& out) const {
  const auto point_of = [&](std::size_t i) {
    Point point = shared;
    point.form = Form::calendar;
    point.day = list.entries[i].day;
    if (list.entries[i].weekday != 0) point.weekday = list.entries[i].weekday;
    return point;
  };
  phrase.kind = Kind::day;
  phrase.first = point_of(0);
  if (list.count == 1) return;
  if (list.hangs_together()) {
    phrase.last = point_of(list.count - 1);
    phrase.is_range = true;
    phrase.kind = Kind::interval;
    return;
  }
  for (std::size_t i = 0; i + 1 < list.count; ++i) {
    Phrase single;
    single.first = point_of(i);
    const Pos begin = i == 0 ? phrase.core.begin : list.entries[i].begin;  // with the month
    single.tokens = {begin, list.entries[i].end};
    single.core = single.tokens;
    out.push_back(single);
  }
  phrase.first = point_of(list.count - 1);
  phrase.tokens.begin = list.entries[list.count - 1].begin;
  phrase.core.begin = phrase.tokens.begin;
}

// "21-22 May 2018", "the 18th to the 19th of this month", "Monday 27 January".
Pos Grammar::day_first(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  DayList list;
  Pos end = day_list(p, list);
  if (end == kFail) return kFail;
  Phrase shared = phrase;
  if (const Pos month = month_behind_days(end, list, shared.first)) {
    shared.first.day = list.entries[0].day;
    end = year_behind(month, shared.first);
    if (list.count == 1) {
      if (list.entries[0].weekday != 0) shared.first.weekday = list.entries[0].weekday;
      end = weekday_behind(end, shared.first);
    }
  } else if (const Pos relative = days_of_this_month(end, list, shared)) {
    end = relative;
  } else {
    return kFail;
  }
  phrase = shared;
  put_days(list, shared.first, phrase, out);
  return end;
}

// "May 21-22, 2018", "August 2022", "December 2, this year", "in March".
Pos Grammar::month_first(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  if (code(p) != Code::month) return kFail;
  Point point;
  point.month = static_cast<std::int8_t>(item(p).value);
  DayList list;
  if (is_month(p)) {
    Pos days = next(p);
    if (code(days) == Code::hyphen && is_glued(days) && is_glued(days + 1)) ++days;
    if (const Pos end = days_behind_month(days, list)) {
      point.day = list.entries[0].day;
      Pos behind = year_behind(end, point);
      if (list.count == 1) behind = weekday_behind(behind, point);
      put_days(list, point, phrase, out);
      return behind;
    }
  }
  const Pos end = year_behind(next(p), point);
  const bool has_year = end != next(p);
  if (!has_year && !is_month_alone(p)) return kFail;
  phrase.kind = Kind::month;
  phrase.first = point;
  return end;
}

// "Monday-Tuesday, 15-16 September", "Thursday and Friday (May 5-6)".
Pos Grammar::weekdays_first(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const Pos sign = next(p);
  if (!is_range_sign(sign) && code(sign) != Code::conjunction) return kFail;
  const Pos second = next(sign);
  if (code(second) != Code::weekday || item(second).plural) return kFail;
  Pos date = next(second);
  const bool bracket = code(date) == Code::open;
  if (bracket || code(date) == Code::comma) date = next(date);
  const std::size_t size = out.size();
  Phrase dated = phrase;
  Pos end = month_first(date, dated, out);
  if (end == kFail) end = day_first(date, dated, out);
  const bool fits = end != kFail && out.size() == size && dated.is_range && dated.first.has_day() &&
                    (!bracket || code(end) == Code::close);
  out.resize(size);
  if (!fits) return kFail;
  phrase = dated;
  phrase.first.weekday = static_cast<std::int8_t>(item(p).value);
  phrase.last.weekday = static_cast<std::int8_t>(item(second).value);
  return bracket ? next(end) : end;
}

// "Monday, 19 September 2022", "Wednesday (August 18)", "Tuesday next week", "on Monday".
Pos Grammar::weekday_first(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const auto weekday = static_cast<std::int8_t>(item(p).value);
  if (item(p).plural) {
    phrase.kind = Kind::recurring;
    return is_capital_word(p) ? next(p) : kFail;
  }
  const Pos part_of_day = next(p);
  const bool habit = before(p) == Code::article ||
                     (code(part_of_day) == Code::day_part && item(part_of_day).plural);
  if (habit) {  // "on a Monday", "on Saturday mornings"
    phrase.kind = Kind::recurring;
    return skip(part_of_day, Code::day_part);
  }
  Pos date = skip(part_of_day, Code::day_part);
  const bool bracket = code(date) == Code::open;
  if (bracket || code(date) == Code::comma) date = next(date);
  const std::size_t size = out.size();
  Phrase dated = phrase;
  Pos end = numeric_date(date, dated);
  if (end == kFail) end = month_first(date, dated, out);
  if (end == kFail) end = day_first(date, dated, out);
  if (end != kFail && out.size() == size && dated.kind == Kind::day && dated.first.has_day() &&
      dated.first.weekday == 0 && (!bracket || code(end) == Code::close)) {
    phrase = dated;
    phrase.first.weekday = weekday;
    return bracket ? next(end) : end;
  }
  out.resize(size);
  if (item(p).weak) return kFail;
  phrase.kind = Kind::day;
  phrase.first.weekday = weekday;
  const Pos behind = skip(skip(next(p), Code::of), Code::the);
  if (code(behind) == Code::direction && code(next(behind)) == Code::unit &&
      item(next(behind)).value == static_cast<int>(Unit::week)) {
    phrase.first.form = Form::shift;
    phrase.first.base = Base::anchor;
    phrase.first.unit = Unit::week;
    phrase.first.count = item(behind).value;
    return next(next(behind));
  }
  return next(p);
}

Pos Grammar::calendar(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  switch (code(p)) {
    case Code::number:
      if (const Pos end = numeric_date(p, phrase)) return end;
      return day_first(p, phrase, out);
    case Code::month:
      return month_first(p, phrase, out);
    case Code::weekday:
      if (const Pos end = day_first(p, phrase, out)) return end;
      if (const Pos end = weekdays_first(p, phrase, out)) return end;
      return weekday_first(p, phrase, out);
    default:
      return day_first(p, phrase, out);
  }
}

}  // namespace rapporteur::time
