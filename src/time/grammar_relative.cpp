// Expressions that hang on the report or on another date: "last week", "the following month";
// feasts and habits.
#include <algorithm>
#include <string_view>

#include "grammar.h"
#include "tense.h"

namespace rapporteur::time {

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

// "this week", "last month", "next Tuesday", "past decade", "next two weeks".
Pos Grammar::deictic(Pos p, Phrase& phrase) const {
  if (is_verb_last(doc_, p)) return kFail;
  const bool is_rolling = code(p) == Code::rolling;
  const int direction = item(p).value;
  Pos target = next(p);
  if (!is_rolling && code(target) == Code::rolling) {  // "this past week", "this coming Friday"
    const bool on_day = code(next(target)) == Code::weekday && item(target).value > 0;
    phrase.first.ahead = on_day;
    return deictic_target(next(target), on_day ? 0 : item(target).value, phrase);
  }
  if (direction != 0) {
    if (const Pos end = rolling(target, direction, phrase)) return end;
  }
  if (is_rolling) {
    if (const Pos end = vague_units(p, phrase)) return end;
    const bool weekend = code(target) == Code::unit && unit_of(item(target)) == Unit::weekend;
    const bool quarter = code(target) == Code::unit && unit_of(item(target)) == Unit::quarter;
    const bool on_day = code(target) == Code::weekday || code(target) == Code::month ||
                        code(target) == Code::season || weekend || quarter;
    if (!on_day || item(target).plural) return kFail;
    phrase.first.ahead = direction > 0;  // "the coming Sunday"
    return deictic_target(target, direction > 0 ? 0 : -1, phrase);
  }
  if (code(target) == Code::vague_count) return vague_units(p, phrase);
  const Pos end = deictic_target(target, direction, phrase);
  const bool of_month = code(end) == Code::of && is_month(next(end));
  const bool of_another = (before(p) == Code::the && code(end) == Code::of) || of_month;
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
        phrase.set_shift(Base::reference, unit, 1);  // "next day"
        return skip(next(p), Code::day_part);
      }
      const bool ahead = point.ahead;
      phrase.set_shift(Base::anchor, unit, direction);
      point.ahead = ahead;
      const Pos day = skip(next(p), Code::genitive);  // "next week's Monday", "this week Friday"
      const bool on_day = unit == Unit::week && code(day) == Code::weekday && !item(day).plural &&
                          !item(day).weak && !is_date_behind(next(day));
      if (!on_day) return next(p);
      point.weekday = static_cast<std::int8_t>(item(day).value);
      phrase.kind = Kind::day;
      return next(day);
    }
    case Code::month:
      if (item(p).weak && !is_capital_word(p)) return kFail;
      // "last |May 19, 2017|": a day of its own
      if (DayList days; days_behind_month(next(p), days) != kFail) return kFail;
      point.form = Form::nearest;
      point.unit = Unit::month;
      point.month = static_cast<std::int8_t>(item(p).value);
      point.count = direction;
      phrase.kind = Kind::month;
      return next(p);
    case Code::weekday:
      if (item(p).plural || (item(p).weak && !is_capital_word(p))) return kFail;
      point.form = Form::nearest;
      point.unit = Unit::week;
      point.weekday = static_cast<std::int8_t>(item(p).value);
      point.ahead = point.ahead || item(p - 1).weak;  // "upcoming"
      point.count = item(p - 1).weak ? 0 : direction;
      phrase.kind = Kind::day;
      return next(p);
    case Code::holiday:  // "last Christmas"
      point.form = Form::feast;
      point.number = item(p).value;
      point.unit = Unit::year;
      point.count = direction;
      phrase.kind = Kind::holiday;
      return is_capital_word(p) ? next(p) : kFail;
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
  if (code(end) == Code::of && before(p - 1) == Code::the) return kFail;  // "of her life"
  phrase.set_shift(Base::anchor, unit, direction * count);
  phrase.first.form = Form::rolling;
  phrase.kind = Kind::interval;
  return end;
}

