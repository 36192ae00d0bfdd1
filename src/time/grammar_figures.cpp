// Dates and times in figures: "06.04.2017", "2017-04-06", "09/2016", "17-18.05.2018", "10:30 am".
#include <array>
#include <string_view>

#include "grammar.h"

namespace rapporteur::time {

namespace {

// "17" is 2017, "98" is 1998: fixed, so that a reading does not depend on when it is made.
int year_of_two_figures(int value) { return value < 50 ? 2000 + value : 1900 + value; }

}  // namespace

int Grammar::roman_month(Pos p) const {
  constexpr std::array<std::string_view, 12> kRoman = {"I",   "II",   "III", "IV", "V",  "VI",
                                                       "VII", "VIII", "IX",  "X",  "XI", "XII"};
  if (!inside(p) || (doc_.shape(p) != text::Shape::upper && !doc_.is_capital(p))) return 0;
  std::string_view word = doc_.word(p);
  if (word[0] != 'I' && word[0] != 'V' && word[0] != 'X') return 0;
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
  if (sign != Code::stop && sign != Code::slash && sign != Code::hyphen) return kFail;
  if (!is_glued(p + 1) || !is_glued(p + 2)) return in_range ? kFail : spaced_date(p, phrase);
  const Code previous = before(p);
  if (!in_range && is_glued(p) &&
      (previous == Code::stop || previous == Code::slash || previous == Code::comma ||
       (previous == Code::hyphen && sign == Code::hyphen))) {
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

// "5. 6. 2014", "05 / 06 / 2014", "2014 - 05 - 06".
Pos Grammar::spaced_date(Pos p, Phrase& phrase) const {
  const Code sign = code(p + 1);
  if (code(p + 2) != Code::number || code(p + 3) != sign || code(p + 4) != Code::number) {
    return kFail;
  }
  const bool year_leads = item(p).digits == 4 && item(p + 2).digits == 2 && item(p + 4).digits == 2;
  const bool year_ends = item(p).digits <= 2 && item(p + 2).digits <= 2 && item(p + 4).digits == 4;
  if (!year_leads && (!year_ends || sign == Code::hyphen)) return kFail;
  return figures(p, p + 1, p + 4, phrase);
}

// "17-18.05.2018", "17.-18.05.2018", "28.06.-02.07.2017".
Pos Grammar::figure_range(Pos p, Phrase& phrase) const {
  if (item(p).digits > 2 || item(p).value < 1 || item(p).value > 31) return kFail;
  Pos sign = p + 1;
  int month = 0;
  const Code separator = code(sign);
  if ((separator == Code::stop || separator == Code::slash) && is_glued(sign)) {
    ++sign;
    const bool has_month = code(sign) == Code::number && is_glued(sign) && item(sign).digits <= 2 &&
                           item(sign).value >= 1 && item(sign).value <= 12;
    if (has_month) {
      month = item(sign).value;
      ++sign;
      if (code(sign) == separator && is_glued(sign)) ++sign;
    } else if (separator == Code::slash) {
      return kFail;
    }
  }
  if (code(sign) != Code::hyphen || (month == 0 && !is_glued(sign))) return kFail;
  if (code(sign + 2) == Code::hyphen || item(sign + 1).digits > 2) return kFail;
  if (is_glued(p) && before(p) == Code::stop) return kFail;
  const Pos end = numeric_date(sign + 1, phrase, true);
  if (end == kFail || phrase.first.day == 0) return kFail;
  phrase.first.swappable = false;  // in "1-3/5/2014" the days lead
  phrase.last = phrase.first;
  phrase.first.day = static_cast<std::int8_t>(item(p).value);
  if (month != 0) {
    phrase.first.month = static_cast<std::int8_t>(month);
    if (month > phrase.last.month) --phrase.first.year;
    phrase.first_words = {p, sign};
    phrase.last_words = {sign + 1, end};
  }
  phrase.is_range = true;
  phrase.kind = Kind::interval;
  return end;
}

// "2018-09-18/20", "2018.09.18-20".
Pos Grammar::iso_days(Pos p, Phrase& phrase) const {
  const Pos sign = p + 5;
  const Item& last = item(sign + 1);
  const bool joins = (code(sign) == Code::hyphen || code(sign) == Code::slash) && is_glued(sign) &&
                     is_glued(sign + 1) && inside(sign + 1) && doc_.word(sign) != doc_.word(p + 1);
  if (!joins || last.code != Code::number || last.digits != 2 || last.value > 31) return kFail;
  if (is_glued(sign + 2) && code(sign + 2) != Code::comma && code(sign + 2) != Code::stop &&
      code(sign + 2) != Code::close) {
    return kFail;
  }
  if (code(p + 1) != code(p + 3) || item(p + 2).digits != 2 || item(p + 4).digits != 2 ||
      last.value <= item(p + 4).value) {
    return kFail;
  }
  if (figures(p, p + 1, p + 4, phrase, true) != sign) return kFail;
  phrase.last = phrase.first;
  phrase.last.day = static_cast<std::int8_t>(last.value);
  phrase.is_range = true;
  phrase.kind = Kind::interval;
  return sign + 2;
}

// "2021-05-03/2021-05-07".
Pos Grammar::iso_interval(Pos p, Phrase& phrase) const {
  const Pos sign = p + 5;
  if (const Pos end = iso_days(p, phrase)) return end;
  if (item(p).digits != 4 || code(sign) != Code::slash || !is_glued(sign) || !is_glued(sign + 1) ||
      item(sign + 1).digits != 4) {
    return kFail;
  }
  Phrase last;
  if (figures(p, p + 1, p + 4, phrase, true) != sign) return kFail;
  const Pos end = numeric_date(sign + 1, last, true);
  if (end == kFail) return kFail;
  phrase.last = last.first;
  phrase.is_range = true;
  phrase.kind = Kind::interval;
  return end;
}

// "09/2016", "12/2018": month and year.
Pos Grammar::month_and_year(Pos p, Phrase& phrase) const {
  if (item(p).digits > 2 || item(p).value < 1 || item(p).value > 12) return kFail;
  const Pos year = p + 2;
  const bool stop = (code(p + 1) == Code::stop || code(p + 1) == Code::hyphen) &&
                    item(p).digits == 2;  // "09.2016", "09-2016"
  if ((code(p + 1) != Code::slash && !stop) || !is_glued(p + 1) || !is_glued(year)) return kFail;
  if (code(year) != Code::number || item(year).digits != 4 || item(year).value < 1900 ||
      item(year).value > kLastYear) {
    return kFail;
  }
  if (is_glued(p) && p > sentence_.begin && code(p - 1) != Code::open) return kFail;
  const Pos end = next(year);
  const bool goes_on =
      is_glued(end) &&
      (code(end) == Code::slash || code(end) == Code::stop || code(end) == Code::hyphen) &&
      is_glued(end + 1) && code(end + 1) == Code::number;
  if (goes_on || is_counted(end) || before(p) == Code::currency) return kFail;
  const bool name = p > sentence_.begin && before(p) == Code::none && is_capital_word(p - 1) &&
                    !doc_.lower(p - 1).ends_with("ed");  // "Law 4/2011"
  if (follows_label(p) || name) return kFail;
  phrase.kind = Kind::month;
  phrase.first.year = static_cast<std::int16_t>(item(year).value);
  phrase.first.month = static_cast<std::int8_t>(item(p).value);
  return end;
}

// "on 9/30", "Monday 31/12", "Tuesday (18/9)": only there, because elsewhere it may be a fraction.
Pos Grammar::day_and_month(Pos p, Phrase& phrase) const {
  const Pos second = p + 2;
  const bool bracket = before(p) == Code::open && before(p - 1) == Code::weekday;
  if (before(p) != Code::on && before(p) != Code::weekday && !bracket) return kFail;
  if (code(p + 1) != Code::slash || !is_glued(p + 1) || !is_glued(second)) return kFail;
  if (item(p).digits > 2 || code(second) != Code::number || item(second).digits > 2) return kFail;
  if (!ends_clause(next(second)) || code(next(second)) == Code::hyphen) return kFail;
  const bool month_leads = item(second).value > 12;
  const int day = month_leads ? item(second).value : item(p).value;
  const int month = month_leads ? item(p).value : item(second).value;
  if (day < 1 || day > 31 || month < 1 || month > 12) return kFail;
  if (!month_leads && item(p).value <= 12 && day != month) return kFail;  // either order
  phrase.kind = Kind::day;
  phrase.first.day = static_cast<std::int8_t>(day);
  phrase.first.month = static_cast<std::int8_t>(month);
  return next(second);
}

Pos Grammar::figures(Pos p, Pos separator, Pos third, Phrase& phrase, bool in_interval) const {
  const Item& a = item(p);
  const Item& b = item(p + 2);
  const Item& c = item(third);
  const Pos end = next(third);
  const bool range = code(end) == Code::hyphen && code(end + 2) == code(separator) &&
                     code(end + 4) == code(separator);  // "01/05/2014-03/05/2014"
  const bool goes_on = is_glued(end) && is_glued(end + 1) && code(end + 1) == Code::number &&
                       code(end) != Code::comma && code(end) != Code::colon && !range;
  if ((goes_on && !in_interval) || b.digits > 2 || b.value < 1) return kFail;
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
    const auto goes_with = [&](Pos at) {
      const char first = inside(at) ? doc_.lower(at).front() : ' ';
      return is_glued(at) && ((first >= '0' && first <= '9') || first == 'z');
    };
    while (goes_with(time) ||
           (is_glued(time) && doc_.is_punctuation(time) && goes_with(time + 1))) {
      ++time;
    }
    return time;
  }
  if (a.digits > 2 || a.value < 1 || c.weak) return kFail;
  if (c.digits == 2) {  // stricter: "2.10.17" may be a version, "17.11.05 S" a position
    const bool one_order = a.digits == 2 && b.digits == 2 && (a.value > 12) != (b.value > 12);
    if (before(p) == Code::label || is_glued_to_name(p)) return kFail;
    if (code(separator) == Code::hyphen && (!one_order || is_counted(end))) return kFail;
    const bool short_stop = code(separator) == Code::stop && (a.digits != 2 || b.digits != 2);
    if (short_stop && c.value <= 31) return kFail;
    if (is_capital_word(end) && doc_.word(end).size() <= 2) return kFail;
  }
  if (c.digits != 4 && c.digits != 2) return kFail;
  if (before(p) == Code::label && item(p - 1).value == 2) return kFail;  // "version 10.12.2015"
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

// "28 de noviembre de 2018", "3. Dezember 2014", "15 марта 2019": a month of another language,
// which only a day before it and a year behind it make sure.
Pos Grammar::date_in_other_language(Pos p, Phrase& phrase) const {
  const Item& day = item(p);
  if (day.digits > 2 || day.value < 1 || day.value > 31) return kFail;
  const auto of = [&](Pos at) {
    const std::string_view word = inside(at) ? doc_.lower(at) : std::string_view();
    return word == "de" || word == "del" || word == "di" || word == "do" ? at + 1 : at;
  };
  Pos month = next(p);
  const bool mark = code(month) == Code::stop || (inside(month) && doc_.lower(month) == "º");
  if (mark && is_glued(month)) ++month;
  month = of(month);
  const int roman = is_glued(month) || (inside(month) && doc_.word(month).size() < 2 &&
                                        doc_.word(month) != "V" && doc_.word(month) != "X")
                        ? 0
                        : roman_month(month);  // "3 V 2018"
  const bool known = code(month) == Code::month_abroad || code(month) == Code::month;
  if (!known && roman == 0) return kFail;
  const Code leader = before(p);  // "Avenida 5 de Outubro"
  const bool street = leader == Code::namesake ||
                      (leader == Code::stop && is_glued(p - 1) && before(p - 1) == Code::namesake);
  if (street || follows_street(p)) return kFail;
  const Pos year = of(next(month));
  if (code(year) != Code::number || item(year).digits != 4 || !is_year_figure(year)) return kFail;
  if (item(year).value < 1800) return kFail;  // the number of a house
  phrase.kind = Kind::day;
  phrase.first.day = static_cast<std::int8_t>(day.value);
  phrase.first.month = static_cast<std::int8_t>(known ? item(month).value : roman);
  phrase.first.year = static_cast<std::int16_t>(item(year).value);
  return next(year);
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

// "12:15pm", "10 a.m.", "08:41:56", "1500 GMT", "10am".
Pos Grammar::time_of_day(Pos p, Phrase& phrase) const {
  phrase.kind = Kind::time_of_day;
  const auto with_suffix = [&](Pos end) {
    if (code(end) == Code::clock) end = next(end);
    if (code(end) != Code::zone) return end;
    end = next(end);
    const bool offset = is_glued(end) && (code(end) == Code::hyphen || doc_.word(end) == "+") &&
                        is_glued(end + 1) && code(end + 1) == Code::number;
    return offset ? end + 2 : end;  // "GMT+3"
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
