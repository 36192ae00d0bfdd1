// Months and the years behind them: "August 2022", "March, June and November 2003", "in March",
// "December 2, this year"; not "Theresa May" and "March for peace".
#include <algorithm>
#include <array>

#include "grammar.h"

namespace rapporteur::time {

// A month's name. With a small letter only beside figures, and then not "may" and "march" unless a
// year or a preposition makes sure.
bool Grammar::is_month(Pos p) const {
  if (code(p) != Code::month) return false;
  if (item(p).common && code(next(p)) == Code::be) return false;  // "12 May be wrong"
  return !item(p).weak || is_capital_word(p) || is_small_month(p);
}

bool Grammar::is_small_month(Pos p) const {
  const Code behind = code(next(p));
  const Code previous = before(p);
  const bool figure_behind = behind == Code::number || behind == Code::ordinal;
  const bool figure_before = previous == Code::number || previous == Code::ordinal ||
                             (previous == Code::of && before(p - 1) == Code::ordinal);
  if (!item(p).common) return figure_behind || figure_before;
  const Code leader = before(p - 1);  // "on 5 may"
  if (figure_before) {
    return is_year_figure(next(p)) || previous == Code::of || leader == Code::on ||
           leader == Code::weekday;
  }
  if (!figure_behind) return false;
  const Pos year = skip(next(next(p)), Code::comma);
  return previous == Code::on || previous == Code::weekday ||
         (item(next(p)).digits <= 2 && is_year_figure(year));
}

// A month without day and year: "in March", "the October session"; not "Theresa May".
bool Grammar::is_month_alone(Pos p) const {
  if (!is_month(p) || names_place(next(p), 0) || names_body(p, next(p), 1)) return false;
  const bool short_form = item(p).weak && doc_.word(p).back() == '.';
  const bool titled = item(p).common && before(p) == Code::in && before(p - 1) == Code::unit &&
                      is_capital_word(p - 2);  // "Seven Days in May"
  if (titled || is_month_of_name(p)) return false;
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
      if (item(p).weak && before(p - 1) == Code::month && ends_clause(next(p))) return true;
      [[fallthrough]];
    case Code::the:
    case Code::open:
    case Code::comma:
    case Code::every:
      return !item(p).weak && !(is_capital_word(next(p)) && previous != Code::the);
    case Code::label:  // "her sister April"
      return false;
    default:
      break;
  }
  if (is_planned_for(p)) return !is_capital_word(next(p));
  if (item(p).weak || !is_capital_word(p)) return false;
  return !is_capital_word(p - 1 >= sentence_.begin ? p - 1 : p) || previous == Code::count_
             ? !is_capital_word(next(p))
             : false;
}

// "a summit scheduled |for May|", "due |for August|": a name that is also a word of another kind.
bool Grammar::is_planned_for(Pos p) const {
  static constexpr std::array<std::string_view, 8> kPlanned{
      "scheduled", "planned", "set", "slated", "due", "called", "convened", "fixed"};
  if (p < sentence_.begin + 2 || !is_capital_word(p) || doc_.lower(p - 1) != "for") return false;
  return std::ranges::find(kPlanned, doc_.lower(p - 2)) != kPlanned.end();
}

// What a name has left over: "Mar del Plata", "Organisation 17 November", "The Third of May" within
// a sentence.
bool Grammar::is_month_of_name(Pos p) const {
  const Pos behind = next(p);
  const bool particle = is_lower_word(behind) && code(behind) == Code::none &&
                        doc_.word(behind).size() <= 3 && doc_.word(behind).starts_with('d');
  if (item(p).weak && doc_.word(p).size() == 3 && particle) return true;
  if (is_headline_ || p < sentence_.begin + 3) return false;
  if (before(p) == Code::number && is_body(p - 2) && is_capital_word(p - 2)) return true;
  if (before(p) != Code::of) return false;
  return code(p - 2) == Code::ordinal && item(p - 2).digits == 0 && is_capital_word(p - 2);
}

