// Times counted in units: "three days ago", "two weeks from tomorrow", "half a century later", "in
// two weeks"; durations, which count too.
#include <string_view>

#include "grammar.h"

namespace rapporteur::time {

namespace {

constexpr int kMostUnits = 1000;
constexpr Pos kShortSentence = 10;  // tokens

}  // namespace

// "three days", "two-day", "a year", "14 months".
Pos Grammar::count_and_unit(Pos p, int& count, Unit& unit, bool& hyphenated) const {
  const Code first = code(p);
  if (first == Code::article) {
    count = 1;
  } else if ((first == Code::number && item(p).digits <= 3) || first == Code::cardinal) {
    count = item(p).value;
  } else {
    return kFail;
  }
  Pos q = next(p);
  if (first == Code::cardinal && code(q) == Code::hyphen && code(q + 1) == Code::cardinal) {
    count += item(q + 1).value;  // "twenty-five"
    q += 2;
  }
  if (code(q) == Code::open && code(q + 1) == Code::number && code(q + 2) == Code::close) {
    q += 3;  // "three (3) days"
  }
  hyphenated = code(q) == Code::hyphen && is_glued(q) && is_glued(q + 1);
  if (hyphenated) ++q;
  if (code(q) != Code::unit || count < 1 || count > kMostUnits) return kFail;
  if (first == Code::article && item(q).plural) return kFail;
  unit = unit_of(item(q));
  return next(q);
}

// "two years and three months", "1 day 21 hours": in the smaller unit, hours left out.
Pos Grammar::two_units(Pos p, int& count, Unit& unit) const {
  Unit first = Unit::day;
  Unit second = Unit::day;
  int more = 0;
  bool hyphenated = false;
  const Pos sign = count_and_unit(p, count, first, hyphenated);
  if (sign == kFail || hyphenated) return kFail;
  const Pos figure = skip(skip(sign, Code::comma), Code::conjunction);
  const Pos end = count_and_unit(figure, more, second, hyphenated);
  if (end == kFail || hyphenated) return kFail;
  unit = second == Unit::hour ? first : second;
  if (first == Unit::year && second == Unit::month) {
    count = 12 * count + more;
  } else if (first == Unit::week && second == Unit::day) {
    count = 7 * count + more;
  } else if (first != Unit::day || second != Unit::hour) {
    return kFail;
  }
  return end;
}

// "a year and a half ago", "two years and three months ago".
Pos Grammar::two_measures_ago(Pos p, Phrase& phrase) const {
  int count = 0;
  Unit unit = Unit::day;
  bool hyphenated = false;
  const Pos half = count_and_unit(p, count, unit, hyphenated);
  if (half == kFail) return kFail;
  if (count == 1 && unit == Unit::year && code(half) == Code::counted && item(half).length == 3 &&
      code(next(half)) == Code::ago) {
    phrase.set_shift(Base::anchor, unit, -1);
    phrase.first.counted = true;
    phrase.first.and_half = true;
    return next(next(half));
  }
  if (code(half) == Code::ago) return kFail;
  const Pos two = two_units(p, count, unit);
  if (two == kFail || (code(two) != Code::ago && code(two) != Code::hence)) return kFail;
  phrase.set_shift(Base::anchor, unit, code(two) == Code::ago ? -count : count);
  phrase.first.counted = true;
  return next(two);
}

// "two weeks |from tomorrow|": behind the words at `p` that count from a day by its name.
Pos Grammar::from_day_word(Pos p, Unit unit, int count, Phrase& phrase) const {
  const bool back = code(p) == Code::earlier;
  const bool from = back || code(p) == Code::from || code(p) == Code::later;
  if (!from || code(next(p)) != Code::day_word) return kFail;
  const bool weeks = unit == Unit::week;
  const int steps = (weeks ? 7 * count : count) * (back ? -1 : 1);
  phrase.set_shift(Base::anchor, weeks ? Unit::day : unit, steps);
  if (phrase.first.unit == Unit::day) phrase.first.count += item(next(p)).value;
  return next(next(p));
}

// "three days |ago|", "a year |later|": behind the word at `p` that says from where is counted.
Pos Grammar::ago_or_later(Pos p, Unit unit, int count, Phrase& phrase) const {
  const Code direction = code(p);
  if (inside(p) && item(p).weak && !ends_clause(next(p))) return kFail;  // an event follows
  phrase.first.counted = true;
  if (direction == Code::later || direction == Code::earlier) {
    phrase.set_shift(Base::reference, unit, direction == Code::later ? count : -count);
    return next(p);
  }
  if (direction != Code::ago && direction != Code::hence) return kFail;
  phrase.set_shift(Base::anchor, unit, direction == Code::ago ? -count : count);
  const bool today = code(next(p)) == Code::day_word && item(next(p)).value == 0;
  if (!today || direction != Code::ago) return next(p);
  phrase.first.to_the_day = true;  // "a year ago today"
  phrase.kind = Kind::day;
  return next(next(p));
}

// "three days ago", "a year later", "two weeks from now"; else a duration: "three-day".
Pos Grammar::counted_units(Pos p, Phrase& phrase) const {
  if (code(p) == Code::article && before(p) == Code::half) return kFail;
  if (const Pos end = two_measures_ago(p, phrase)) return end;
  int count = 0;
  Unit unit = Unit::day;
  bool hyphenated = false;
  Pos end = kFail;
  const Pos fraction = next(p);  // "two and a half years ago"
  if (code(p) != Code::article && code(fraction) == Code::counted && item(fraction).length == 3 &&
      code(next(fraction)) == Code::unit) {
    count = item(p).value;
    unit = unit_of(item(next(fraction)));
    if (count < 1 || count > kMostUnits || unit != Unit::year) return kFail;
    phrase.first.and_half = true;
    end = next(next(fraction));
  } else {
    end = count_and_unit(p, count, unit, hyphenated);
  }
  if (end == kFail) return kFail;
  if (!hyphenated && unit != Unit::hour) {
    if (const Pos behind = from_day_word(end, unit, count, phrase)) return behind;
    if (const Pos behind = ago_or_later(end, unit, count, phrase)) return behind;
  }
  if (code(p) == Code::article) return kFail;
  phrase.kind = Kind::duration;
  return end;
}

// "half a year ago", "half a century later".
Pos Grammar::half_unit(Pos p, Phrase& phrase) const {
  const Pos unit = next(next(p));
  if (code(next(p)) != Code::article || code(unit) != Code::unit || item(unit).plural) return kFail;
  const Unit which = unit_of(item(unit));
  const Code direction = code(next(unit));
  const int sign = direction == Code::ago || direction == Code::earlier ? -1 : 1;
  const Base base =
      direction == Code::ago || direction == Code::hence ? Base::anchor : Base::reference;
  if (direction != Code::ago && direction != Code::hence && direction != Code::later &&
      direction != Code::earlier) {
    return kFail;
  }
  if (which == Unit::year) {
    phrase.set_shift(base, Unit::month, sign * 6);
  } else if (which == Unit::decade || which == Unit::century) {
    phrase.set_shift(base, Unit::year, sign * (which == Unit::decade ? 5 : 50));
  } else {
    return kFail;
  }
  phrase.first.counted = true;
  return next(next(unit));
}

// "a few days ago", "the coming months": a time that no calendar tells.
Pos Grammar::vague_units(Pos p, Phrase& phrase) const {
  const bool leads = code(p) == Code::rolling || code(p) == Code::direction;
  if (leads && code(p) == Code::direction && item(p).value == 0) return kFail;
  Pos unit = leads ? next(p) : p;
  const bool vague = code(unit) == Code::vague_count;
  if (vague) unit = next(unit);
  if ((!vague && !leads) || code(unit) != Code::unit || !item(unit).plural) return kFail;
  if (unit_of(item(unit)) == Unit::hour) return kFail;
  const Pos end = next(unit);
  const Code sign = code(end);
  const bool counted = sign == Code::ago || sign == Code::hence ||
                       ((sign == Code::later || sign == Code::earlier) && !item(end).weak);
  if (leads ? !(before(p) == Code::the || code(p) == Code::rolling) : !counted) return kFail;
  phrase.kind = Kind::vague;
  phrase.first.form = Form::vague_time;
  return leads ? end : next(end);
}

// "the |first| talks in two years": how long there were none.
bool Grammar::counts_since_first(Pos p, Unit unit) const {
  constexpr Pos kReach = 10;
  if (unit != Unit::year && unit != Unit::month && unit != Unit::decade) return false;
  const std::string_view before = p > sentence_.begin ? doc_.lower(p - 1) : std::string_view();
  if (before == "held" || before == "place" || before == "begin" || before == "start") return false;
  for (Pos back = 1; back <= kReach && p >= sentence_.begin + back; ++back) {
    if (doc_.lower(p - back) == "first") return true;
  }
  return false;
}

// "in two weeks" (with a verb of the future), "within the next three days".
Pos Grammar::in_units(Pos p, Phrase& phrase) const {
  const bool within = code(p) == Code::within;
  int count = 0;
  Unit unit = Unit::day;
  bool hyphenated = false;
  const Pos end = count_and_unit(next(p), count, unit, hyphenated);
  if (end == kFail || hyphenated || unit == Unit::hour) return kFail;
  if (!within && (doc_.lower(p) != "in" || counts_since_first(p, unit))) return kFail;
  const Code side = code(end);
  const bool ago = side == Code::ago || side == Code::later || side == Code::earlier;
  if (ago || (side == Code::of && !within)) return kFail;  // "in 90 days of talks"
  phrase.set_shift(Base::anchor, unit, count);
  if (within) {
    phrase.first.form = Form::rolling;
    phrase.kind = Kind::interval;
  }
  phrase.only_future = true;
  phrase.stands_alone = p == sentence_.begin || sentence_.end - sentence_.begin <= kShortSentence;
  const bool time = code(end) == Code::genitive && inside(next(end)) &&
                    doc_.lower(next(end)) == "time";  // "in two weeks' time"
  return time ? next(next(end)) : end;
}

}  // namespace rapporteur::time