// "by year-end", "before the year is out".
Pos Grammar::period_end(Pos p, Phrase& phrase) const {
  const Code previous = before(p);
  if (is_year_figure(next(p)) && unit_of(item(p)) == Unit::year) {  // "year-end 2014"
    phrase.kind = Kind::year;
    phrase.first.year = static_cast<std::int16_t>(item(next(p)).value);
    return next(next(p));
  }
  if (previous != Code::at && previous != Code::until && previous != Code::earlier &&
      previous != Code::the)
    return kFail;
  phrase.set_shift(Base::anchor, unit_of(item(p)), 0);
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
    phrase.set_shift(Base::reference, unit, shift);
    phrase.kind = Kind::reference;
    return skip(next(q), Code::day_part);
  }
  if (code(q) == Code::day_part) {  // "the following morning"
    phrase.set_shift(Base::reference, Unit::day, shift);
    phrase.kind = Kind::reference;
    return next(q);
  }
  const bool names_part = (code(q) == Code::month && is_month(q) && is_capital_word(q)) ||
                          code(q) == Code::season;  // "the following March"
  if (names_part && shift != 0 && !that) {
    phrase.first.form = Form::nearest;
    phrase.first.base = Base::reference;
    phrase.first.count = shift;
    const bool month = code(q) == Code::month;
    (month ? phrase.first.month : phrase.first.part) = static_cast<std::int8_t>(item(q).value);
    phrase.kind = month ? Kind::month : Kind::season;
    return next(q);
  }
  const bool event = code(next(q)) == Code::genitive && before(p) != Code::the;
  if (event) return kFail;  // "following Friday's vote"
  if (code(q) == Code::weekday && !item(q).plural && !item(q).weak && shift != 0) {
    phrase.set_shift(Base::reference, Unit::day, shift);
    phrase.first.weekday = static_cast<std::int8_t>(item(q).value);
    phrase.kind = Kind::reference;
    return next(q);
  }
  return kFail;
}

bool Grammar::is_title_behind_label(Pos p) const {
  return before(p) == Code::label && is_capital_word(p) && !is_headline_ && p - 1 > sentence_.begin;
}

// "today"; not "USA Today", "its last night".
Pos Grammar::day_word(Pos p, Phrase& phrase) const {
  const bool led = before(p) == Code::the ||  // "the Tomorrow Foundation"
                   (before(p) == Code::none && is_capital_word(p - 1));
  const bool name = is_capital_word(p) && p > sentence_.begin && led && doc_.space_before(p);
  const Pos last = next(p) - 1;  // "The Day After Tomorrow"
  const bool title = item(p).length > 1 && is_capital_word(last) && is_capital_word(p);
  if (is_title_behind_label(p)) return kFail;  // "the song Yesterday"
  if (name || (title && !is_headline_) || before(p) == Code::possessive) return kFail;
  phrase.set_shift(Base::anchor, Unit::day, item(p).value);
  phrase.first.nowadays = item(p).weak;
  return skip(next(p), Code::day_part);
}

// "[the] week of 5 May", "the week ending 12 June": from its Monday to its Sunday.
Pos Grammar::week_of(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  if (unit_of(item(p)) != Unit::week || item(p).plural) return kFail;
  if (const Pos end = numbered_week(p, phrase)) return end;
  Pos date = next(p);
  const std::string_view word = inside(date) ? doc_.lower(date) : std::string_view();
  const bool links = code(date) == Code::of || code(date) == Code::part ||
                     code(date) == Code::since || word == "ending" || word == "commencing";
  if (!links) return kFail;
  date = skip(skip(next(date), Code::on), Code::the);
  const std::size_t size = out.size();
  const Pos end = simple(date, phrase, out);
  const bool fits = end != kFail && out.size() == size && phrase.kind == Kind::day &&
                    !phrase.is_range && phrase.first.form == Form::calendar &&
                    phrase.first.has_day();
  out.resize(std::min(size, out.size()));
  if (!fits) return kFail;
  phrase.first.whole_week = true;
  phrase.kind = Kind::week;
  return end;
}

Pos Grammar::feast(Pos p, Phrase& phrase) const {
  Point point;
  point.form = Form::feast;
  point.number = item(p).value;
  const Pos behind = next(p);
  const Pos end = year_or_relative(behind, point);
  const bool in_name =
      is_capital_word(behind) && (code(behind) == Code::none || code(behind) == Code::namesake);
  const bool small = !is_capital_word(p) && !item(p).common;
  if (end == behind && (in_name || small)) return kFail;  // "Easter Island"
  phrase.kind = Kind::holiday;
  phrase.first = point;
  return end;
}

// "every Monday", "each year", "every two weeks", "every 5 May".
Pos Grammar::recurring(Pos p, Phrase& phrase) const {
  Pos q = next(p);
  if (code(q) == Code::ordinal || (inside(q) && doc_.lower(q) == "other")) q = next(q);
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
    case Code::weekday: {
      Pos end = next(q);
      const auto more = [&](Pos sign) {
        const Code c = code(sign);
        return (c == Code::slash || c == Code::conjunction || c == Code::comma) &&
               code(next(sign)) == Code::weekday;
      };
      while (more(end)) end = next(next(end));  // "every Monday and Thursday"
      return end;
    }
    case Code::unit:
    case Code::season:
    case Code::day_part:
    case Code::holiday:
      return next(q);
    default:
      return kFail;
  }
}

}  // namespace rapporteur::time
