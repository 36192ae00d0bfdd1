// Dates, years and times in figures: "06.04.2017", "2017-04-06", "2014-2016", "10:30 am".
#include <array>
#include <string_view>

#include "grammar.h"

namespace rapporteur::time {

namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2100;

// "17" is 2017, "98" is 1998: fixed, so that a reading does not depend on when it is made.
int year_of_two_figures(int value) { return value < 50 ? 2000 + value : 1900 + value; }

}  // namespace

int Grammar::roman_month(Pos p) const {
  constexpr std::array<std::string_view, 12> kRoman = {"I",   "II",   "III", "IV", "V",  "VI",
                                                       "VII", "VIII", "IX",  "X",  "XI", "XII"};
  if (!inside(p)) return 0;
  std::string_view word = doc_.word(p);
  if (word.ends_with('.')) word.remove_suffix(1);
  for (std::size_t i = 0; i < kRoman.size(); ++i) {
    if (word == kRoman[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

// "06.04.2017", "2017-04-06", "01/19/2025", "18-Aug-2022", "5.IV.2017".
Pos Grammar::numeric_date(Pos p, Phrase& phrase, bool in_range) const {
  if (code(p) != Code::number || item(p).digits > 4) return kFail;
  const Code sign = code(p + 1);
  if ((sign != Code::stop && sign != Code::slash && sign != Code::hyphen) || !is_glued(p + 1) ||
      !is_glued(p + 2)) {
    return kFail;
  }
  const Code previous = before(p);
  if (!in_range && is_glued(p) &&
      (previous == Code::stop || previous == Code::slash || previous == Code::hyphen ||
       previous == Code::comma)) {
    const Code further = p >= sentence_.begin + 2 ? code(p - 2) : Code::none;
    if (further == Code::number) return kFail;
  }
  if (const Pos end = month_between_figures(p, phrase)) return end;
  const Pos second = p + 2;
  const Pos third = p + 4;
  if (code(second) != Code::number || code(third) != Code::number || code(p + 3) != sign ||
      !is_glued(p + 3) || !is_glued(third)) {
    return kFail;
  }
  return figures(p, p + 1, third, phrase);
}

// "17-18.05.2018", "17.-18.05.2018".
Pos Grammar::figure_range(Pos p, Phrase& phrase) const {
  if (code(p) != Code::number || item(p).digits > 2 || item(p).value < 1 || item(p).value > 31) {
    return kFail;
  }
  Pos sign = p + 1;
  if (code(sign) == Code::stop && is_glued(sign)) ++sign;
  if (code(sign) != Code::hyphen || !is_glued(sign) || code(sign + 2) == Code::hyphen) return kFail;
  const Pos end = numeric_date(sign + 1, phrase, true);
  if (end == kFail || phrase.first.day == 0 || phrase.first.swappable) return kFail;
  phrase.last = phrase.first;
  phrase.first.day = static_cast<std::int8_t>(item(p).value);
  phrase.is_range = true;
  phrase.kind = Kind::interval;
  return end;
}

Pos Grammar::figures(Pos p, Pos separator, Pos third, Phrase& phrase) const {
  const Item& a = item(p);
  const Item& b = item(p + 2);
  const Item& c = item(third);
  const Pos end = next(third);
  const bool goes_on = is_glued(end) && is_glued(end + 1) && code(end + 1) == Code::number &&
                       code(end) != Code::comma && code(end) != Code::colon;
  if (goes_on || b.digits > 2 || b.value < 1) return kFail;
  Point& point = phrase.first;
  phrase.kind = Kind::day;
  if (a.digits == 4) {
    if (c.digits > 2 || a.value < kFirstYear || a.value > kLastYear || b.value > 12) return kFail;
    if (c.value < 1 || c.value > 31) return kFail;
    point.year = static_cast<std::int16_t>(a.value);
    point.month = static_cast<std::int8_t>(b.value);
    point.day = static_cast<std::int8_t>(c.value);
    if (!c.weak) return end;
    Pos time = end;  // "T10:00:00Z": belongs to the figures
    while (is_glued(time) && (code(time) == Code::colon || code(time) == Code::number)) ++time;
    return time;
  }
  if (a.digits > 2 || a.value < 1 || c.weak) return kFail;
  if (c.digits == 2) {  // stricter: "2.10.17" may be a version
    if (b.digits != 2 || code(separator) == Code::hyphen || before(p) == Code::label) return kFail;
    if (code(separator) == Code::stop && a.digits != 2) return kFail;
  }
  if (c.digits != 4 && c.digits != 2) return kFail;
  const int year = c.digits == 4 ? c.value : year_of_two_figures(c.value);
  if (year < kFirstYear || year > kLastYear) return kFail;
  const bool month_leads = b.value > 12;
  const int day = month_leads ? b.value : a.value;
  const int month = month_leads ? a.value : b.value;
  if (month > 12 || day > 31) return kFail;
  point.year = static_cast<std::int16_t>(year);
  point.month = static_cast<std::int8_t>(month);
  point.day = static_cast<std::int8_t>(day);
  if (code(separator) == Code::slash) point.order = month_leads ? 1 : a.value > 12 ? -1 : 0;
  point.swappable = code(separator) != Code::stop && day <= 12 && day != month;
  return end;
}

Pos Grammar::month_between_figures(Pos p, Phrase& phrase) const {
  if (item(p).digits > 2 || item(p).value < 1 || item(p).value > 31) return kFail;
  const Pos middle = p + 2;
  const int month = code(middle) == Code::month ? item(middle).value : roman_month(middle);
  if (month == 0) return kFail;
  Pos year = middle + 1;
  if (code(year) == code(p + 1) && is_glued(year)) ++year;
  if (!is_glued(year) || code(year) != Code::number) return kFail;
  const Item& figure = item(year);
  if (figure.digits != 4 && figure.digits != 2) return kFail;
  const int value = figure.digits == 4 ? figure.value : year_of_two_figures(figure.value);
  if (value < kFirstYear || value > kLastYear) return kFail;
  phrase.kind = Kind::day;
  phrase.first.year = static_cast<std::int16_t>(value);
  phrase.first.month = static_cast<std::int8_t>(month);
  phrase.first.day = static_cast<std::int8_t>(item(p).value);
  return next(year);
}

// Four figures that a year can have, and that do not count what follows.
bool Grammar::is_year_figure(Pos p) const {
  if (code(p) != Code::number || item(p).digits != 4 || item(p).weak) return false;
  if (item(p).value < kFirstYear || item(p).value > kLastYear) return false;
  const Pos behind = next(p);
  if (code(behind) == Code::counted) return false;
  if (code(behind) == Code::unit && item(behind).plural) return false;
  if (code(behind) == Code::hyphen && is_glued(behind) && code(behind + 1) == Code::unit) {
    return false;  // "a 2000-year tradition"
  }
  const bool glued_number =
      is_glued(behind) && is_glued(behind + 1) && code(behind + 1) == Code::number;
  return !(glued_number && (code(behind) == Code::stop || code(behind) == Code::comma ||
                            code(behind) == Code::colon));
}

// "resolution 2254 (2015)", "Agenda 2030", "No. 2015", "Peace Mission-2016", "$2015", "3.2015".
bool Grammar::is_part_of_name(Pos p) const {
  if (code(next(p)) == Code::label && is_capital_word(next(p))) return true;
  Pos left = p;
  for (int steps = 0; steps < 2 && left > sentence_.begin; ++steps) {
    const Code sign = code(left - 1);
    if (sign != Code::stop && sign != Code::colon && sign != Code::open) break;
    if (sign == Code::open && code(left - 2) == Code::number && left >= sentence_.begin + 3) {
      const bool numbered =
          code(left - 3) == Code::label || (code(left - 3) == Code::slash && is_glued(left - 2));
      if (numbered) return true;
    }
    --left;
  }
  const Code previous = before(left);
  if (previous == Code::label) {
    return left == p || code(left) != Code::open;
  }
  if (previous == Code::currency) return true;
  if (!is_glued(p) || p < sentence_.begin + 2) return false;
  const Code further = code(p - 2);
  if (code(p - 1) == Code::hyphen && is_glued(p - 1)) {
    if (further == Code::number) return item(p - 2).digits != 4;
    return (further == Code::none || further == Code::label) && doc_.is_capital(p - 2);
  }
  const bool punctuated = code(p - 1) == Code::stop || code(p - 1) == Code::comma ||
                          code(p - 1) == Code::colon || code(p - 1) == Code::slash;
  return punctuated && is_glued(p - 1) && further == Code::number;
}

bool Grammar::introduces_year(Code c) const {
  switch (c) {
    case Code::in:
    case Code::since:
    case Code::until:
    case Code::from:
    case Code::between:
    case Code::to:
    case Code::of:
    case Code::part:
    case Code::open:
    case Code::hyphen:
    case Code::conjunction:
    case Code::month:
    case Code::unit:
    case Code::comma:
    case Code::approximate:
    case Code::earlier:
    case Code::later:
    case Code::season:
    case Code::slash:
      return true;
    default:
      return false;
  }
}

bool Grammar::is_year(Pos p) const {
  if (!is_year_figure(p) || is_part_of_name(p)) return false;
  const int value = item(p).value;
  Code previous = before(p);
  if (previous == Code::stop && is_glued(p - 1) && code(p - 2) == Code::approximate) {
    previous = Code::approximate;  // "ca. 1650"
  }
  const Pos behind = next(p);
  const bool word_follows = is_lower_word(behind) && code(behind) == Code::none;
  if (previous == Code::number || previous == Code::vague_count || code(behind) == Code::zone) {
    return false;
  }
  if (previous == Code::approximate && word_follows) return false;
  if (previous == Code::hyphen && is_glued(p) && code(p - 2) == Code::number) return false;
  const std::string_view follower = word_follows ? doc_.lower(behind) : std::string_view();
  const bool counts = follower.size() > 3 && follower.ends_with('s') && !follower.ends_with("ss") &&
                      follower != "this" && follower != "thus";
  if (value < 1800 || value > 2060) {
    const bool figure_follows =
        is_range_sign(behind) && code(behind + 1) == Code::number && item(behind + 1).digits == 4;
    if (figure_follows) return item(behind + 1).value > value && item(behind + 1).value < kLastYear;
    const bool pair = previous == Code::conjunction && p >= sentence_.begin + 2 &&
                      code(p - 2) == Code::number && item(p - 2).digits == 4;
    const bool loose = previous == Code::comma || (previous == Code::conjunction && !pair) ||
                       previous == Code::slash || previous == Code::month;
    if (previous == Code::count_ && code(behind) == Code::comma) return value >= 1400;
    const bool measures = previous == Code::of && word_follows;  // "a survey of 1709 pupils"
    return introduces_year(previous) && !counts && !measures && !(loose && !ends_clause(behind)) &&
           value <= 2060 + 40 * (introduces_year(previous) ? 1 : 0);
  }
  if (introduces_year(previous) || previous == Code::the || previous == Code::count_) return true;
  return !counts;
}

// "2014-2016", "2014-16", "2022/23", "2017-04".
Pos Grammar::year_range(Pos p, Phrase& phrase) const {
  const Pos sign = next(p);
  const Pos second = sign + 1;
  if ((code(sign) != Code::hyphen && code(sign) != Code::slash) || !is_glued(sign) ||
      !is_glued(second) || code(second) != Code::number || item(second).weak) {
    return kFail;
  }
  const Pos end = next(second);
  if (is_glued(end) && is_glued(end + 1) && code(end + 1) == Code::number) return kFail;
  const int first = item(p).value;
  int last = item(second).value;
  if (item(second).digits == 2) {
    const int century = first / 100 * 100;
    const bool is_month = last >= 1 && last <= 12 && century + last <= first;
    if (is_month) {
      phrase.kind = Kind::month;
      phrase.first.year = static_cast<std::int16_t>(first);
      phrase.first.month = static_cast<std::int8_t>(last);
      return end;
    }
    last += century;
  } else if (item(second).digits != 4) {
    return kFail;
  }
  if (last <= first || last > kLastYear) return kFail;
  phrase.kind = Kind::interval;
  phrase.is_range = true;
  phrase.first.year = static_cast<std::int16_t>(first);
  phrase.last.year = static_cast<std::int16_t>(last);
  return end;
}

Pos Grammar::plain_year(Pos p, Phrase& phrase) const {
  if (!is_year(p)) return kFail;
  if (const Pos end = year_range(p, phrase)) return end;
  const Pos behind = next(p);
  const bool glued = is_glued(behind) && is_glued(behind + 1) &&
                     (code(behind) == Code::slash || code(behind) == Code::hyphen) &&
                     code(behind + 1) == Code::number;
  if (glued) return kFail;
  phrase.kind = Kind::year;
  phrase.first.year = static_cast<std::int16_t>(item(p).value);
  if (code(behind) == Code::epoch) return year_of_era(p, phrase);
  if (code(behind) == Code::genitive && is_glued(behind) && before(p) == Code::the &&
      item(p).value % 10 == 0) {
    phrase.kind = Kind::decade;  // "the 1930's"
    phrase.first.form = Form::decade;
    return next(behind);
  }
  return behind;
}

// "384 AD", "AD 842".
Pos Grammar::year_of_era(Pos p, Phrase& phrase) const {
  const bool epoch_leads = code(p) == Code::epoch;
  const Pos figure = epoch_leads ? next(p) : p;
  const Pos epoch = epoch_leads ? p : next(p);
  if (code(figure) != Code::number || code(epoch) != Code::epoch) return kFail;
  if (item(figure).digits > 4 || item(figure).value < 1 || item(figure).value > kLastYear) {
    return kFail;
  }
  if (epoch_leads && item(epoch).value < 0) return kFail;
  phrase.kind = Kind::year;
  phrase.first.year = static_cast<std::int16_t>(item(figure).value);
  phrase.first.impossible = item(epoch).value < 0;  // before our era: no value
  return epoch_leads ? next(figure) : next(epoch);
}

// "12:15pm", "10 a.m.", "08:41:56", "1500 GMT", "10am".
Pos Grammar::time_of_day(Pos p, Phrase& phrase) const {
  phrase.kind = Kind::time_of_day;
  const auto with_suffix = [&](Pos end) {
    if (code(end) == Code::clock) end = next(end);
    if (code(end) == Code::zone) end = next(end);
    return end;
  };
  if (code(p) == Code::clock_time) return item(p).value <= 24 ? with_suffix(next(p)) : kFail;
  if (item(p).digits == 4 && code(next(p)) == Code::zone && item(p).value <= 2400) {
    return next(next(p));
  }
  if (item(p).digits > 2 || item(p).value > 24) return kFail;
  Pos end = next(p);
  if (code(end) == Code::clock) return with_suffix(end);
  const bool stop = code(end) == Code::stop;
  for (int groups = 0; groups < 2; ++groups) {
    const bool minutes = (code(end) == Code::colon || code(end) == Code::stop) && is_glued(end) &&
                         is_glued(end + 1) && inside(end + 1) && item(end + 1).digits == 2 &&
                         item(end + 1).value < 60;
    if (!minutes) break;
    end += 2;
    if (code(end - 1) == Code::clock_time) return with_suffix(end);
  }
  if (end == next(p)) return kFail;
  const bool suffixed = code(end) == Code::clock || code(end) == Code::zone;
  if (stop && !suffixed) return kFail;
  return with_suffix(end);
}

}  // namespace rapporteur::time
