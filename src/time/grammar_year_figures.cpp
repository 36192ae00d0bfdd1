// Which figures are years and which count, name or measure something: not "2014 delegates",
// "resolution 1373 (2001)", "Windows 2000".
#include <algorithm>
#include <array>
#include <string_view>

#include "grammar.h"

namespace rapporteur::time {

namespace {

constexpr int kSurelyFrom = 1800;  // figures from here to kSurelyTo are years without a preposition
constexpr int kSurelyTo = 2060;

// Words in "-s" that are no plurals.
constexpr std::array<std::string_view, 13> kNoPlurals = {
    "always",  "besides", "does",       "goes",    "news",    "nowadays", "perhaps",
    "towards", "versus",  "afterwards", "whereas", "besides", "sometimes"};

}  // namespace

// What stands before it counts: "delegates", "trees", "miles".
bool Grammar::is_counted(Pos p) const {
  if (code(p) == Code::counted) return true;
  if (code(p) == Code::unit) return item(p).plural;
  if (code(p) != Code::none || !is_lower_word(p)) return false;
  const std::string_view word = doc_.lower(p);
  if (word.size() <= 3 || !word.ends_with('s')) return false;
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return false;
  return std::find(kNoPlurals.begin(), kNoPlurals.end(), word) == kNoPlurals.end();
}

bool Grammar::is_verb(Pos p) const {
  return code(p) == Code::past || code(p) == Code::present || code(p) == Code::future ||
         (code(p) == Code::none && item(p).past_form);
}

bool Grammar::is_old(Pos p) const { return inside(p) && doc_.lower(p) == "old"; }

// Figures that a year can have, and that do not count what follows.
bool Grammar::is_year_figure(Pos p) const {
  if (code(p) != Code::number || item(p).weak) return false;
  const bool early = ancient_ && item(p).digits == 3 && item(p).value >= 100;
  if (!early && (item(p).digits != 4 || item(p).value < kFirstYear || item(p).value > kLastYear)) {
    return false;
  }
  const Pos behind = next(p);
  if (code(behind) == Code::counted) return false;
  if (code(behind) == Code::currency && code(next(behind)) != Code::number) return false;
  if (before(p) != Code::in && is_money_abroad(behind)) return false;
  if (code(behind) == Code::every && item(behind).value == 1) return false;  // "1990 per ounce"
  if (code(behind) == Code::aim && code(next(behind)) == Code::comma) return false;  // votes
  if (code(behind) == Code::unit && (item(behind).plural || is_old(next(behind)))) {
    return false;  // "2000 years", "a 2000 year old tradition"
  }
  const Code compound = code(behind) == Code::hyphen && is_glued(behind) && is_glued(behind + 1)
                            ? code(behind + 1)
                            : Code::none;
  if (compound == Code::unit || compound == Code::counted) {
    return false;  // "a 2000-year tradition", "a 2015-seat hall"
  }
  const bool apiece = code(behind) == Code::every && ends_clause(next(behind));
  if (apiece) return false;  // "1990 each"
  const bool some_of_all = code(behind) == Code::of && code(behind + 1) == Code::pronoun;
  if (some_of_all) return false;  // "1995 of them'
  const bool glued_number =
      is_glued(behind) && is_glued(behind + 1) && code(behind + 1) == Code::number;
  return !(glued_number && (code(behind) == Code::stop || code(behind) == Code::comma ||
                            code(behind) == Code::colon));
}

// "Agenda 2030", "No. 2015", "pages 1996 and 2011", "Law 4/2011": a label leads the figure or the
// list of figures that it stands in.
bool Grammar::follows_label(Pos p) const {
  Pos left = p;
  for (int steps = 0; steps < 5 && left > sentence_.begin; ++steps) {
    const Code sign = code(left - 1);
    if (sign == Code::label) return true;
    const bool letters = sign == Code::none && doc_.shape(left - 1) == text::Shape::upper &&
                         doc_.word(left - 1).size() <= 3;  // "flight AF 1980"
    if (letters) return before(left - 1) == Code::label;
    const bool lists = sign == Code::conjunction || sign == Code::comma || sign == Code::hyphen ||
                       sign == Code::to || sign == Code::slash;
    if (sign == Code::stop || sign == Code::colon) {
      --left;
    } else if (lists && before(left - 1) == Code::number) {
      left -= 2;
    } else {
      return false;
    }
  }
  return false;
}

// "1373" and "(2001)" of "resolutions 1373 (2001)"; "COM(2003)".
bool Grammar::is_numbered_act(Pos p) const {
  const Pos behind = next(p);
  if (code(behind) == Code::open && code(behind + 1) == Code::number &&
      item(behind + 1).digits == 4 && code(behind + 2) == Code::close) {
    return before(p) != Code::month;
  }
  if (before(p) != Code::open || code(behind) != Code::close || p < sentence_.begin + 2) {
    return false;
  }
  if (code(p - 2) == Code::number) return before(p - 2) != Code::month;
  return is_glued(p - 1) && doc_.shape(p - 2) == text::Shape::upper;
}

// "US" of "2015 US dollars", "CFA" of "1999 CFA francs".
bool Grammar::is_money_abroad(Pos p) const {
  for (int words = 0; words < 3 && is_capital_word(p) && code(p) == Code::none; ++words)
    p = next(p);
  return code(p) == Code::counted && item(p).value == 1;
}

// "Peace Mission-2016", "CCPR/C/2009", "$2015", "3.2015".
bool Grammar::is_glued_to_name(Pos p) const {
  if (before(p) == Code::currency) return true;
  if (before(p) == Code::stop && before(p - 1) == Code::currency) return true;  // "Rs. 1990"
  const Pos suffix = next(p) + 1;                                               // "2015-X"
  const bool letter = code(next(p)) == Code::hyphen && is_glued(next(p)) && is_glued(suffix) &&
                      is_capital_word(suffix) && doc_.word(suffix).size() <= 2;
  if (letter) return true;
  if (!is_glued(p) || p < sentence_.begin + 2 || !is_glued(p - 1)) return false;
  const Code sign = code(p - 1);
  const Code further = code(p - 2);
  if (sign == Code::hyphen) {
    if (further == Code::number) return item(p - 2).digits != 4;
    return further != Code::month && further != Code::season && further != Code::part &&
           further != Code::weekday && doc_.is_capital(p - 2);
  }
  if (sign == Code::slash && further != Code::number && doc_.is_capital(p - 2) &&
      further != Code::month) {
    return true;
  }
  const bool punctuated =
      sign == Code::stop || sign == Code::comma || sign == Code::colon || sign == Code::slash;
  return punctuated && further == Code::number;
}

// "Kazakhstan 2025", "Cities 2050": a name that leads a round figure without a comma, save names of
// events ("Olympics 2020"), abbreviations ("COP 2015") and authors in brackets ("(Gass 2010)").
bool Grammar::is_figure_of_name(Pos p) const {
  if (p == sentence_.begin || !is_capital_word(p - 1)) return false;
  Pos name = p - 1;  // "the film Blade Runner 2049"
  for (int words = 0; words < 3 && name > sentence_.begin && is_capital_word(name - 1); ++words) {
    if (code(name - 1) != Code::none) break;
    --name;
  }
  const bool plain = code(p - 1) == Code::none || is_body(p - 1);
  const bool called = before(name) == Code::label &&
                      (plain || code(p - 1) == Code::event);  // "known as Forum 2000"
  if (item(p).value % 5 != 0 && item(p).value < 2040 && !called) return false;
  if (!plain && !called && code(p - 1) != Code::counted) return false;
  if (doc_.shape(p - 1) != text::Shape::capitalised || doc_.lower(p - 1).ends_with("ed")) {
    return false;
  }
  if (code(next(p)) == Code::close) return false;
  for (Pos left = p - 1; !called && left > sentence_.begin && p - left < 9; --left) {
    if (code(left) == Code::open || code(left) == Code::event) return false;
  }
  return true;
}

bool Grammar::is_part_of_name(Pos p) const {
  const Pos behind = next(p);
  const Code previous = before(p);  // "1701 Resolution", but "the 1925 Protocol"
  const bool adjective = item(p).value >= kSurelyFrom && is_determiner(previous) &&
                         item(behind).value != 1;  // "the 2030 Agenda"
  if (code(behind) == Code::label && is_capital_word(behind) && !adjective) return true;
  if (inside(behind) && doc_.shape(behind) == text::Shape::mixed && doc_.is_capital(behind) &&
      code(behind) == Code::none) {
    return true;  // "2012 DA14"
  }
  const bool address = !is_determiner(previous) && !introduces_figure(previous);
  if (previous == Code::namesake && is_street(p - 1)) return true;  // "Main Street 1955"
  if (follows_street(p) || names_body(p, behind, 0)) return true;
  return follows_label(p) || is_numbered_act(p) || is_glued_to_name(p) ||
         (address && names_place(behind, 3));
}

bool Grammar::introduces_year(Code c) const {
  switch (c) {
    case Code::in:
    case Code::since:
    case Code::until:
    case Code::from:
    case Code::between:
    case Code::to:
    case Code::of:
    case Code::part:
    case Code::open:
    case Code::hyphen:
    case Code::conjunction:
    case Code::month:
    case Code::unit:
    case Code::comma:
    case Code::approximate:
    case Code::earlier:
    case Code::later:
    case Code::season:
    case Code::slash:
      return true;
    default:
      return false;
  }
}

// "the", "a", "its", "Kant's": a year behind it is an adjective.
bool Grammar::is_determiner(Code c) const {
  return c == Code::the || c == Code::article || c == Code::possessive || c == Code::genitive;
}

// "the 1648 Peace of Westphalia", "a 1789 edict"; not "the 1200 delegates", "a 1500 metre race".
bool Grammar::is_distant_adjective(Pos p, Code previous) const {
  const Pos noun = next(p);
  if (!is_determiner(previous) || item(p).value % 100 == 0 || code(noun) != Code::none)
    return false;
  return !doc_.is_punctuation(noun) && !counts_later(noun);
}

// "Born 1712, died 1778".
bool Grammar::is_year_of_deed(Pos p, Code previous) const {
  const bool deed = previous == Code::past || (previous == Code::none && item(p - 1).past_form) ||
                    (previous == Code::none && doc_.lower(p - 1) == "born");
  return deed && item(p).value % 100 != 0 && ends_clause(next(p));
}

// Words that only a year, or what it counts, can follow.
bool Grammar::introduces_figure(Code c) const {
  return c == Code::in || c == Code::since || c == Code::until || c == Code::between ||
         c == Code::part || c == Code::within || c == Code::earlier || c == Code::later ||
         c == Code::month || c == Code::season || c == Code::open;
}

// The word before a figure, over the stop of "ca. 1650".
Code Grammar::leader_of(Pos p) const {
  const Code previous = before(p);
  const bool stopped = previous == Code::stop && is_glued(p - 1) && p >= sentence_.begin + 2;
  return stopped && code(p - 2) == Code::approximate ? Code::approximate : previous;
}

// "Delegates: 2014" at the end of a line tells how many; "Founded: 2014" and "Year: 2014" do not.
bool Grammar::tells_how_many(Pos p) const {
  if (before(p) != Code::colon || p < sentence_.begin + 2 || !ends_clause(next(p))) return false;
  const Pos word = p - 2;
  if (code(word) == Code::unit || code(word) == Code::event) return false;
  if (code(word) == Code::number) return !is_glued(p);  // "as of 31 December 2010: 1812"
  const std::string_view lower = doc_.lower(word);
  return !lower.ends_with("ed") && lower != "date" && lower != "born" && lower != "built" &&
         lower != "formation" && lower != "since";
}

// "fielded 1960 short-term monitors": a plural within the next words.
bool Grammar::counts_later(Pos p) const {
  for (int words = 0; words < 4; ++words, p = next(p)) {
    if (is_counted(p)) return true;
    if (code(p) != Code::hyphen && (code(p) != Code::none || !is_lower_word(p))) return false;
  }
  return false;
}

// "1860 Munich, as the team is called", "2001: A Space Odyssey was shown" open a sentence.
bool Grammar::heads_name(Pos p) const {
  const Pos first = next(p);
  if (is_headline_ || p != sentence_.begin) return false;
  if (is_capital_word(first) && code(first) == Code::none) return code(first + 1) == Code::comma;
  const Pos article = next(first);
  return code(first) == Code::colon && is_capital_word(article) &&
         (code(article) == Code::article || code(article) == Code::the) &&
         is_capital_word(article + 1) && is_capital_word(article + 2);
}

// "the 2010 to Faro", "the 1999 from Oslo": a train, a flight.
bool Grammar::is_departure(Pos p) const {
  const Code way = code(next(p));
  const Pos town = next(next(p));
  return before(p) == Code::the && (way == Code::to || way == Code::from || way == Code::aim) &&
         is_capital_word(town) && code(town) == Code::none;
}

bool Grammar::is_count_of_year_size(Pos p, Code previous) const {
  const Pos behind = next(p);
  if (is_departure(p) || heads_name(p)) return true;
  if (previous == Code::at && code(behind) == Code::the) return true;  // "at 1995 the loaf"
  const bool word_follows = is_lower_word(behind) && code(behind) == Code::none;
  switch (previous) {
    case Code::number:
    case Code::vague_count:
    case Code::on:
      return true;
    case Code::approximate:
      return word_follows;
    case Code::genitive:
      if (is_verb(behind)) return true;  // "Orwell's 1984 sold out"
      [[fallthrough]];
    case Code::at:  // "a hut at 1980", "Orwell's 1984"; not "China's 2015 summit"
      return (code(behind) != Code::none && (ends_clause(behind) || code(behind) == Code::month)) ||
             (inside(behind) && doc_.lower(behind) == "with");
    case Code::of:  // "1906 of 2000"; "a town of 2000 could", where other things are counted
      return before(p - 1) == Code::number || (counts_ && word_follows);
    case Code::in:  // "one in 1900 claimants"
      return is_counted(behind) &&
             (before(p - 1) == Code::number || before(p - 1) == Code::cardinal);
    case Code::past:
      return item(p - 1).value == 2 || counts_later(behind);  // "paid 1850 for the mule"
    case Code::none:
    case Code::counted:
    case Code::event:
    case Code::namesake:
      return (item(p - 1).past_form && counts_later(behind)) || is_figure_of_name(p);
    default:
      return tells_how_many(p);
  }
}

// "carried by 1998 to 1204": a score falls.
bool Grammar::is_score(Pos p) const {
  const Pos sign = next(p);
  const auto is_figure = [&](Pos at) { return code(at) == Code::number && item(at).digits == 4; };
  const Code previous = before(p);
  if (is_range_sign(sign) && is_figure(next(sign)) && item(next(sign)).value < item(p).value) {
    return !is_counted(next(next(sign))) && !introduces_figure(previous);
  }
  return (previous == Code::to || previous == Code::hyphen) && p >= sentence_.begin + 2 &&
         is_figure(p - 2) && item(p - 2).value > item(p).value;
}

// "Between 1500 and 1800 pilgrims", "from 1100 to 1300 singers".
bool Grammar::is_count_range(Pos p) const {
  const Pos sign = next(p);
  const bool joins = is_range_sign(sign) || code(sign) == Code::conjunction;
  const Pos second = next(sign);
  return joins && code(second) == Code::number && item(second).digits == 4 &&
         is_counted(next(second)) && (item(p).value < kSurelyFrom || item(next(second)).value == 1);
}

bool Grammar::is_year(Pos p) const {
  if (!is_year_figure(p) || is_part_of_name(p)) return false;
  const int value = item(p).value;
  const Code previous = leader_of(p);
  const Pos behind = next(p);
  if (code(behind) == Code::zone || is_count_of_year_size(p, previous) || is_count_range(p) ||
      is_score(p)) {
    return false;
  }
  if (previous == Code::hyphen && is_glued(p) && code(p - 2) == Code::number) return false;
  const bool counts = is_counted(behind);
  if (value < kFirstYear) return introduces_figure(previous) || is_early_leader(p, previous);
  if (value < kSurelyFrom || value > kSurelyTo) return is_distant_year(p, previous, counts);
  if (counts_ && (!introduces_year(previous) || previous == Code::to)) return false;
  if (code(behind) == Code::article && !introduces_year(previous)) return false;  // "1999 a night"
  if (counts) {
    const bool pair = previous == Code::conjunction && before(p - 1) == Code::number &&
                      item(p - 2).value >= kSurelyFrom;
    return introduces_figure(previous) || pair || previous == Code::the ||
           previous == Code::count_ || previous == Code::genitive;
  }
  return true;
}

// Three figures behind "c.", "about", or at one end of a range.
bool Grammar::is_early_leader(Pos p, Code previous) const {
  return (previous == Code::approximate || previous == Code::to || previous == Code::hyphen ||
          previous == Code::from || previous == Code::conjunction || previous == Code::comma) &&
         !is_counted(next(p)) && ends_clause(next(p));
}

// A year before 1800 or after 2060: only with a preposition, and where nothing is counted.
bool Grammar::is_distant_year(Pos p, Code previous, bool counts) const {
  const int value = item(p).value;
  const Pos behind = next(p);
  const bool word_follows = is_lower_word(behind) && code(behind) == Code::none;
  const bool figure_follows =
      is_range_sign(behind) && code(behind + 1) == Code::number && item(behind + 1).digits == 4;
  if (figure_follows) {
    const int last = item(behind + 1).value;
    return last > value && last <= kSurelyTo && !is_counted(behind + 2);
  }
  const bool pair =
      previous == Code::conjunction && before(p - 1) == Code::number && item(p - 2).digits == 4;
  const bool loose = previous == Code::comma || (previous == Code::conjunction && !pair) ||
                     previous == Code::slash || previous == Code::month;
  if (previous == Code::count_ || (previous == Code::comma && !is_glued(p))) {
    return value >= 1400 && value <= kSurelyTo &&
           (previous == Code::comma ? ends_clause(behind)
                                    : code(behind) == Code::comma || code(behind) == Code::colon);
  }
  if (value <= kSurelyTo && (is_distant_adjective(p, previous) || is_year_of_deed(p, previous))) {
    return true;
  }
  const bool measures = previous == Code::of && word_follows;  // "a survey of 1709 pupils"
  return introduces_year(previous) && !counts && !measures && !(loose && !ends_clause(behind));
}

}  // namespace rapporteur::time
