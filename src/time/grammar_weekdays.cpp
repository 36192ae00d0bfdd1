// Days of the week: "Monday, 19 September 2022", "Thursday and Friday (May 5-6)", "Friday last";
// not "Friday Osanebi".
#include "grammar.h"

namespace rapporteur::time {

// "Monday-Tuesday, 15-16 September", "Thursday and Friday (May 5-6)".
Pos Grammar::weekdays_first(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const auto behind = [&](Pos day) {  // over the stop of "Mon.-Wed."
    const bool stop = code(next(day)) == Code::stop && is_glued(next(day)) && item(day).length == 1;
    return stop && doc_.word(day).size() <= 5 ? next(day) + 1 : next(day);
  };
  const Pos sign = behind(p);
  if (!is_range_sign(sign) && code(sign) != Code::conjunction && code(sign) != Code::slash) {
    return kFail;
  }
  const Pos second = next(sign);
  if (code(second) != Code::weekday || item(second).plural) return kFail;
  Pos date = behind(second);
  const bool bracket = code(date) == Code::open;
  if (bracket || code(date) == Code::comma) date = next(date);
  const std::size_t size = out.size();
  Phrase dated = phrase;
  Pos end = month_first(date, dated, out);
  if (end == kFail) end = day_first(date, dated, out);
  const bool fits = end != kFail && out.size() == size && dated.is_range && dated.first.has_day() &&
                    (!bracket || code(end) == Code::close);
  out.resize(size);
  if (!fits) return kFail;
  phrase = dated;
  phrase.first.weekday = static_cast<std::int8_t>(item(p).value);
  phrase.last.weekday = static_cast<std::int8_t>(item(second).value);
  return bracket ? next(end) : end;
}

// "Friday Osanebi", "the Sunday Times", "Saturday Night Fever", "a launch named Saturday"; not
// "said Monday President ..." and "On Friday Putin ...".
bool Grammar::is_weekday_of_name(Pos p, Pos behind) const {
  const Code previous = before(p);
  // "a launch named Saturday", but "spoke by phone Tuesday"
  if (previous == Code::label && (is_capital_word(p - 1) || doc_.lower(p - 1).ends_with("ed"))) {
    return true;
  }
  const bool land = code(behind) == Code::namesake && item(behind).value == 3;
  if (is_capital_word(behind) && (land || is_street(behind))) return true;  // "Thursday Island"
  const bool named = p == sentence_.begin + 1 && previous == Code::none && is_capital_word(p - 1) &&
                     code(behind) == Code::comma && !is_date_behind(next(behind));
  if (named && !is_headline_) return true;  // "Nancy Friday, the author"
  const bool title = previous == Code::past && is_capital_word(p - 1) && p - 1 > sentence_.begin;
  if (title) return true;  // "The Man Who Was Thursday"
  const Code word = code(behind);
  if (!is_capital_word(behind) ||
      (word != Code::none && word != Code::label && word != Code::counted && !is_body(behind))) {
    return false;
  }
  const Pos age = skip(next(behind), Code::comma);  // "Friday Omoruyi, 34, and"
  const bool aged = age != next(behind) && code(age) == Code::number && item(age).digits == 2 &&
                    ends_clause(next(age));
  const Pos second = next(next(behind));  // "Sunday Oliseh and Friday Ekpo"
  const bool paired = code(next(behind)) == Code::conjunction && code(second) == Code::weekday &&
                      is_capital_word(next(second)) && code(next(second)) == Code::none;
  if (aged || paired) return true;
  switch (previous) {
    case Code::count_:
    case Code::the:
    case Code::article:
    case Code::number:
    case Code::hyphen:
      return true;
    case Code::of:
    case Code::counted:  // "against Sunday Mba"
      return true;
    case Code::comma:  // "the striker, Sunday Mba, scored"
      return code(next(behind)) == Code::comma &&
             (before(p - 1) == Code::label || is_lower_word(p - 2));
    case Code::conjunction:  // "Sunday Mba and Friday Eze"
      return before(p - 1) == Code::none && is_capital_word(p - 2);
    case Code::none:
      if (is_capital_word(p - 1) || doc_.is_punctuation(p - 1)) return true;
      if (!item(p - 1).past_form) return is_verb(next(behind));  // "activist Sunday Adeyemo was"
      return code(next(behind)) == Code::count_ || code(next(behind)) == Code::stop;
    case Code::part:  // "the late Sunday Awoniyi"
      return before(p - 1) == Code::the;
    default:
      return false;
  }
}

// "Wednesday, Thursday and Friday", "Tuesday/Wednesday": days that follow one another.
Pos Grammar::weekday_list(Pos p, Phrase& phrase) const {
  Pos last = p;
  int count = 1;
  while (true) {
    const Pos sign = next(last);
    const Code c = code(sign);
    if (c != Code::comma && c != Code::slash && c != Code::conjunction) break;
    const Pos day = c == Code::comma ? skip(next(sign), Code::conjunction) : next(sign);
    if (code(day) != Code::weekday || item(day).plural || item(day).weak) break;
    if (item(day).value != item(last).value % 7 + 1) return kFail;
    const bool pair = c == Code::conjunction && count == 1;  // left to joined()
    if (pair) return kFail;
    last = day;
    ++count;
  }
  if (count == 1 || item(p).weak || is_date_behind(next(last))) return kFail;
  phrase.kind = Kind::interval;
  phrase.is_range = true;
  phrase.first.weekday = static_cast<std::int8_t>(item(p).value);
  phrase.last.weekday = static_cast<std::int8_t>(item(last).value);
  return next(last);
}

// ", 5 May" goes on with the last weekday of a list.
bool Grammar::is_date_behind(Pos p) const {
  const Pos figure = skip(p, Code::comma);
  return code(figure) == Code::number || code(figure) == Code::month ||
         code(figure) == Code::direction;
}

// "Monday, 19 September 2022", "Wednesday (August 18)", "Tuesday next week", "on Monday".
Pos Grammar::weekday_first(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const auto weekday = static_cast<std::int8_t>(item(p).value);
  if (item(p).plural) {
    phrase.kind = Kind::recurring;
    return is_capital_word(p) ? next(p) : kFail;
  }
  const Pos part_of_day = next(p);
  const bool some = before(p) == Code::none && is_lower_word(p - 1) &&
                    before(p - 1) == Code::article;  // "a rainy Monday"
  const bool habit = before(p) == Code::article || (some && ends_clause(next(p))) ||
                     (code(part_of_day) == Code::day_part && item(part_of_day).plural);
  if (habit) {  // "on a Monday", "on Saturday mornings"
    phrase.kind = Kind::recurring;
    return skip(part_of_day, Code::day_part);
  }
  Pos date = skip(part_of_day, Code::day_part);
  const bool short_form =
      doc_.word(p).size() <= 5 && code(date) == Code::stop && is_glued(date) && inside(date + 1);
  if (short_form) ++date;  // "Fri., Dec. 2"
  const bool bracket = code(date) == Code::open;
  if (bracket || code(date) == Code::comma) date = next(date);
  const std::size_t size = out.size();
  Phrase dated = phrase;
  Pos end = numeric_date(date, dated);
  if (end == kFail) end = glued_date(date, dated);
  if (end == kFail) end = day_and_month(date, dated);
  if (end == kFail) end = month_first(date, dated, out);
  if (end == kFail) end = day_first(date, dated, out);
  if (end != kFail && out.size() == size && dated.kind == Kind::day && dated.first.has_day() &&
      dated.first.weekday == 0 && (!bracket || code(end) == Code::close)) {
    phrase = dated;
    phrase.first.weekday = weekday;
    return bracket ? next(end) : end;
  }
  out.resize(size);
  if (const Pos in_weeks = item(p).weak ? kFail : weekday_in_weeks(p, phrase)) return in_weeks;
  if (const Pos beside = item(p).weak ? kFail : weekday_beside_date(p, phrase, out)) return beside;
  const bool placed = (before(p) == Code::on || before(p) == Code::every) && is_capital_word(p);
  if (item(p).weak && !placed) return kFail;
  if (is_weekday_of_name(p, skip(part_of_day, Code::day_part))) return kFail;
  phrase.kind = Kind::day;
  phrase.first.weekday = weekday;
  const Pos last = next(p);  // "Friday last"
  if (code(last) == Code::direction && item(last).value != 0 && ends_clause(next(last))) {
    phrase.first.form = Form::nearest;
    phrase.first.count = item(last).value;
    return next(last);
  }
  const Pos behind = skip(skip(skip(next(p), Code::comma), Code::of), Code::the);
  if (code(behind) == Code::direction && code(next(behind)) == Code::unit &&
      item(next(behind)).value == static_cast<int>(Unit::week)) {
    phrase.first.form = Form::shift;
    phrase.first.base = Base::anchor;
    phrase.first.unit = Unit::week;
    phrase.first.count = item(behind).value;
    return next(next(behind));
  }
  return next(p);
}

}  // namespace rapporteur::time
