// Places and bodies that a date gives its name: "the 6th October Bridge", "Place du 8 Mai 1945",
// "the April 6 Youth Movement".
#include "grammar.h"

namespace rapporteur::time {

// "Independence Avenue" behind "1830", "Bridge" behind "6th October".
bool Grammar::names_place(Pos p, int words) const {
  for (int word = 0; word <= words; ++word) {
    if (code(p) == Code::namesake && item(p).value == 2) return true;  // "28 May station"
    if (!is_capital_word(p)) return false;
    if (is_body(p)) return false;
    if (code(p) == Code::namesake) return item(p).value != 1 || word == 0;
    if (code(p) == Code::counted && item(p).weak) return true;  // "Square"
    const bool hall = code(p) == Code::label && item(p).value == 3;
    if (hall && word == 0) return true;
    const bool part = code(p) == Code::none || code(p) == Code::half || code(p) == Code::season;
    if (!part) return false;  // "1952 Half Moon Road"
    p = next(p);
  }
  return false;
}

// "Movement", "Group".
bool Grammar::is_body(Pos p) const { return code(p) == Code::namesake && item(p).value == 5; }

// "Movement" at `p` behind the date in "the 14 July Movement", "the April 6 Youth Movement"; not
// "On 14 July Movement leaders", "Group of Seven" and "Committee meeting".
bool Grammar::names_body(Pos date, Pos p, int words) const {
  if (code(date) != Code::the && before(date) != Code::the) return false;
  for (int word = 0; word <= words; ++word, p = next(p)) {
    const Pos second = next(p) + 1;  // "Anti-Fascist"
    const bool compound = code(next(p)) == Code::hyphen && is_glued(next(p)) && is_glued(second);
    if (!is_capital_word(p) && !(word == 0 && is_body(p))) return false;
    const bool club = code(p) == Code::label && item(p).value == 3;
    if (is_body(p) || club) {
      const bool sure = is_body(p) && !item(p).weak && is_capital_word(p);
      if (!sure && (word > 0 || code(next(p)) == Code::of)) return false;
      return code(next(p)) != Code::event;
    }
    if (code(p) != Code::none) return false;
    if (compound) p = second;
  }
  return false;
}

// "Street", "Avenue", "Rua".
bool Grammar::is_street(Pos p) const {
  return code(p) == Code::namesake && (item(p).value == 4 || item(p).value == 6);
}

// "Place du" before "8 Mai 1945", "Strada" before "31 August 1989", "Rua Augusta," before "1998";
// not "Main Street" before "5 May".
bool Grammar::follows_street(Pos p) const {
  constexpr int kMostWords = 5;
  bool words = false;     // "Augusta"
  bool particle = false;  // "du"
  Pos left = p;
  if (before(p) == Code::comma && code(p) == Code::number && item(p).digits == 4) --left;
  const bool comma = left != p;
  if (comma && code(next(p)) == Code::conjunction) return false;  // "Via Egnatia, 2015 and 2016"
  for (int steps = 0; steps < kMostWords && left > sentence_.begin; ++steps) {
    const Pos word = --left;
    const Code c = code(word);
    if (c == Code::namesake && is_capital_word(word)) {
      if (is_body(word)) return false;
      const bool leads = before(word) != Code::none || !is_capital_word(word - 1);
      if (words) return item(word).value == 6 && leads;
      return particle || (is_street(word) && leads && !comma);
    }
    particle = c == Code::none && is_lower_word(word) && doc_.word(word).size() <= 3;
    const bool date = c == Code::number || c == Code::ordinal || c == Code::month ||
                      c == Code::month_abroad || (c == Code::stop && is_glued(word));
    words = words || (c == Code::none && is_capital_word(word));
    if (!particle && !date && !(c == Code::none && is_capital_word(word))) return false;
  }
  return false;
}

}  // namespace rapporteur::time
