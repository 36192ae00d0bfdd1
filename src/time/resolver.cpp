#include "resolver.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace rapporteur::time {

namespace {

constexpr int kHistoryGap = 2;  // years before the report

// "XXXX-05-21" for a single day without a year.
std::string pattern_of(const Phrase& phrase) {
  const Point& p = phrase.first;
  const bool lacks_year = p.form == Form::calendar && p.year == 0 && p.year_base == Base::none;
  if (phrase.is_range || !lacks_year || p.month == 0 || p.day == 0) return {};
  if (!is_valid(2000, p.month, p.day)) return {};
  return "XXXX" + to_edtf(to_days(2000, p.month, p.day), Precision::day).substr(4);
}

}  // namespace

Resolver::Resolver(const text::Document& doc, const Vocabulary& vocabulary, const Anchor& anchor)
    : doc_(doc), vocabulary_(vocabulary), country_(anchor.country) {
  const auto days = days_of(anchor.date);
  if (days && days->first != kOpenBegin && days->last != kOpenEnd) anchor_ = days;
}

// What the whole text shows: how far back its dates lie, and in which order it writes figures.
void Resolver::survey(const std::vector<Phrase>& phrases) {
  int far = 0;
  int near = 0;
  bool dated = false;  // something ties the text to the days around the report
  for (const Phrase& phrase : phrases) {
    const Point& p = phrase.first;
    const bool deictic = p.base == Base::anchor && p.unit == Unit::day && p.count != 0;
    dated = dated || deictic || (p.weekday != 0 && p.month == 0);
    if (p.form != Form::calendar || p.year == 0) continue;
    if (anchor_) {
      const int gap = to_date(anchor_->first).year - p.year;
      (std::abs(gap) >= kHistoryGap ? far : near) += 1;
    }
    if (!first_full_ && p.has_day() && p.month != 0 && is_valid(p.year, p.month, p.day)) {
      const DayNumber day = to_days(p.year, p.month, p.day);
      first_full_ = Reference{{day, day, Precision::day}, 0, true};
    }
    month_leads_ += p.order;
  }
  historical_ = far >= 4 && far > 2 * near;
  nowadays_ = far >= 8 && (far > 6 * near || !dated);
}

void Resolver::resolve(const std::vector<Phrase>& phrases, std::vector<Expression>& out) {
  survey(phrases);
  out.reserve(out.size() + phrases.size());
  for (const Phrase& phrase : phrases) out.push_back(expression(phrase));
}

std::string Resolver::text_of(const Value& value) {
  std::string first = to_edtf(value.first, value.precision);
  const std::string last = to_edtf(value.last, value.last_precision.value_or(value.precision));
  return first == last ? first : first + "/" + last;
}

Expression Resolver::expression(const Phrase& phrase) {
  Expression e;
  e.tokens = phrase.tokens;
  e.span = doc_.span(phrase.tokens);
  e.core = doc_.span(phrase.core);
  e.kind = phrase.kind;
  e.tense = phrase.tense;
  const std::uint32_t sentence = doc_.sentence_of(phrase.core.begin);
  const bool needs_future = phrase.first.form == Form::shift && !phrase.stands_alone;
  if (phrase.only_future &&
      (needs_future ? phrase.tense != Tense::future : phrase.tense == Tense::past)) {
    e.kind = Kind::duration;
  }
  if (!is_date(e.kind)) return e;
  const bool our_time = phrase.first.nowadays && nowadays_ && phrase.tense == Tense::unknown;
  if (our_time && !phrase.is_range && phrase.bound == Bound::none) {
    e.kind = Kind::vague;  // "still in use today", in a text that tells of history
    e.ambiguous = true;
    return e;
  }
  e.pattern = pattern_of(phrase);
  Outcome found = outcome(phrase, sentence, e);
  e.ambiguous = found.ambiguous;
  e.note = found.note;
  if (!found.value) return e;
  const Value& value = *found.value;
  const Precision last_precision = value.last_precision.value_or(value.precision);
  std::string first = to_edtf(value.first, value.precision);
  const bool one_day = value.first == value.last && last_precision == value.precision;
  std::string last = one_day ? first : to_edtf(value.last, last_precision);
  e.core_edtf = first == last ? first : first + "/" + last;
  if (phrase.first.stretch != 0 && !phrase.is_range) e.core_edtf = whole_age(phrase.first);
  if (phrase.approximate) {
    first += '~';
    last += '~';
  }
  e.edtf = first == last ? first : first + "/" + last;
  e.bound = phrase.bound;
  if (e.bound == Bound::until) e.edtf = "../" + last;
  if (e.bound == Bound::since) e.edtf = first + "/..";
  e.basis = found.resolved ? record::Basis::resolved : record::Basis::stated;
  remember(phrase, found, sentence);
  return e;
}

