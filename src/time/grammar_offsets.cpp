// Dates counted from a date beside them: "three days before Christmas", "the day after 3 June",
// "the Monday after Easter"; weeks counted in weekdays: "two Sundays from now", "Monday week".
#include "grammar.h"

namespace rapporteur::time {

// A single day that others can be counted from: "5 May 2020", "Christmas", "Thursday's summit".
Pos Grammar::day_to_count_from(Pos p, bool weekdays, Phrase& phrase, std::vector<Phrase>& out) {
  Phrase inner;
  inner.core.begin = p;
  const std::size_t size = out.size();
  Pos end = kFail;
  switch (code(p)) {
    case Code::weekday:
      if (!weekdays && !is_date_behind(next(p))) return kFail;
      [[fallthrough]];
    case Code::number:
    case Code::ordinal:
    case Code::the:
    case Code::month:
      end = calendar(p, inner, out);
      break;
    case Code::full_date:
      end = glued_date(p, inner);
      break;
    case Code::holiday:
      end = feast(p, inner);
      break;
    default:
      return kFail;
  }
  const bool one = out.size() == size && !inner.is_range;
  out.resize(size);
  const bool dated = inner.first.has_day() || inner.first.form == Form::feast ||
                     (weekdays && inner.first.weekday != 0);
  if (end == kFail || !one || !dated) return kFail;
  const Code last = code(next(end));
  const bool range =
      is_range_sign(end) && (last == Code::number || last == Code::month || last == Code::weekday);
  if (range) return kFail;  // "three weeks from 5 May to 26 May"
  phrase.first = inner.first;
  phrase.kind = Kind::day;
  return end;
}

// "10 days before Christmas", "two weeks after 5 May": `p` at the count.
Pos Grammar::units_from_date(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  int count = 0;
  Unit unit = Unit::day;
  bool hyphenated = false;
  const Pos end = count_and_unit(p, count, unit, hyphenated);
  if (end == kFail || hyphenated) return kFail;
  const Code side = code(end);
  if (side != Code::earlier && side != Code::later && side != Code::from) return kFail;
  if (unit != Unit::day && unit != Unit::week && unit != Unit::month && unit != Unit::year) {
    return kFail;
  }
  // "|for| two days from 20 May": how long
  const bool lasts = side == Code::from && p > sentence_.begin && doc_.lower(p - 1) == "for";
  if (lasts) return kFail;
  const Pos date = skip(next(end), Code::to);  // "prior to"
  const Pos behind = day_to_count_from(date, true, phrase, out);
  if (behind == kFail) return kFail;
  phrase.first.offset = side == Code::earlier ? -count : count;
  phrase.first.offset_unit = unit;
  return behind;
}

// "the day after Christmas": `p` at "day".
Pos Grammar::day_beside_date(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const Pos side = next(p);
  const bool is_day = code(p) == Code::unit && unit_of(item(p)) == Unit::day && !item(p).plural;
  if (!is_day || (code(side) != Code::earlier && code(side) != Code::later)) return kFail;
  const Pos behind = day_to_count_from(next(side), true, phrase, out);
  if (behind == kFail) return kFail;
  phrase.first.offset = code(side) == Code::earlier ? -1 : 1;
  phrase.first.offset_unit = Unit::day;
  return behind;
}

// "Monday after Easter", "Friday before 5 May": `p` at the weekday.
Pos Grammar::weekday_beside_date(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const Pos side = next(p);
  if (code(side) != Code::earlier && code(side) != Code::later) return kFail;
  const Pos behind = day_to_count_from(next(side), false, phrase, out);
  if (behind == kFail) return kFail;
  phrase.first.offset = code(side) == Code::earlier ? -1 : 1;
  phrase.first.offset_unit = Unit::week;
  phrase.first.offset_weekday = static_cast<std::int8_t>(item(p).value);
  return behind;
}

// "two Sundays from now", "three Mondays ago": `p` at the count.
Pos Grammar::counted_weekdays(Pos p, Phrase& phrase) const {
  const Pos day = next(p);
  const Code side = code(next(day));
  if (code(day) != Code::weekday || !item(day).plural || item(p).value < 1) return kFail;
  if (code(p) != Code::cardinal && (code(p) != Code::number || item(p).digits > 2)) return kFail;
  if (side != Code::ago && side != Code::hence) return kFail;
  set_weekday_in_weeks(day, side == Code::ago ? -item(p).value : item(p).value, phrase);
  return next(next(day));
}

void Grammar::set_weekday_in_weeks(Pos day, int count, Phrase& phrase) const {
  phrase.kind = Kind::day;
  phrase.first.form = Form::nearest;
  phrase.first.unit = Unit::week;
  phrase.first.weekday = static_cast<std::int8_t>(item(day).value);
  phrase.first.count = count;
  phrase.first.counted = true;
}

// "Monday week", "the Monday after next", "the Friday before last": behind them; `p` at the
// weekday.
Pos Grammar::weekday_in_weeks(Pos p, Phrase& phrase) const {
  const Pos behind = next(p);
  const bool week =
      code(behind) == Code::unit && !item(behind).plural &&
      (unit_of(item(behind)) == Unit::week || unit_of(item(behind)) == Unit::fortnight) &&
      is_lower_word(behind) && (ends_clause(next(behind)) || before(p) == Code::on);
  if (week) {
    set_weekday_in_weeks(p, unit_of(item(behind)) == Unit::week ? 2 : 3, phrase);
    return next(behind);
  }
  const bool turns = code(behind) == Code::earlier || code(behind) == Code::later;
  const int side = code(behind) == Code::later ? 1 : -1;
  const Pos other = next(behind);
  if (!turns || before(p) != Code::the || code(other) != Code::direction ||
      item(other).value != side || !ends_clause(next(other))) {
    return kFail;
  }
  phrase.kind = Kind::day;
  phrase.first.form = Form::shift;
  phrase.first.base = Base::anchor;
  phrase.first.unit = Unit::week;
  phrase.first.count = 2 * side;
  phrase.first.weekday = static_cast<std::int8_t>(item(p).value);
  return next(other);
}

}  // namespace rapporteur::time
