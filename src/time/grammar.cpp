#include "grammar.h"

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

// What the token behind a figure rules out is not tried: figures are the bulk of hostile text.
Pos Grammar::figure(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const Phrase clean = phrase;
  const auto read = [&](Pos end) {
    if (end == kFail) phrase = clean;
    return end;
  };
  const Code sign = code(next(p));
  const bool long_figure = item(p).digits == 4;
  const bool joins = sign == Code::stop || sign == Code::slash || sign == Code::hyphen;
  const bool clock = sign == Code::stop || sign == Code::colon || sign == Code::clock ||
                     sign == Code::zone || code(p) == Code::clock_time;
  if (code(p) == Code::clock_time) {
    if (const Pos end = read(half_and_year(p, phrase))) return end;
  }
  if (clock) {
    if (const Pos end = read(time_of_day(p, phrase))) return end;
  }
  if (code(p) == Code::clock_time) return kFail;
  if (long_figure && (sign == Code::quarter || sign == Code::half_year)) {
    if (const Pos end = read(year_and_part(p, phrase))) return end;
  }
  if (joins && !long_figure) {
    if (const Pos end = read(figure_range(p, phrase))) return end;
  }
  if (joins && long_figure) {
    if (const Pos end = read(iso_interval(p, phrase))) return end;
    if (const Pos end = read(iso_week(p, phrase))) return end;
  }
  if (const Pos end = read(calendar(p, phrase, out))) return end;
  if (const Pos end = read(date_in_other_language(p, phrase))) return end;
  if (sign == Code::epoch) {
    if (const Pos end = read(year_of_era(p, phrase))) return end;
  }
  if (long_figure || ancient_) {
    if (const Pos end = read(plain_year(p, phrase))) return end;
    counts_ = counts_ || is_counted(next(p));
  }
  if (const Pos end = read(units_from_date(p, phrase, out))) return end;
  if (const Pos end = read(counted_weekdays(p, phrase))) return end;
  return counted_units(p, phrase);
}

// Whether an expression may begin with this word.
bool Grammar::starts(const Item& item) {
  switch (item.code) {
    case Code::number:
    case Code::clock_time:
    case Code::ordinal:
    case Code::weekday:
    case Code::month:
    case Code::the:
    case Code::full_date:
    case Code::cardinal:
    case Code::article:
    case Code::vague_count:
    case Code::direction:
    case Code::rolling:
    case Code::unit:
    case Code::half:
    case Code::same:
    case Code::that:
    case Code::day_word:
    case Code::season:
    case Code::quarter:
    case Code::half_year:
    case Code::decade:
    case Code::holiday:
    case Code::era:
    case Code::epoch:
    case Code::part:
    case Code::earlier:
    case Code::later:
    case Code::vague_year:
    case Code::period_end:
    case Code::in:
    case Code::within:
    case Code::every:
    case Code::until:
    case Code::since:
    case Code::approximate:
    case Code::genitive:
      return true;
    case Code::to:
      return item.value == 1;
    default:
      return false;
  }
}