void Resolver::remember(const Phrase& phrase, const Outcome& found, std::uint32_t sentence) {
  if (doc_.sentences()[sentence].role == text::LineRole::stamp) return;
  if (phrase.first.form == Form::vague_year || phrase.first.form == Form::era) return;
  if (phrase.kind == Kind::century || phrase.kind == Kind::decade) return;
  const bool aside = phrase.first.base == Base::reference && phrase.first.count < 0 &&
                     (phrase.first.unit == Unit::day || phrase.first.unit == Unit::week);
  // "with effect from 1 July 1999"; "a programme until 2030" says of no day in which year it is.
  const bool far = found.value->precision == Precision::year;
  if (phrase.bound != Bound::none && (!anchor_ || far)) return;
  if (aside) return;  // "the day before, ...; the day after, ..." hang on the same date
  const bool has_year = phrase.first.year != 0 || tells_history(sentence);
  reference_ = Reference{*found.value, sentence, phrase.first.form == Form::calendar && has_year,
                         phrase.tokens.end};
}

Resolver::Outcome Resolver::outcome(const Phrase& phrase, std::uint32_t sentence, Expression& e) {
  soft_ = phrase.tense_is_soft;
  planned_ = phrase.is_planned;
  const bool ahead = phrase.bound == Bound::until && phrase.tense == Tense::unknown;
  const bool since = phrase.bound == Bound::since && phrase.tense != Tense::future;
  strict_ = since || phrase.is_over;
  now_ = ahead ? Tense::future : since ? Tense::past : phrase.tense;
  if (names_reference(phrase)) return {reference_->value, true, false, {}};
  Outcome found =
      phrase.is_range ? range(phrase, sentence, e) : point(phrase.first, now_, sentence);
  if (found.value && (!is_in_calendar(found.value->first) || !is_in_calendar(found.value->last))) {
    found.value.reset();
  }
  return found;
}

// "Tomorrow, Thursday, they meet": the weekday of the day just said.
bool Resolver::names_reference(const Phrase& phrase) const {
  const Point& p = phrase.first;
  return reference_ && !phrase.is_range && p.is_bare_weekday() &&
         phrase.tokens.begin == reference_->end + 1 &&
         reference_->value.first == reference_->value.last &&
         weekday_of(reference_->value.first) == p.weekday;
}

