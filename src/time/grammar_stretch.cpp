// Parts of periods that words give without a number: "early August", "mid- to late 2016", "the end
// of last year", "earlier this week".
#include "grammar.h"

namespace rapporteur::time {

// "early", "mid-", "early to mid-", "mid-to-late": behind them; 4 is the middle and the end.
Pos Grammar::stretch_words(Pos p, int& part) const {
  part = item(p).value;
  Pos q = next(p);
  const auto hyphen = [&](Pos at) {
    return code(at) == Code::hyphen && is_glued(at) ? at + 1 : at;
  };
  q = hyphen(q);
  if (code(q) == Code::to || code(q) == Code::conjunction) {
    const Pos second = hyphen(next(q));
    if (code(second) == Code::part) {
      part = item(second).value == 3 ? 4 : 0;
      return hyphen(next(second));
    }
  }
  return q;
}

// Where the period may begin behind "early" or "earlier" at `p`, whose words end at `q`.
Pos Grammar::period_behind(Pos p, Pos q) const {
  if (code(p) == Code::part) {
    if (code(q) == Code::on) return kFail;  // "late on Friday"
    if (code(q) != Code::in) return q;
    return item(p).weak ? kFail : q + 1;  // "start in May" starts something
  }
  const bool leads = code(q) == Code::in || code(q) == Code::direction || code(q) == Code::that ||
                     code(q) == Code::same;
  if (!leads) return kFail;
  return code(q) == Code::in ? q + 1 : q;
}

// "early August", "mid-2016", "end of last year", "earlier this week", "late 19th century".
Pos Grammar::stretch(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  const bool comparative = code(p) != Code::part;
  if (comparative && item(p).weak) return kFail;  // "after next Monday"
  int part = 0;
  const Pos q = period_behind(p, comparative ? next(p) : stretch_words(p, part));
  if (q == kFail) return kFail;
  if (comparative && (code(q) == Code::month || code(q) == Code::weekday)) {
    phrase.core.begin = q;
    return code(q) == Code::month ? month_first(q, phrase, out) : weekday_first(q, phrase, out);
  }
  if (const Pos end = within_period(q, phrase)) {
    phrase.core.begin = q;
    return end;
  }
  Pos bare = skip(q, Code::the);
  if (code(bare) == Code::genitive && code(bare + 1) == Code::decade) ++bare;  // "the late '80s"
  if (code(bare) == Code::decade || code(bare) == Code::ordinal) {
    return stretch_of_age({p, q}, bare, part, phrase);
  }
  // "talks that end Sunday"
  const bool whole_day = comparative || bare != q || item(p).weak;
  if (code(bare) == Code::weekday && whole_day) return kFail;
  phrase.core.begin = bare;
  if (code(bare) == Code::direction && bare == q) return deictic(bare, phrase);
  return stretched(bare, phrase, out);
}

// The period at `p` of which a part was named before.
Pos Grammar::stretched(Pos p, Phrase& phrase, std::vector<Phrase>& out) {
  switch (code(p)) {
    case Code::month: {
      const Pos end = month_first(p, phrase, out);
      if (end == kFail && is_month(p) && is_capital_word(p)) {
        phrase.kind = Kind::month;  // "mid-May"
        phrase.first.month = static_cast<std::int8_t>(item(p).value);
        return next(p);
      }
      return end != kFail && phrase.kind == Kind::month ? end : kFail;
    }
    case Code::number: {
      const Pos end = is_year(p) ? plain_year(p, phrase) : kFail;
      return end != kFail && !phrase.is_range ? end : kFail;
    }
    case Code::weekday:
      return weekday_first(p, phrase, out);
    case Code::direction:
      return behind_the_direction(p, phrase);
    case Code::same:
    case Code::that:
      return other_date(p, phrase);
    case Code::season:
      return season(p, phrase);
    case Code::quarter:
    case Code::half_year:
      return part_of_year(p, phrase);
    default:
      return kFail;
  }
}

// "late 19th century", "the mid-1990s" at `age`, whose "late" fills `words`.
Pos Grammar::stretch_of_age(text::TokenRange words, Pos age, int part, Phrase& phrase) const {
  const bool comparative = code(words.begin) != Code::part;
  Pos end = kFail;
  if (code(age) == Code::decade) {
    end = decade(age, phrase);
  } else {
    if (age == words.end && !comparative) end = century_range(words.begin, phrase);
    if (end != kFail) return end;
    end = century(age, phrase);
    if (end == kFail) {
      phrase.core.begin = words.end;
      return ordinal_part(age, phrase);
    }
  }
  if (end != kFail && !comparative) phrase.first.stretch = static_cast<std::int8_t>(part);
  return end;
}

// "the week", "the month", "the decade": behind "end of", "earlier in".
Pos Grammar::within_period(Pos p, Phrase& phrase) const {
  const bool bare = before(p) == Code::of && ends_clause(next(p));  // "by end of month"
  const Pos unit = bare ? p : next(p);
  if ((!bare && code(p) != Code::the) || code(unit) != Code::unit || item(unit).plural) {
    return kFail;
  }
  const Unit which = unit_of(item(unit));
  if (which == Unit::day || which == Unit::weekend || which == Unit::hour) return kFail;
  const Pos behind = next(unit);
  if (code(behind) == Code::of) return kFail;
  if (which == Unit::year && is_year_figure(behind)) return kFail;
  phrase.set_shift(Base::anchor, which, 0);
  return behind;
}

}  // namespace rapporteur::time
