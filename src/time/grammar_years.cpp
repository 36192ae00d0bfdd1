// Years: "in 2014", "2014-16", "c. 347", "AD 842", "2019 Q2", "2022-W33". Which figures are one
// stands in grammar_year_figures.cpp.
#include "grammar.h"

namespace rapporteur::time {

// "2014-2016", "2014-16", "1994-5", "2022/23", "2017-04".
Pos Grammar::year_range(Pos p, Phrase& phrase) const {
  const Pos sign = next(p);
  const Pos second = sign + 1;
  if ((code(sign) != Code::hyphen && code(sign) != Code::slash) || code(second) != Code::number ||
      item(second).weak) {
    return kFail;
  }
  const Pos end = next(second);
  const bool in_brackets = before(p) == Code::open && code(end) == Code::close &&
                           code(sign) == Code::hyphen && item(second).digits == 2;  // "(1892 - 94)"
  if (!in_brackets && (!is_glued(sign) || !is_glued(second))) return kFail;
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
    if (last == first - 99) last += 100;                               // "1999/00"
    if (code(sign) == Code::slash && last != first + 1) return kFail;  // "Directive 2004/38/EC"
  } else if (item(second).digits == 1) {
    last += first / 10 * 10;
    if (code(sign) == Code::slash && last != first + 1) return kFail;
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

// "the winter of 1999/2000", "winter 2012-13": behind its first year; `p` itself if there is none.
Pos Grammar::next_year_behind(Pos p, int year) const {
  const Code sign = code(p);
  const Pos second = p + 1;
  if ((sign != Code::hyphen && sign != Code::slash) || code(second) != Code::number) return p;
  const int last = item(second).value;
  if (item(second).digits == 4 || (ancient_ && item(second).digits == 3)) {
    return last == year + 1 ? next(second) : p;
  }
  return item(second).digits == 2 && last == (year + 1) % 100 ? next(second) : p;
}

Pos Grammar::plain_year(Pos p, Phrase& phrase) const {
  if (!is_year(p)) return kFail;
  if (const Pos end = year_range(p, phrase)) return end;
  const Pos sign = next(p);  // "from 1990 to 95", "between 1990 and 95"
  const bool joins = (code(sign) == Code::to && before(p) == Code::from) ||
                     (code(sign) == Code::conjunction && before(p) == Code::between);
  const Item& last = item(next(sign));
  if (joins && last.code == Code::number && last.digits == 2 && last.value > item(p).value % 100 &&
      ends_clause(next(next(sign)))) {
    phrase.kind = Kind::interval;
    phrase.is_range = true;
    phrase.first.year = static_cast<std::int16_t>(item(p).value);
    phrase.last.year = static_cast<std::int16_t>(item(p).value / 100 * 100 + last.value);
    return next(next(sign));
  }
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
  const bool suffixed = code(behind) == Code::hyphen && is_glued(behind) && is_glued(behind + 1) &&
                        inside(behind + 1) && doc_.lower(behind + 1) == "s";
  if (suffixed && item(p).value % 10 == 0) {
    phrase.kind = Kind::decade;  // "the 1930-s"
    phrase.first.form = Form::decade;
    return behind + 2;
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

// "since '90", "the class of '98".
Pos Grammar::quoted_year(Pos p, Phrase& phrase) const {
  if (!introduces_figure(before(p)) && before(p) != Code::of) return kFail;
  if (is_glued(p)) return kFail;
  const Pos end = short_year_behind(p, phrase.first);
  if (end == kFail || is_counted(end)) return kFail;
  phrase.kind = Kind::year;
  return end;
}

// "c. 347" and "ca. 50": "about 347" says less.
Pos Grammar::circa_year(Pos p, Phrase& phrase) const {
  if (code(p) != Code::number || item(p).digits > 4 || item(p).value < 1) return kFail;
  if (item(p).digits < 4 && !ancient_) return kFail;
  if (item(p).value > kLastYear || !ends_clause(next(p))) return kFail;
  phrase.kind = Kind::year;
  phrase.first.year = static_cast<std::int16_t>(item(p).value);
  return next(p);
}

// "March 2012" the other way round: "1901 January 22", "2012/Aug/10", "2024-August".
Pos Grammar::year_first(Pos p, Phrase& phrase) const {
  if (!is_year_figure(p) || item(p).digits != 4) return kFail;
  Pos month = next(p);
  const bool has_sign = is_glued(month) && is_glued(month + 1) &&
                        (code(month) == Code::hyphen || code(month) == Code::slash);
  if (has_sign) ++month;
  if (code(month) != Code::month || (item(month).weak && !has_sign && !is_capital_word(month))) {
    return kFail;
  }
  Pos day = next(month);
  if (has_sign && is_glued(day) && code(day) == code(next(p))) ++day;
  const bool figure = code(day) == Code::number || code(day) == Code::ordinal;
  const bool has_day = figure && item(day).digits >= 1 && item(day).digits <= 2 &&
                       item(day).value >= 1 && item(day).value <= 31 && !is_counted(next(day));
  if (!has_day && !has_sign && !ends_clause(next(month))) return kFail;
  if (!has_day && is_capital_word(next(month))) return kFail;
  phrase.first.year = static_cast<std::int16_t>(item(p).value);
  phrase.first.month = static_cast<std::int8_t>(item(month).value);
  phrase.kind = has_day ? Kind::day : Kind::month;
  if (has_day) phrase.first.day = static_cast<std::int8_t>(item(day).value);
  return has_day ? next(day) : next(month);
}

// "2019 Q2".
Pos Grammar::year_and_part(Pos p, Phrase& phrase) const {
  const Pos part = next(p);
  const bool half = code(part) == Code::half_year;
  if (!is_year_figure(p) || (code(part) != Code::quarter && !half)) return kFail;
  phrase.kind = Kind::quarter;
  phrase.first.year = static_cast<std::int16_t>(item(p).value);
  phrase.first.part = static_cast<std::int8_t>((half ? kHalf : kQuarter) + item(part).value);
  return next(part);
}

// "1H 2019": the clock's "h" before a year.
Pos Grammar::half_and_year(Pos p, Phrase& phrase) const {
  if (item(p).digits != 1 || item(p).value < 1 || item(p).value > 2) return kFail;
  if (!doc_.word(p).ends_with('H') || !is_year_figure(next(p))) return kFail;
  phrase.kind = Kind::quarter;
  phrase.first.year = static_cast<std::int16_t>(item(next(p)).value);
  phrase.first.part = static_cast<std::int8_t>(kHalf + item(p).value);
  return next(next(p));
}

// "2022-W33", "2022-W33-3".
Pos Grammar::iso_week(Pos p, Phrase& phrase) const {
  if (item(p).digits != 4 || code(p + 1) != Code::hyphen || code(p + 2) != Code::week_number) {
    return kFail;
  }
  if (!is_glued(p + 1) || !is_glued(p + 2)) return kFail;
  phrase.kind = Kind::week;
  phrase.first.form = Form::iso_week;
  phrase.first.year = static_cast<std::int16_t>(item(p).value);
  phrase.first.number = item(p + 2).value;
  const bool has_day = code(p + 3) == Code::hyphen && is_glued(p + 3) && is_glued(p + 4) &&
                       code(p + 4) == Code::number && item(p + 4).value >= 1 &&
                       item(p + 4).value <= 7 && item(p + 4).digits == 1;
  if (!has_day) return p + 3;
  phrase.kind = Kind::day;
  phrase.first.weekday = static_cast<std::int8_t>(item(p + 4).value);
  return p + 5;
}

// "nineteen ninety-eight", "two thousand and five", "twenty sixteen"; kFail where no such year is
// spelt out.
Pos Grammar::year_in_words(Pos p, int& year) const {
  const auto word = [&](Pos at, int from, int to) {
    return code(at) == Code::cardinal && item(at).length == 1 && item(at).value >= from &&
           item(at).value <= to;
  };
  const auto below_hundred = [&](Pos at, int& value) {
    if (!word(at, 1, 90)) return kFail;
    value = item(at).value;
    Pos end = next(at);
    if (value < 20) return end;
    if (code(end) == Code::hyphen && is_glued(end)) ++end;
    if (!word(end, 1, 9)) return next(at);
    value += item(end).value;
    return next(end);
  };
  int rest = 0;
  if (word(p, 2, 2) && inside(next(p)) && doc_.lower(next(p)) == "thousand") {
    const Pos end = below_hundred(skip(next(next(p)), Code::conjunction), rest);
    if (end == kFail) return kFail;
    year = 2000 + rest;
    return end;
  }
  if (!word(p, 11, 20)) return kFail;
  const Pos end = below_hundred(next(p), rest);
  if (end == kFail || rest < 10) return kFail;
  year = item(p).value * 100 + rest;
  return end;
}

// "in nineteen ninety-eight": only behind a word that a year follows.
Pos Grammar::plain_year_in_words(Pos p, Phrase& phrase) const {
  int year = 0;
  if (code(p) != Code::cardinal || !introduces_year(before(p))) return kFail;
  if (before(p) == Code::conjunction || before(p) == Code::comma) return kFail;
  const Pos end = year_in_words(p, year);
  if (end == kFail || is_counted(end) || code(end) == Code::cardinal || code(end) == Code::hyphen) {
    return kFail;
  }
  phrase.kind = Kind::year;
  phrase.first.year = static_cast<std::int16_t>(year);
  return end;
}

// "week 31 of 2018", "week 5, 2020": `p` at "week".
Pos Grammar::numbered_week(Pos p, Phrase& phrase) const {
  const Pos figure = next(p);
  if (code(figure) != Code::number || item(figure).digits > 2) return kFail;
  if (item(figure).value < 1 || item(figure).value > 53) return kFail;
  Point point;
  const Pos end = year_or_relative(next(figure), point);
  if (end == next(figure) || point.year == 0) return kFail;
  phrase.kind = Kind::week;
  phrase.first.form = Form::iso_week;
  phrase.first.year = point.year;
  phrase.first.number = item(figure).value;
  return end;
}

}  // namespace rapporteur::time