Resolver::Outcome Resolver::range(const Phrase& phrase, std::uint32_t sentence, Expression& e) {
  Point start = phrase.first;
  Point end = phrase.last;
  // "21-22 May" shares its month; "from 1 March 2020 to 5 April" its year.
  if (end.form == Form::calendar && start.form == Form::calendar && end.year == 0 &&
      end.year_base == Base::none && end.weekday == 0) {
    end.year = start.year;
    end.year_base = start.year_base;
    end.year_shift = start.year_shift;
  }
  const Outcome first = point(start, phrase.tense, sentence);
  if (!first.value) return first;
  const bool fixed_year = end.year != 0 || end.year_base != Base::none;
  if (!fixed_year && end.form == Form::calendar && end.month != 0) {
    end.year = static_cast<std::int16_t>(to_date(first.value->first).year +
                                         (end.month < start.month ? 1 : 0));
  }
  Outcome last = point(end, phrase.tense, sentence);
  if (!last.value) return last;
  if (end.form == Form::calendar && end.weekday != 0 && end.day == 0) {
    while (last.value->first < first.value->first) {  // "Saturday to Monday"
      last.value->first += 7;
      last.value->last += 7;
    }
    while (last.value->first - first.value->first >= 7) {
      last.value->first -= 7;
      last.value->last -= 7;
    }
  }
  Outcome out;
  out.resolved = first.resolved || (last.resolved && !(!fixed_year && start.year != 0));
  out.ambiguous = first.ambiguous || last.ambiguous;
  out.note = first.note.empty() ? last.note : first.note;
  if (last.value->last < first.value->first) {
    out.note = kEndsBeforeItBegins;
    return out;
  }
  out.value = Value{first.value->first, last.value->last, first.value->precision};
  if (last.value->precision != first.value->precision) {
    out.value->last_precision = last.value->precision;
  }
  if (!phrase.first_words.empty() && is_in_calendar(out.value->first) &&
      is_in_calendar(out.value->last)) {
    e.ends = {{doc_.span(phrase.first_words), text_of(*first.value)},
              {doc_.span(phrase.last_words), text_of(*last.value)}};
  }
  return out;
}

Resolver::Outcome Resolver::point(const Point& p, Tense tense, std::uint32_t sentence) {
  Outcome out;
  if (p.impossible) {
    out.note = kBeforeOurEra;
    return out;
  }
  if (p.offset != 0) return beside(p, tense, sentence);
  switch (p.form) {
    case Form::calendar:
      return calendar(p, tense, sentence);
    case Form::shift:
      return shift(p);
    case Form::rolling:
      return rolling(p);
    case Form::nearest:
      return nearest(p, tense);
    case Form::feast:
      return feast(p, tense);
    case Form::slice:
      return slice(p, tense, sentence);
    case Form::nth:
      return nth_of_month(p, tense, sentence);
    case Form::iso_week:
      return iso_week(p);
    case Form::vague_time:
      return out;
    case Form::decade:
    case Form::century:
      out.value = part_of_age(p);
      return out;
    case Form::era: {
      const auto days = days_of(vocabulary_.era(p.number));
      out.value = Value{days->first, days->last, Precision::day};
      return out;
    }
    case Form::vague_year:
      out.resolved = true;
      out.ambiguous = true;
      if (anchor_) {
        const Days year = period_of(anchor_->first, Precision::year);
        out.value = Value{year.first, year.last, Precision::year};
      }
      return out;
  }
  return out;
}

// "1990s" of "the early 1990s".
std::string Resolver::whole_age(const Point& p) {
  Point whole = p;
  whole.stretch = 0;
  return text_of(part_of_age(whole));
}

// Of a decade or century: early and late are halves of a decade, quarters of a century; the middle
// overlaps both.
Resolver::Value Resolver::part_of_age(const Point& p) {
  const int length = p.form == Form::decade ? 10 : 100;
  const int part = p.form == Form::decade ? 5 : 25;
  int low = 0;
  int high = length - 1;
  if (p.fractions != 0) {
    low = length * (p.fraction - 1) / p.fractions;
    high = length * p.fraction / p.fractions - 1;
  } else if (p.stretch == 1) {
    high = part - 1;
  } else if (p.stretch == 2) {
    low = length * 3 / 10;
    high = length * 7 / 10 - 1;
  } else if (p.stretch == 3) {
    low = length - part;
  } else if (p.stretch == 4) {  // "mid-to-late"
    low = length * 3 / 10;
  }
  const int first = std::max(p.year + low, 1);
  return {to_days(first, 1, 1), to_days(p.year + high, 12, 31), Precision::year};
}

}  // namespace rapporteur::time