Pos Grammar::simple(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  switch (code(p)) {
    case Code::number:
    case Code::clock_time:
      return figure(p, phrase, out);
    case Code::ordinal:
      if (const Pos end = calendar(p, phrase, out)) return end;
      if (const Pos end = date_in_other_language(p, phrase)) return end;
      if (const Pos end = century(p, phrase)) return end;
      if (const Pos end = nth_of_month(next(p), item(p).value, phrase)) return end;
      return ordinal_part(p, phrase);
    case Code::weekday:
    case Code::month:
      return calendar(p, phrase, out);
    case Code::the:
      if (const Pos end = calendar(p, phrase, out)) return end;
      return behind_the(p, phrase, out);
    case Code::full_date:
      return glued_date(p, phrase);
    case Code::genitive:
      return quoted_year(p, phrase);
    case Code::cardinal:
    case Code::article:
    case Code::vague_count:
      if (const Pos end = vague_units(p, phrase)) return end;
      if (const Pos end = units_from_date(p, phrase, out)) return end;
      if (const Pos end = counted_weekdays(p, phrase)) return end;
      if (const Pos end = plain_year_in_words(p, phrase)) return end;
      return counted_units(p, phrase);
    case Code::direction:
    case Code::rolling:
      if (before(p) == Code::possessive && item(p).value < 0) return kFail;
      return is_title_behind_label(p) ? kFail : deictic(p, phrase);
    case Code::unit:
      return week_of(p, phrase, out);
    case Code::half:
      return half_unit(p, phrase);
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
      if (is_capital_word(next(p)) && code(next(p)) == Code::none) return kFail;  // an adjective
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

Pos Grammar::core(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  phrase.core.begin = p;
  Pos end = simple(p, phrase, out);
  if (end == kFail) return kFail;
  if (!phrase.is_range) {
    if (const Pos further = joined(end, phrase, out)) {
      end = further;
      if (phrase.first.is_bare_weekday() && shows_hours(end)) phrase.kind = Kind::recurring;
    }
  }
  phrase.core.end = end;
  return end;
}

// "9-17", "9 to 5", "08.30-19.00" behind "Monday to Friday": opening hours.
bool Grammar::shows_hours(Pos p) const {
  const Pos hour = skip(skip(p, Code::comma), Code::colon);
  const Pos behind = next(hour);
  if (code(hour) == Code::clock_time) return true;
  if (code(hour) != Code::number || item(hour).digits > 2) return false;
  const bool minutes = (code(behind) == Code::stop || code(behind) == Code::colon) &&
                       is_glued(behind) && is_glued(behind + 1);
  const Pos end = minutes ? behind + 2 : behind;
  return code(end) == Code::clock || (is_range_sign(end) && code(next(end)) == Code::number &&
                                      code(next(next(end))) != Code::month);
}

// Alone between quotation marks: a title ("1917", "Yesterday").
bool Grammar::is_quoted(Pos begin, Pos end) const {
  const auto is_mark = [&](Pos p) {
    const std::string_view word = inside(p) ? doc_.lower(p) : std::string_view();
    return word == "\"" || word == "'" || word == "«" || word == "»";
  };
  return begin > sentence_.begin && end == next(begin) && is_mark(begin - 1) && is_mark(end);
}

// Between quotation marks where every word of weight has a capital letter: “The Guns of August”.
bool Grammar::is_in_title(Pos begin, Pos end) const {
  constexpr Pos kLongest = 8;
  constexpr std::size_t kShort = 4;  // letters of a small word in a title
  const auto is_mark = [&](Pos p) {
    const std::string_view word = inside(p) ? doc_.word(p) : std::string_view();
    return word == "\"" || word == "“" || word == "”" || word == "«" || word == "»" ||
           word == "‘" || word == "’" || word == "„";
  };
  int names = 0;
  const auto fits = [&](Pos p) {
    if (code(p) == Code::colon) return true;
    if (!inside(p) || doc_.is_punctuation(p)) return false;
    names += is_capital_word(p) ? 1 : 0;
    return is_capital_word(p) || doc_.word(p).size() <= kShort;
  };
  Pos first = begin;
  while (first > sentence_.begin && begin - first < kLongest && fits(first - 1)) --first;
  Pos last = end;
  while (last - end < kLongest && fits(last)) ++last;
  const bool quoted = first > sentence_.begin && is_mark(first - 1) && is_mark(last);
  return quoted && names > 0 && is_capital_word(first) && (first < begin || is_capital_word(begin));
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
  } else if (code(p) == Code::to && item(p).value == 1) {
    bound = Bound::until;  // "in force through 13 July"
    p = next(p);
    const Code date = code(p);
    const bool plain = date == Code::number || date == Code::ordinal || date == Code::month ||
                       date == Code::weekday || date == Code::day_word || date == Code::part;
    if (!plain) return kFail;
  }
  bool approximate = false;
  if (code(p) == Code::approximate) {
    approximate = true;
    p = next(p);
    if (code(p) == Code::stop && is_glued(p)) ++p;  // "ca."
  }
  Pos end = core(p, phrase, out);
  if (end == kFail && bound == Bound::until && item(at).value == 1) {
    phrase.core.begin = p;
    end = within_period(p, phrase);  // "before the end of the year"
    phrase.core.end = end;
  }
  if (end == kFail && approximate && item(at).value == 1) {
    phrase.core.begin = p;
    end = circa_year(p, phrase);
    if (end != kFail) {
      if (const Pos further = joined(end, phrase, out)) end = further;
      phrase.core.end = end;
    }
  }
  if (end == kFail || is_quoted(at, end) || is_in_title(at, end)) return kFail;
  phrase.tokens.end = end;
  if (!is_date(phrase.kind)) {
    phrase.tokens.begin = phrase.core.begin;
    out.push_back(phrase);
    return end;
  }
  phrase.approximate = phrase.approximate || approximate;
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
