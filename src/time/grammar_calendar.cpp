// Days: "21-22 May 2018", "Monday 27 and Tuesday 28 January", "the 18th of this month".
#include <string_view>

#include "grammar.h"

namespace rapporteur::time {

bool Grammar::DayList::hangs_together() const {
  if (count == 2 && (entries[1].joined_by_range || between)) return true;
  for (std::size_t i = 1; i < count; ++i) {
    if (entries[i].joined_by_range || entries[i].day != entries[i - 1].day + 1) return false;
  }
  return count > 1;
}

// "rd" of "3 rd May" and "3-rd of May".
Pos Grammar::skip_suffix(Pos p) const {
  const Pos suffix = code(p) == Code::hyphen && is_glued(p) && is_glued(p + 1) ? p + 1 : p;
  if (code(suffix) != Code::none || doc_.shape(suffix) != text::Shape::lower) return p;
  const std::string_view word = doc_.lower(suffix);
  const bool ends = word == "st" || word == "nd" || word == "rd" || word == "th";
  return ends ? suffix + 1 : p;
}

Pos Grammar::day_entry(Pos p, DayList::Entry& entry) const {
  entry = {};
  entry.begin = p;
  if (code(p) == Code::weekday && !item(p).plural) {
    entry.weekday = static_cast<std::int8_t>(item(p).value);
    p = skip(next(p), Code::comma);
  }
  if (code(p) == Code::the && code(next(p)) == Code::ordinal) p = next(p);
  entry.ordinal = code(p) == Code::ordinal;
  if (!entry.ordinal && (code(p) != Code::number || item(p).digits > 2 || item(p).weak)) {
    return kFail;
  }
  if (item(p).value < 1 || item(p).value > 31) return kFail;
  entry.day = static_cast<std::int8_t>(item(p).value);
  entry.in_words = entry.ordinal && item(p).digits == 0;
  entry.end = entry.ordinal ? next(p) : skip_suffix(next(p));
  entry.ordinal = entry.ordinal || entry.end != next(p);
  const Pos stop = entry.end;
  const bool written_with_stop = code(stop) == Code::stop && is_glued(stop) &&
                                 (code(stop + 1) == Code::hyphen || code(stop + 1) == Code::slash ||
                                  code(stop + 1) == Code::month);
  if (written_with_stop) ++entry.end;  // "15.-16. September"
  return entry.end;
}

// "21-22", "5 and 6", "the 18th to the 19th", "Monday 27 and Tuesday 28", "5, 6 and 7".
Pos Grammar::day_list(Pos p, DayList& list) const {
  Pos end = day_entry(p, list.entries[0]);
  if (end == kFail) return kFail;
  list.count = 1;
  list.between = before(p) == Code::between;
  list.in_words = list.entries[0].in_words;
  list.all_ordinal = list.entries[0].ordinal;
  while (list.count < kMostDays) {
    const Code sign = code(end);
    const bool range = is_range_sign(end);
    if (!range && sign != Code::conjunction && sign != Code::comma && sign != Code::slash) break;
    Pos second = next(end);
    if (sign == Code::comma) second = skip(second, Code::conjunction);
    DayList::Entry& entry = list.entries[list.count];
    const Pos further = day_entry(second, entry);
    if (further == kFail) break;
    entry.joined_by_range = range || sign == Code::slash;
    entry.joined_by_comma = sign == Code::comma;
    list.in_words = list.in_words || entry.in_words;
    list.all_ordinal = list.all_ordinal && entry.ordinal;
    ++list.count;
    end = further;
  }
  return end;
}

// Figures and signs in a row ("1-2-3, 4 and 5 ...") that no month follows: read once, so that a
// long row costs no more than its length.
bool Grammar::is_chain_without_month(Pos p) {
  if (p >= chain_begin_ && p < chain_end_) return true;
  if (p < chain_end_) return false;
  Pos end = next(p);
  for (Pos second = end; code(p) == Code::number; p = second) {
    end = next(p);
    const Code sign = code(end);
    if (!is_range_sign(end) && sign != Code::conjunction && sign != Code::comma &&
        sign != Code::slash) {
      break;
    }
    second = next(end);
    if (sign == Code::comma) second = skip(second, Code::conjunction);
    if (code(second) != Code::number) break;
  }
  chain_end_ = end;
  const Code sign = code(end);
  const Code behind = code(next(end));
  const bool goes_on = behind == Code::month || behind == Code::the || behind == Code::ordinal ||
                       behind == Code::weekday || behind == Code::hyphen ||
                       behind == Code::full_date || behind == Code::direction ||
                       behind == Code::same || behind == Code::that;
  const bool bracket = sign == Code::open && code(next(end)) == Code::weekday;
  const bool open = sign == Code::month || bracket || skip_suffix(end) != end || sign == Code::of ||
                    sign == Code::unit || sign == Code::direction || sign == Code::in ||
                    ((sign == Code::stop || sign == Code::comma || sign == Code::conjunction ||
                      sign == Code::slash || is_range_sign(end)) &&
                     goes_on);
  chain_begin_ = open ? end : sentence_.begin;
  return !open;
}

// As day_list, behind a month: what follows must not be what the last number counts.
Pos Grammar::days_behind_month(Pos p, DayList& list) const {
  const Pos end = day_list(p, list);
  if (end == kFail) return kFail;
  const bool bare_words = list.in_words && code(p) != Code::the;  // "May twenty-first"
  if (bare_words && (list.count > 1 || list.entries[0].day <= 3 || !ends_clause(end))) return kFail;
  while (list.count > 0) {
    const DayList::Entry& entry = list.entries[list.count - 1];
    const Code sign = code(entry.end);
    const bool decimal = sign == Code::stop && is_glued(entry.end) && is_glued(entry.end + 1) &&
                         code(entry.end + 1) == Code::number;  // "APR 5.9%"
    const bool clock = sign == Code::colon && is_glued(entry.end) && is_glued(entry.end + 1) &&
                       code(entry.end + 1) == Code::number;
    const bool counts = (is_lower_word(entry.end) && sign == Code::none) || sign == Code::counted ||
                        sign == Code::unit || sign == Code::month;
    const bool loose = list.count > 1 && !entry.joined_by_range && counts &&
                       entry.day != list.entries[list.count - 2].day + 1;
    const bool thousands = sign == Code::comma && is_glued(entry.end) && is_glued(entry.end + 1) &&
                           code(entry.end + 1) == Code::number && item(entry.end + 1).digits == 3;
    const bool lonely = list.count > 1 && entry.joined_by_comma &&
                        !is_year_figure(skip(entry.end, Code::comma));  // "May 21, 15 states"
    // "March 23 and the |7th Joint Commission|"
    const bool numbered =
        list.count > 1 && entry.ordinal && sign == Code::none && is_capital_word(entry.end);
    const Pos month = p - 1;  // "March 10 paces past the well"
    const bool verb = code(month) == Code::month && item(month).common &&
                      month == sentence_.begin && sign == Code::counted;
    if (!clock && !decimal && !loose && !thousands && !lonely && !verb && !numbered &&
        sign != Code::clock && (list.count > 1 || sign != Code::counted)) {
      return entry.end;
    }
    --list.count;
  }
  return kFail;
}

// "[of] May", "of this month": behind days.
Pos Grammar::month_behind_days(Pos p, const DayList& list, Point& point) const {
  p = skip_weekdays(p, point);
  const bool has_of = code(p) == Code::of;
  if (!has_of && list.in_words) {  // "eighth to eleventh May 2010"
    const bool sure = list.count > 1 || list.entries[0].day > 3;
    return sure && is_month(p) && is_year_figure(next(p)) ? set_month(p, point) : kFail;
  }
  Pos month = skip(skip(p, Code::of), Code::the);
  if (!has_of && code(month) == Code::comma) ++month;
  const bool sign = code(month) == Code::hyphen || code(month) == Code::slash;
  if (sign && is_glued(month) && is_glued(month + 1)) ++month;  // "10/August 2012"
  if (code(month) == Code::weekday && list.count == 1) {        // "30th Thursday, January 2025"
    const Pos behind = skip(next(month), Code::comma);
    if (!is_month(behind)) return kFail;
    point.weekday = static_cast<std::int8_t>(item(month).value);
    month = behind;
  }
  return is_month(month) ? set_month(month, point) : kFail;
}

// "(Wed)", "(Tue-Thu)" between days and their month; `p` itself if there is none.
Pos Grammar::skip_weekdays(Pos p, Point& point) const {
  const Pos day = next(p);
  if (code(p) != Code::open || code(day) != Code::weekday || item(day).plural) return p;
  Pos end = next(day);
  const bool range =
      (is_range_sign(end) || code(end) == Code::slash) && code(next(end)) == Code::weekday;
  if (range) end = next(next(end));
  if (code(end) != Code::close) return p;
  if (!range) point.weekday = static_cast<std::int8_t>(item(day).value);
  return next(end);
}

Pos Grammar::set_month(Pos p, Point& point) const {
  point.month = static_cast<std::int8_t>(item(p).value);
  return next(p);
}

// "of this month", "of next month", "of the same month": behind days.
Pos Grammar::days_of_this_month(Pos p, const DayList& list, Phrase& phrase) const {
  Point& point = phrase.first;
  const bool range = list.count == 2 && list.entries[1].joined_by_range;  // "4 to 22 this month"
  const bool bare = range && (code(p) == Code::direction || code(p) == Code::in);
  if (code(p) == Code::of || code(p) == Code::comma || bare) {
    Pos q = skip(code(p) == Code::direction ? p : next(p), Code::the);
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
  const bool alone = list.count == 1 || (range && list.entries[1].weekday != 0);
  if (alone && first.weekday != 0 && list.all_ordinal && ends_clause(p)) {
    point.weekday = first.weekday;  // "Tuesday the eighteenth", "Thurs 21st to Sat 23rd"
    return p;
  }
  if (!list.all_ordinal || list.in_words || code(first.begin) != Code::the) return kFail;
  if (previous != Code::on && previous != Code::from && previous != Code::until &&
      previous != Code::since) {
    return kFail;
  }
  return ends_clause(p) && code(p) != Code::open ? p : kFail;
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

// The entries from `first` on that are one stretch of days: "2-4" of "2-4 and 16-18".
std::size_t Grammar::DayList::end_of_run(std::size_t first) const {
  const bool range = first + 1 < count && entries[first + 1].joined_by_range;
  const bool longer = range && first + 2 < count && entries[first + 2].joined_by_range;
  return range && !longer ? first + 2 : first + 1;
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
  const auto fill = [&](Phrase& one, std::size_t first, std::size_t last) {
    one.kind = first == last ? Kind::day : Kind::interval;
    one.first = point_of(first);
    one.is_range = first != last;
    if (one.is_range) one.last = point_of(last);
  };
  if (list.hangs_together()) {
    fill(phrase, 0, list.count - 1);
    return;
  }
  std::size_t first = 0;
  std::size_t end = list.end_of_run(0);
  for (; end < list.count; first = end, end = list.end_of_run(end)) {
    Phrase part;
    fill(part, first, end - 1);
    const Pos begin = first == 0 ? phrase.core.begin : list.entries[first].begin;  // with the month
    part.tokens = {begin, list.entries[end - 1].end};
    part.core = part.tokens;
    out.push_back(part);
  }
  fill(phrase, first, end - 1);
  if (first == 0) return;
  phrase.tokens.begin = list.entries[first].begin;
  phrase.core.begin = phrase.tokens.begin;
}

// "21-22 May 2018", "the 18th to the 19th of this month", "Monday 27 January".
Pos Grammar::day_first(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  if (code(p) == Code::number) {
    if (item(p).digits > 2 || before(p) == Code::label || is_chain_without_month(p)) return kFail;
  }
  if (const Pos end = day_to_glued_date(p, phrase)) return end;
  DayList list;
  Pos end = day_list(p, list);
  if (end == kFail) return kFail;
  const Code counted = before(p);  // "one fifth of May's majority", "5 of 12 May"
  const bool share =
      list.entries[0].in_words && code(p) == Code::ordinal && code(end) == Code::of &&
      (counted == Code::cardinal || counted == Code::number || counted == Code::article);
  if (share || (counted == Code::of && before(p - 1) == Code::number)) return kFail;
  if (code(p) == Code::number && is_glued(p) && before(p) == Code::stop) return kFail;
  Phrase shared = phrase;
  const bool day_of = list.count == 1 && list.all_ordinal && code(end) == Code::unit &&
                      item(end).value == static_cast<int>(Unit::day) && code(next(end)) == Code::of;
  if (day_of) end = next(end);  // "the 14th day of June"
  if (const Pos month = month_behind_days(end, list, shared.first)) {
    shared.first.day = list.entries[0].day;
    end = year_behind(month, shared.first);
    const bool numbered = list.entries[0].end == next(p) + 1 && list.count == 1;  // "1. June Osei"
    const bool bare = end == month;
    // "the 6th |February 16, 2011|": what is counted is no day
    const bool own_day = bare && list.all_ordinal && code(end) == Code::number &&
                         item(end).digits <= 2 && is_year_figure(skip(next(end), Code::comma));
    if (own_day) return kFail;
    if (bare &&
        (names_place(end, before(p) == Code::the ? 1 : 0) || (numbered && is_capital_word(end))))
      return kFail;
    const Pos first = skip(p, Code::the);  // "Goya's Second of May"
    const bool named = list.in_words && is_capital_word(first) && p != sentence_.begin;
    const bool body = names_body(p, end, 2) || (is_body(p - 1) && is_capital_word(p - 1));
    if (bare && !is_headline_ && (named || body)) return kFail;
    if (follows_street(p)) return kFail;
    if (list.count == 1) {
      if (list.entries[0].weekday != 0) shared.first.weekday = list.entries[0].weekday;
      end = weekday_behind(end, shared.first);
    }
  } else if (day_of) {
    return kFail;
  } else if (const Pos relative = days_of_this_month(end, list, shared)) {
    end = relative;
  } else {
    return kFail;
  }
  phrase = shared;
  put_days(list, shared.first, phrase, out);
  return end;
}

// "03MAY2011", "Sun 15Sep".
Pos Grammar::glued_date(Pos p, Phrase& phrase) const {
  if (code(p) != Code::full_date) return kFail;
  phrase.kind = Kind::day;
  phrase.first.year = static_cast<std::int16_t>(item(p).value / 10000);
  phrase.first.month = static_cast<std::int8_t>(item(p).value / 100 % 100);
  phrase.first.day = static_cast<std::int8_t>(item(p).value % 100);
  return phrase.first.year != 0 ? next(p) : year_behind(next(p), phrase.first);
}

// "5-7May 2019".
Pos Grammar::day_to_glued_date(Pos p, Phrase& phrase) const {
  const Pos sign = next(p);
  if (code(p) != Code::number || !is_range_sign(sign)) return kFail;
  if (code(next(sign)) != Code::full_date || item(p).value < 1 || item(p).value > 31) return kFail;
  const Pos end = glued_date(next(sign), phrase);
  if (end == kFail) return kFail;
  phrase.last = phrase.first;
  phrase.first.day = static_cast<std::int8_t>(item(p).value);
  phrase.is_range = true;
  phrase.kind = Kind::interval;
  return end;
}

Pos Grammar::calendar(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  switch (code(p)) {
    case Code::number:
      if (const Pos end = numeric_date(p, phrase)) return end;
      if (const Pos end = month_and_year(p, phrase)) return end;
      if (const Pos end = day_and_month(p, phrase)) return end;
      if (const Pos end = year_first(p, phrase)) return end;
      return day_first(p, phrase, out);
    case Code::month:
      return month_first(p, phrase, out);
    case Code::weekday:
      if (const Pos end = day_first(p, phrase, out)) return end;
      if (const Pos end = weekdays_first(p, phrase, out)) return end;
      if (const Pos end = weekday_list(p, phrase)) return end;
      return weekday_first(p, phrase, out);
    default:
      return day_first(p, phrase, out);
  }
}

}  // namespace rapporteur::time
