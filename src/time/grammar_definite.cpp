// Expressions that "the" opens: "the 21st of May", "the last five years", "the week of 5 May".
#include "grammar.h"

namespace rapporteur::time {

// What can follow "the".
Pos Grammar::behind_the(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const Pos q = next(p);
  switch (code(q)) {
    case Code::ordinal: {
      if (const Pos end = nth_of_month(next(q), item(q).value, phrase)) return end;
      if (const Pos end = slice(q, false, phrase)) return end;
      if (const Pos end = ordinal_part(q, phrase)) return end;
      if (const Pos end = century_range(q, phrase)) return end;
      const Pos end = century(q, phrase);
      if (end != kFail) phrase.core.begin = q;
      return end;
    }
    case Code::genitive:  // "the '70s"
      if (code(next(q)) != Code::decade || !is_glued(next(q))) return kFail;
      phrase.core.begin = q;
      return decade(next(q), phrase);
    case Code::decade:
      phrase.core.begin = q;
      return decade(q, phrase);
    case Code::number:  // "the 90's"
      if (item(q).digits != 2 || item(q).value % 10 != 0 || code(next(q)) != Code::genitive ||
          !is_glued(next(q)) || !ends_clause(next(next(q)))) {
        return kFail;
      }
      phrase.core.begin = q;
      phrase.kind = Kind::decade;
      phrase.first.form = Form::decade;
      phrase.first.year = static_cast<std::int16_t>(1900 + item(q).value);
      return next(next(q));
    case Code::season:
      return season(q, phrase);
    case Code::part:
      phrase.core.begin = q;
      return stretch(q, phrase, out);
    case Code::rolling:
      return deictic(q, phrase);
    case Code::direction:
      return behind_the_direction(q, phrase);
    case Code::same:
      return other_date(q, phrase);
    case Code::unit:
      return behind_the_unit(q, phrase, out);
    default:
      return kFail;
  }
}

// "the last five years" rolls; "the next year" hangs on another date, "the last week" on what
// follows; "the current year" is the report's; "the last quarter" was over before the report.
Pos Grammar::behind_the_direction(Pos p, Phrase& phrase) const {
  const int direction = item(p).value;
  if (direction < 0) {
    if (const Pos end = nth_of_month(next(p), -1, phrase)) return end;
    if (const Pos end = slice(p, true, phrase)) return end;
    if (const Pos end = ordinal_part(p, phrase)) return end;
  }
  if (const Pos end = rolling(next(p), direction, phrase)) return end;
  if (code(next(p)) == Code::vague_count) return vague_units(p, phrase);
  if (direction == 0) return deictic_target(next(p), 0, phrase);
  const Pos unit = next(p);
  if (code(unit) != Code::unit || item(unit).plural) return kFail;
  const Unit which = unit_of(item(unit));
  if (direction < 0) {
    const bool fixed = which == Unit::quarter || which == Unit::weekend;
    if (!fixed || code(next(unit)) == Code::of) return kFail;
    phrase.set_shift(Base::anchor, which, -1);
    return next(unit);
  }
  if (which == Unit::hour) return kFail;
  phrase.set_shift(Base::reference, which, 1);
  phrase.kind = Kind::reference;
  return next(unit);
}

// "the year 384", "the week of 5 May", "the weekend", "the day before", "the year after"; not "the
// day before the summit".
Pos Grammar::behind_the_unit(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const Unit unit = unit_of(item(p));
  const Pos behind = next(p);
  if (unit == Unit::year && !item(p).plural && code(behind) == Code::number &&
      item(behind).digits >= 2 && item(behind).digits <= 4 && item(behind).value >= 1) {
    phrase.kind = Kind::year;
    phrase.core.begin = behind;
    if (item(behind).digits == 4) {
      if (const Pos end = year_range(behind, phrase)) return end;  // "the year 1990/91"
    }
    phrase.first.year = static_cast<std::int16_t>(item(behind).value);
    return next(behind);
  }
  if (const Pos end = week_of(p, phrase, out)) return end;
  if (const Pos end = day_beside_date(p, phrase, out)) return end;
  if (item(p).plural || unit == Unit::hour) return kFail;
  const bool turns = code(behind) == Code::earlier || code(behind) == Code::later;
  const Pos other = next(behind);  // "the week before last", "the year after next"
  const int side = code(behind) == Code::later ? 1 : -1;
  if (turns && code(other) == Code::direction && item(other).value == side &&
      code(next(other)) != Code::unit && code(next(other)) != Code::weekday && unit != Unit::day) {
    phrase.set_shift(Base::anchor, unit, 2 * side);
    return next(other);
  }
  if (turns && (ends_clause(next(behind)) || code(next(behind)) == Code::pronoun)) {
    phrase.set_shift(Base::reference, unit, code(behind) == Code::later ? 1 : -1);
    phrase.kind = Kind::reference;
    return next(behind);
  }
  if (unit == Unit::weekend && (ends_clause(behind) || is_lower_word(behind)) &&
      code(behind) != Code::of && !turns) {
    phrase.set_shift(Base::anchor, unit, 0);
    phrase.core.begin = p;
    return behind;
  }
  return kFail;
}

}  // namespace rapporteur::time