// "March to May 2019", "July/August 1973", "May, June and July 2020": a chain of months that ends
// in one with a year. A chain without a year is read once.
bool Grammar::leads_months(Pos p) {
  if (p >= months_begin_ && p < months_end_) return false;
  const Pos begin = p;
  for (int links = 0; links < kMostMonths && is_month(p); ++links) {
    const Pos sign = next(p);
    if (links > 0 && (is_year_figure(skip(skip(sign, Code::comma), Code::of)))) return true;
    Pos second = next(sign);
    const bool comma = code(sign) == Code::comma;
    if (comma) second = skip(second, Code::conjunction);
    const bool joins = comma || is_range_sign(sign) || code(sign) == Code::conjunction ||
                       code(sign) == Code::slash;
    if (!joins) break;
    p = second;
  }
  months_begin_ = begin;
  months_end_ = std::max(p, begin + 1);
  return false;
}

// "March, June and November 2003" are three, "May, June and July 2020" one. Behind a chain of
// months with commas or a slash; ranges of two are read by joined().
Pos Grammar::months(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  if (!leads_months(p)) return kFail;
  std::array<Pos, kMostMonths> starts{};
  std::size_t count = 0;
  bool runs = true;  // each follows the one before
  bool lists = false;
  Pos end = p;
  while (count < starts.size() && is_month(p)) {
    runs = runs && (count == 0 || item(p).value == item(starts[count - 1]).value + 1);
    starts[count++] = p;
    end = next(p);
    const bool comma = code(end) == Code::comma;
    lists = lists || comma || code(end) == Code::slash;
    if (!comma && code(end) != Code::conjunction && code(end) != Code::slash) break;
    p = next(end);
    if (comma) p = skip(p, Code::conjunction);
  }
  if (!lists || count < 2) return kFail;
  Point point;
  end = year_behind(end, point);
  const auto month = [&](std::size_t i) {
    Point one = point;
    one.month = static_cast<std::int8_t>(item(starts[i]).value);
    return one;
  };
  phrase.kind = Kind::month;
  if (runs) {
    phrase.first = month(0);
    phrase.last = month(count - 1);
    phrase.is_range = true;
    phrase.kind = Kind::interval;
    return end;
  }
  for (std::size_t i = 0; i + 1 < count; ++i) {
    Phrase single;
    single.kind = Kind::month;
    single.first = month(i);
    single.tokens = {starts[i], next(starts[i])};
    single.core = single.tokens;
    out.push_back(single);
  }
  phrase.first = month(count - 1);
  phrase.tokens.begin = starts[count - 1];
  phrase.core.begin = starts[count - 1];
  return end;
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

// "30 September 420", "24 August 79 AD", "15 March 44 BC"; kFail if no such year stands there.
Pos Grammar::early_year_behind(Pos p, Point& point) const {
  if (code(p) != Code::number || item(p).digits > 4 || item(p).value < 1) return kFail;
  const Pos behind = next(p);
  if (code(behind) == Code::epoch) {
    point.year = static_cast<std::int16_t>(item(p).value);
    point.impossible = item(behind).value < 0;
    return next(behind);
  }
  if (item(p).digits != 3 || item(p).value < 100) return kFail;
  const bool ends =
      code(behind) == Code::close || code(behind) == Code::stop || code(behind) == Code::count_;
  if (!ancient_ && !(ends && point.day != 0)) return kFail;
  if (!ends_clause(behind)) return kFail;
  point.year = static_cast<std::int16_t>(item(p).value);
  return behind;
}

// "'96", "96" behind a month: the latter only where nothing else can be meant.
Pos Grammar::short_year_behind(Pos p, Point& point) const {
  const bool quoted = code(p) == Code::genitive && is_glued(p + 1);
  const Pos figure = quoted ? p + 1 : p;
  if (code(figure) != Code::number || item(figure).digits != 2) return kFail;
  const int value = item(figure).value;
  if (!quoted && (value < 32 || !ends_clause(next(figure)) || code(next(figure)) == Code::hyphen)) {
    return kFail;
  }
  point.year = static_cast<std::int16_t>(value < 50 ? 2000 + value : 1900 + value);
  return next(figure);
}

// "2018", ", 2018", "of 2018", "'96", ", this year", "last year"; p itself if there is none.
Pos Grammar::year_behind(Pos p, Point& point) const {
  Pos year = skip(p, Code::comma);
  const bool joined = code(year) == Code::slash || code(year) == Code::hyphen;
  if (point.day != 0 && joined && is_glued(year) && is_glued(year + 1)) ++year;  // "27/2020"
  if (code(year) == Code::of || (code(year) == Code::in && point.day == 0)) year = next(year);
  Point with_year = point;
  if (const Pos end = early_year_behind(year, with_year)) {
    point = with_year;
    return end;
  }
  const Code sign = before(year);  // "May 3,2021", "May-3-2021"
  const bool glued =
      is_glued(year) && (sign == Code::comma || sign == Code::hyphen || sign == Code::slash);
  const bool led = point.day != 0 && before(year) == Code::month;  // "24 November 2016  Page 3"
  if (is_year_figure(year) && (glued || led || !is_part_of_name(year))) {
    point.year = static_cast<std::int16_t>(item(year).value);
    return next(year);
  }
  if (const Pos end = relative_year(year, with_year)) {
    point = with_year;
    return end;
  }
  if (const Pos end = short_year_behind(p, with_year)) {
    point = with_year;
    return end;
  }
  int spoken = 0;  // "February, nineteen eighty-eight"
  if (const Pos end = year_in_words(year, spoken)) {
    point.year = static_cast<std::int16_t>(spoken);
    return end;
  }
  return p;
}

// "May 21-22, 2018", "August 2022", "December 2, this year", "in March", "July the fifth".
Pos Grammar::month_first(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  if (code(p) != Code::month) return kFail;
  Point point;
  point.month = static_cast<std::int8_t>(item(p).value);
  if (is_month(p)) {
    DayList list;
    Pos days = next(p);
    if (code(days) == Code::hyphen && is_glued(days) && is_glued(days + 1)) ++days;
    if (const Pos end = days_behind_month(days, list)) {
      point.day = list.entries[0].day;
      const bool signs = days != next(p) && code(end) == Code::hyphen && is_glued(end) &&
                         is_glued(end + 1);  // "May-5-2014"
      Pos behind = year_behind(signs ? end + 1 : end, point);
      if (point.year == 0 && signs) behind = end;
      if (list.count == 1) behind = weekday_behind(behind, point);
      if (list.count == 1 && point.year == 0 && point.weekday != 0) {
        behind = year_behind(behind, point);  // "September 18 (Tue), 2018"
      }
      const bool bare = behind == end && list.count == 1;
      if (bare && before(p) == Code::in && is_counted(end)) {  // "In June 15 ministers met"
        phrase.kind = Kind::month;
        phrase.first = Point();
        phrase.first.month = static_cast<std::int8_t>(item(p).value);
        return next(p);
      }
      const int words = before(p) == Code::the ? 1 : 0;
      if (bare && names_place(behind, words)) return kFail;  // "the July 15 Martyrs Bridge"
      if (bare && names_body(p, behind, 2)) return kFail;    // "the April 6 Youth Movement"
      put_days(list, point, phrase, out);
      return behind;
    }
    if (const Pos end = months(p, phrase, out)) return end;
  }
  const Pos sign = next(p);
  const bool glued = (code(sign) == Code::hyphen || code(sign) == Code::slash) && is_glued(sign) &&
                     is_glued(sign + 1) && is_year_figure(sign + 1);  // "Sep-2012"
  const Pos end = year_behind(glued ? sign + 1 : sign, point);
  const bool has_year = point.year != 0 || point.year_base != Base::none;
  const bool small = !is_month(p) && !introduces_figure(before(p)) && before(p) != Code::of;
  if (follows_street(p)) return kFail;
  if (has_year && small && item(p).common) return kFail;  // "they may 2015"
  if (!has_year && !is_month_alone(p) && !leads_months(p)) return kFail;
  phrase.kind = Kind::month;
  phrase.first = point;
  return has_year ? end : sign;
}

}  // namespace rapporteur::time
