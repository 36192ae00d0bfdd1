// The grammar of dates: a hand-written parser over Items with bounded look-ahead and
// no unbounded recursion, so that any text costs O(tokens).
//
// A rule takes the token at which it starts and returns the token behind what it read, or 0 (kFail)
// if it does not apply. Rules never look beyond the sentence.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "codes.h"
#include "phrase.h"
#include "rapporteur/text/document.h"

namespace rapporteur::time {

using Pos = std::uint32_t;
inline constexpr Pos kFail = 0;

class Grammar {
 public:
  Grammar(const text::Document& doc, std::span<const Item> items) : doc_(doc), items_(items) {}

  // Rules stay inside `sentence` from now on.
  void enter(text::TokenRange sentence) { sentence_ = sentence; }

  // Reads an expression that starts at `at` and appends it to `out`; several where a list does not
  // hang together ("on 5 and 9 April").
  Pos expression(Pos at, std::vector<Phrase>& out);

 private:
  static constexpr std::size_t kMostDays = 10;
  static constexpr Item kNothing{};
  struct DayList {
    struct Entry {
      Pos begin = 0;
      Pos end = 0;
      std::int8_t day = 0;
      std::int8_t weekday = 0;
      bool joined_by_range = false;  // to the one before it
      bool joined_by_comma = false;
    };
    std::array<Entry, kMostDays> entries;
    std::size_t count = 0;
    bool in_words = false;  // "the first"
    bool between = false;   // "between 12 and 15 May"
    bool all_ordinal = true;
    [[nodiscard]] bool hangs_together() const;
  };

  // Looking.
  [[nodiscard]] bool inside(Pos p) const { return p >= sentence_.begin && p < sentence_.end; }
  [[nodiscard]] Code code(Pos p) const { return inside(p) ? items_[p].code : Code::count_; }
  [[nodiscard]] Code before(Pos p) const {
    return p > sentence_.begin ? code(p - 1) : Code::count_;
  }
  [[nodiscard]] const Item& item(Pos p) const { return inside(p) ? items_[p] : kNothing; }
  [[nodiscard]] Pos next(Pos p) const { return p + item(p).length; }
  [[nodiscard]] bool is_glued(Pos p) const { return inside(p) && !doc_.space_before(p); }
  [[nodiscard]] bool is_lower_word(Pos p) const;
  [[nodiscard]] bool is_capital_word(Pos p) const;
  [[nodiscard]] bool ends_clause(Pos p) const;
  [[nodiscard]] Pos skip(Pos p, Code c) const { return code(p) == c ? next(p) : p; }
  [[nodiscard]] bool is_range_sign(Pos p) const;

  // Days and months (grammar_calendar.cpp).
  Pos calendar(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos day_first(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos month_first(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos weekdays_first(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos weekday_first(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos days_of_this_month(Pos p, const DayList& list, Phrase& phrase) const;
  Pos day_list(Pos p, DayList& list) const;
  Pos day_entry(Pos p, DayList::Entry& entry, DayList& list) const;
  Pos days_behind_month(Pos p, DayList& list) const;
  Pos month_behind_days(Pos p, const DayList& list, Point& point) const;
  Pos year_behind(Pos p, Point& point) const;
  Pos relative_year(Pos p, Point& point) const;
  Pos weekday_behind(Pos p, Point& point) const;
  void put_days(const DayList& list, const Point& shared, Phrase& phrase,
                std::vector<Phrase>& out) const;
  [[nodiscard]] bool is_month(Pos p) const;
  [[nodiscard]] bool is_month_alone(Pos p) const;

  // Figures (grammar_figures.cpp).
  Pos numeric_date(Pos p, Phrase& phrase, bool in_range = false) const;
  Pos figure_range(Pos p, Phrase& phrase) const;
  Pos figures(Pos p, Pos separator, Pos third, Phrase& phrase) const;
  Pos month_between_figures(Pos p, Phrase& phrase) const;
  Pos plain_year(Pos p, Phrase& phrase) const;
  Pos year_range(Pos p, Phrase& phrase) const;
  Pos year_of_era(Pos p, Phrase& phrase) const;
  Pos time_of_day(Pos p, Phrase& phrase) const;
  [[nodiscard]] bool is_year(Pos p) const;
  [[nodiscard]] bool is_year_figure(Pos p) const;
  [[nodiscard]] bool is_part_of_name(Pos p) const;
  [[nodiscard]] bool introduces_year(Code c) const;
  [[nodiscard]] int roman_month(Pos p) const;

  // Relative expressions (grammar_relative.cpp).
  Pos behind_the(Pos p, Phrase& phrase);
  Pos deictic(Pos p, Phrase& phrase) const;
  Pos deictic_target(Pos p, int direction, Phrase& phrase) const;
  Pos rolling(Pos p, int direction, Phrase& phrase) const;
  Pos counted_units(Pos p, Phrase& phrase) const;
  Pos count_and_unit(Pos p, int& count, Unit& unit, bool& hyphenated) const;
  Pos in_units(Pos p, Phrase& phrase) const;
  Pos period_end(Pos p, Phrase& phrase) const;
  Pos other_date(Pos p, Phrase& phrase) const;
  Pos day_word(Pos p, Phrase& phrase) const;
  Pos season(Pos p, Phrase& phrase) const;
  Pos part_of_year(Pos p, Phrase& phrase) const;
  Pos ordinal_part(Pos p, Phrase& phrase) const;
  Pos century(Pos p, Phrase& phrase) const;
  Pos decade(Pos p, Phrase& phrase) const;
  Pos stretch(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos within_period(Pos p, Phrase& phrase) const;
  Pos feast(Pos p, Phrase& phrase) const;
  Pos recurring(Pos p, Phrase& phrase) const;
  Pos year_or_relative(Pos p, Point& point) const;

  // Putting together (grammar.cpp).
  Pos core(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos figure(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos simple(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos joined(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos onwards(Pos p, Phrase& phrase) const;
  [[nodiscard]] bool is_moved(Pos date) const;
  [[nodiscard]] bool may_join(const Phrase& first, const Phrase& last, Code sign) const;

  const text::Document& doc_;
  std::span<const Item> items_;
  text::TokenRange sentence_;
};

}  // namespace rapporteur::time
