#include "grammar.h"

#include <algorithm>

namespace rapporteur::time {

using text::Shape;

bool Grammar::is_lower_word(Pos p) const { return inside(p) && doc_.shape(p) == Shape::lower; }

bool Grammar::is_capital_word(Pos p) const { return inside(p) && doc_.is_capital(p); }

// Nothing follows that the words before could belong to.
bool Grammar::ends_clause(Pos p) const {
  switch (code(p)) {
    case Code::count_:
    case Code::stop:
    case Code::comma:
    case Code::colon:
    case Code::close:
    case Code::open:
    case Code::hyphen:
    case Code::conjunction:
    case Code::in:
    case Code::at:
    case Code::to:
    case Code::from:
      return true;
    case Code::none:
      return doc_.is_punctuation(p);
    default:
      return false;
  }
}

bool Grammar::is_range_sign(Pos p) const {
  return code(p) == Code::hyphen || code(p) == Code::to || code(p) == Code::until;
}

Pos Grammar::figure(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const Phrase clean = phrase;
  if (const Pos end = time_of_day(p, phrase)) return end;
  phrase = clean;
  if (const Pos end = figure_range(p, phrase)) return end;
  phrase = clean;
  if (code(p) == Code::clock_time) return kFail;
  if (const Pos end = calendar(p, phrase, out)) return end;
  phrase = clean;
  if (const Pos end = year_of_era(p, phrase)) return end;
  phrase = clean;
  if (const Pos end = plain_year(p, phrase)) return end;
  phrase = clean;
  return counted_units(p, phrase);
}

Pos Grammar::simple(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  switch (code(p)) {
    case Code::number:
    case Code::clock_time:
      return figure(p, phrase, out);
    case Code::ordinal:
      if (const Pos end = calendar(p, phrase, out)) return end;
      if (const Pos end = century(p, phrase)) return end;
      return ordinal_part(p, phrase);
    case Code::weekday:
    case Code::month:
      return calendar(p, phrase, out);
    case Code::the:
      if (const Pos end = calendar(p, phrase, out)) return end;
      return behind_the(p, phrase);
    case Code::cardinal:
    case Code::article:
      return counted_units(p, phrase);
    case Code::direction:
    case Code::rolling:
      return deictic(p, phrase);
    case Code::same:
    case Code::that:
      return other_date(p, phrase);
    case Code::day_word:
      return day_word(p, phrase);
    case Code::season:
      return season(p, phrase);
    case Code::quarter:
    case Code::half_year:
      return part_of_year(p, phrase);
    case Code::decade:
      return decade(p, phrase);
    case Code::holiday:
      return feast(p, phrase);
    case Code::era:
      phrase.kind = Kind::interval;
      phrase.first.form = Form::era;
      phrase.first.number = item(p).value;
      return next(p);
    case Code::epoch:
      return year_of_era(p, phrase);
    case Code::part:
    case Code::earlier:
    case Code::later:
      return stretch(p, phrase, out);
    case Code::vague_year:
      phrase.kind = Kind::vague;
      phrase.first.form = Form::vague_year;
      return next(p);
    case Code::period_end:
      return period_end(p, phrase);
    case Code::in:
    case Code::within:
      return in_units(p, phrase);
    case Code::every:
      return recurring(p, phrase);
    default:
      return kFail;
  }
}

namespace {

bool is_bare_weekday(const Point& point) {
  return point.form == Form::calendar && point.weekday != 0 && point.day == 0;
}

// Copies a year that only one of two joined dates has ("30 June - 2 July 2018").
void share_year(Point& first, const Point& last) {
  if (first.form != Form::calendar || last.form != Form::calendar) return;
  if (first.year != 0 || first.year_base != Base::none || first.month == 0) return;
  first.year = last.year;
  first.year_base = last.year_base;
  first.year_shift = last.year_shift;
  const bool wraps = first.month > last.month && first.month != 0;
  if (wraps && first.year != 0) --first.year;
  if (wraps && first.year_base != Base::none) --first.year_shift;
}

bool follows(const Point& first, const Point& last) {
  if (first.form != last.form) return false;
  if (first.form == Form::shift) {
    return first.base == last.base && first.unit == last.unit && last.count - first.count == 1;
  }
  if (first.form != Form::calendar) return false;
  if (is_bare_weekday(first)) return (last.weekday - first.weekday + 7) % 7 == 1;
  return first.day == 0 && first.month != 0 && last.month - first.month == 1;
}

}  // namespace

bool Grammar::may_join(const Phrase& first, const Phrase& last, Code sign) const {
  if (last.is_range || first.kind != last.kind || !is_date(first.kind)) return false;
  if (first.kind == Kind::recurring || first.kind == Kind::century) return false;
  if (first.first.form == Form::rolling || last.first.form == Form::rolling) return false;
  if (first.first.form == Form::era || first.first.form == Form::vague_year) return false;
  if (first.kind == Kind::day && is_bare_weekday(first.first) != is_bare_weekday(last.first)) {
    return false;
  }
  if (first.first.is_plain_year() && last.first.is_plain_year()) {
    return last.first.year > first.first.year;
  }
  // A dash between dates that are complete on both sides may as well be punctuation.
  return sign != Code::hyphen || first.kind != Kind::day || first.first.form == Form::calendar;
}

// "postponed [...] from" stands before the date: what follows "to" is another date.
bool Grammar::is_moved(Pos date) const {
  if (before(date) != Code::from) return false;
  for (Pos back = 2; back <= 4 && date >= sentence_.begin + back; ++back) {
    if (code(date - back) == Code::past && item(date - back).value == 1) return true;
  }
  return false;
}

// "30 June - 2 July 2018", "between May and June", "Monday to Wednesday", "2013 - present".
Pos Grammar::joined(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  if (code(p) == Code::comma && code(next(p)) == Code::to && phrase.first.has_day()) p = next(p);
  const Code sign = code(p);
  const bool is_and = sign == Code::conjunction;
  if (!is_range_sign(p) && !is_and) return kFail;
  const Pos second = next(p);
  if (!is_and && code(second) == Code::now && is_date(phrase.kind)) {
    phrase.bound = Bound::since;
    return next(second);
  }
  Phrase last;
  const std::size_t size = out.size();
  Pos end = simple(skip(second, Code::on), last, out);
  if (out.size() != size) {  // a list: not ours
    out.resize(size);
    return kFail;
  }
  if (end == kFail || !may_join(phrase, last, sign)) return kFail;
  const bool is_between = before(phrase.core.begin) == Code::between;
  const bool is_one_word = is_glued(p) && is_glued(second);  // "January-June 2016"
  share_year(phrase.first, last.first);
  if (sign == Code::to && is_moved(phrase.core.begin)) return kFail;
  if (is_and && !is_between && !follows(phrase.first, last.first)) return kFail;
  phrase.last = last.first;
  if (!is_between && !is_one_word) {
    phrase.first_words = {phrase.core.begin, p};
    phrase.last_words = {skip(second, Code::on), end};
  }
  phrase.is_range = true;
  phrase.kind = Kind::interval;
  return end;
}

Pos Grammar::onwards(Pos p, Phrase& phrase) const {
  if (code(p) != Code::onwards || !is_date(phrase.kind) || phrase.is_range) return kFail;
  phrase.bound = Bound::since;
  return next(p);
}

Pos Grammar::core(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  phrase.core.begin = p;
  Pos end = simple(p, phrase, out);
  if (end == kFail) return kFail;
  if (!phrase.is_range) {
    if (const Pos further = joined(end, phrase, out)) end = further;
  }
  phrase.core.end = end;
  return end;
}

Pos Grammar::expression(Pos at, std::vector<Phrase>& out) {
  Phrase phrase;
  phrase.tokens.begin = at;
  Pos p = at;
  Bound bound = Bound::none;
  if (code(p) == Code::until || code(p) == Code::since) {
    bound = code(p) == Code::until ? Bound::until : Bound::since;
    p = next(p);
  } else if (code(p) == Code::earlier && code(next(p)) == Code::period_end) {
    bound = Bound::until;  // "before the year is out"
    p = next(p);
  }
  bool approximate = false;
  if (code(p) == Code::approximate) {
    approximate = true;
    p = next(p);
    if (code(p) == Code::stop && is_glued(p)) ++p;  // "ca."
  }
  const Pos end = core(p, phrase, out);
  if (end == kFail) return kFail;
  phrase.tokens.end = end;
  if (!is_date(phrase.kind)) {
    phrase.tokens.begin = phrase.core.begin;
    out.push_back(phrase);
    return end;
  }
  phrase.approximate = approximate;
  if (!phrase.is_range && bound != Bound::none) {
    phrase.bound = bound;
  } else if (bound != Bound::none) {
    phrase.tokens.begin = phrase.core.begin;
  }
  if (const Pos further = onwards(end, phrase)) phrase.tokens.end = further;
  out.push_back(phrase);
  return phrase.tokens.end;
}

}  // namespace rapporteur::time
