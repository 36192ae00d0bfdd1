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
inline constexpr int kFirstYear = 1000;  // of the years that four figures may be
inline constexpr int kLastYear = 2100;

// REQUIRES: an item of Code::unit or Code::period_end.
inline Unit unit_of(const Item& item) { return static_cast<Unit>(item.value); }

class Grammar {
 public:
  Grammar(const text::Document& doc, std::span<const Item> items) : doc_(doc), items_(items) {}

  // Rules stay inside `sentence` from now on.
  void enter(const text::Sentence& sentence) {
    sentence_ = sentence.tokens;
    is_headline_ = sentence.role == text::LineRole::headline;
    counts_ = false;
  }
  // The text speaks of years before 1000, so that three figures may be one.
  void set_ancient(bool ancient) { ancient_ = ancient; }

  // False if no expression begins with such a word.
  static bool starts(const Item& item);

  // Reads an expression that starts at `at` and appends it to `out`; several where a list does not
  // hang together ("on 5 and 9 April").
  Pos expression(Pos at, std::vector<Phrase>& out);

 private:
  static constexpr std::size_t kMostDays = 10;
  static constexpr int kMostMonths = 12;
  static constexpr Item kNothing{};
  struct DayList {
    struct Entry {
      Pos begin = 0;
      Pos end = 0;
      std::int8_t day = 0;
      std::int8_t weekday = 0;
      bool ordinal = false;
      bool in_words = false;
      bool joined_by_range = false;  // to the one before it
      bool joined_by_comma = false;
    };
    std::array<Entry, kMostDays> entries;
    std::size_t count = 0;
    bool in_words = false;  // "the first"
    bool between = false;   // "between 12 and 15 May"
    bool all_ordinal = true;
    [[nodiscard]] bool hangs_together() const;
    [[nodiscard]] std::size_t end_of_run(std::size_t first) const;
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

  // Days (grammar_calendar.cpp).
  Pos calendar(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos day_first(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos days_of_this_month(Pos p, const DayList& list, Phrase& phrase) const;
  Pos day_list(Pos p, DayList& list) const;
  [[nodiscard]] bool is_chain_without_month(Pos p);
  Pos day_entry(Pos p, DayList::Entry& entry) const;
  Pos days_behind_month(Pos p, DayList& list) const;
  Pos month_behind_days(Pos p, const DayList& list, Point& point) const;
  Pos skip_weekdays(Pos p, Point& point) const;
  Pos set_month(Pos p, Point& point) const;
  Pos weekday_behind(Pos p, Point& point) const;
  Pos glued_date(Pos p, Phrase& phrase) const;
  Pos day_to_glued_date(Pos p, Phrase& phrase) const;
  Pos date_in_other_language(Pos p, Phrase& phrase) const;
  void put_days(const DayList& list, const Point& shared, Phrase& phrase,
                std::vector<Phrase>& out) const;

  // Months and the years behind them (grammar_months.cpp).
  Pos month_first(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos months(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos year_behind(Pos p, Point& point) const;
  Pos early_year_behind(Pos p, Point& point) const;
  Pos relative_year(Pos p, Point& point) const;
  [[nodiscard]] bool is_month(Pos p) const;
  [[nodiscard]] bool is_small_month(Pos p) const;
  [[nodiscard]] bool is_month_alone(Pos p) const;
  [[nodiscard]] bool is_month_of_name(Pos p) const;
  [[nodiscard]] bool is_planned_for(Pos p) const;
  [[nodiscard]] bool leads_months(Pos p);

  // Figures (grammar_figures.cpp).
  Pos numeric_date(Pos p, Phrase& phrase, bool in_range = false) const;
  Pos spaced_date(Pos p, Phrase& phrase) const;
  [[nodiscard]] Pos skip_suffix(Pos p) const;
  Pos figure_range(Pos p, Phrase& phrase) const;
  Pos iso_days(Pos p, Phrase& phrase) const;
  Pos iso_interval(Pos p, Phrase& phrase) const;
  Pos month_and_year(Pos p, Phrase& phrase) const;
  Pos day_and_month(Pos p, Phrase& phrase) const;
  Pos figures(Pos p, Pos separator, Pos third, Phrase& phrase, bool in_interval = false) const;
  Pos month_between_figures(Pos p, Phrase& phrase) const;
  Pos time_of_day(Pos p, Phrase& phrase) const;
  [[nodiscard]] int roman_month(Pos p) const;

  // Years (grammar_years.cpp); which figures are one (grammar_year_figures.cpp).
  [[nodiscard]] Pos year_in_words(Pos p, int& year) const;
  Pos plain_year_in_words(Pos p, Phrase& phrase) const;
  Pos numbered_week(Pos p, Phrase& phrase) const;
  Pos plain_year(Pos p, Phrase& phrase) const;
  Pos year_range(Pos p, Phrase& phrase) const;
  Pos next_year_behind(Pos p, int year) const;
  Pos year_of_era(Pos p, Phrase& phrase) const;
  Pos circa_year(Pos p, Phrase& phrase) const;
  Pos quoted_year(Pos p, Phrase& phrase) const;
  Pos year_first(Pos p, Phrase& phrase) const;
  Pos iso_week(Pos p, Phrase& phrase) const;
  Pos year_and_part(Pos p, Phrase& phrase) const;
  Pos half_and_year(Pos p, Phrase& phrase) const;
  Pos short_year_behind(Pos p, Point& point) const;
  [[nodiscard]] bool is_determiner(Code c) const;
  [[nodiscard]] bool is_distant_adjective(Pos p, Code previous) const;
  [[nodiscard]] bool is_year_of_deed(Pos p, Code previous) const;
  [[nodiscard]] bool is_counted(Pos p) const;
  [[nodiscard]] bool counts_later(Pos p) const;
  [[nodiscard]] bool is_old(Pos p) const;
  [[nodiscard]] bool is_verb(Pos p) const;
  [[nodiscard]] bool is_quoted(Pos begin, Pos end) const;
  [[nodiscard]] bool is_year(Pos p) const;
  [[nodiscard]] bool is_year_figure(Pos p) const;
  [[nodiscard]] bool is_distant_year(Pos p, Code previous, bool counts) const;
  [[nodiscard]] bool is_early_leader(Pos p, Code previous) const;
  [[nodiscard]] bool is_count_of_year_size(Pos p, Code previous) const;
  [[nodiscard]] bool heads_name(Pos p) const;
  [[nodiscard]] bool is_departure(Pos p) const;
  [[nodiscard]] bool is_title_behind_label(Pos p) const;
  [[nodiscard]] bool is_count_range(Pos p) const;
  [[nodiscard]] bool is_score(Pos p) const;
  [[nodiscard]] bool is_part_of_name(Pos p) const;
  [[nodiscard]] bool is_numbered_act(Pos p) const;
  [[nodiscard]] bool is_glued_to_name(Pos p) const;
  [[nodiscard]] bool is_figure_of_name(Pos p) const;
  [[nodiscard]] bool follows_label(Pos p) const;
  [[nodiscard]] bool is_money_abroad(Pos p) const;

  // Places and bodies whose name a date is (grammar_names.cpp).
  [[nodiscard]] bool names_place(Pos p, int words) const;
  [[nodiscard]] bool names_body(Pos date, Pos p, int words) const;
  [[nodiscard]] bool is_body(Pos p) const;
  [[nodiscard]] bool is_street(Pos p) const;
  [[nodiscard]] bool follows_street(Pos p) const;
  [[nodiscard]] bool tells_how_many(Pos p) const;
  [[nodiscard]] bool introduces_year(Code c) const;
  [[nodiscard]] bool introduces_figure(Code c) const;
  [[nodiscard]] Code leader_of(Pos p) const;

  // Days of the week (grammar_weekdays.cpp).
  Pos weekdays_first(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos weekday_first(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos weekday_list(Pos p, Phrase& phrase) const;
  [[nodiscard]] bool is_date_behind(Pos p) const;
  [[nodiscard]] bool is_weekday_of_name(Pos p, Pos behind) const;

  // Counted from a date beside them (grammar_offsets.cpp).
  Pos day_to_count_from(Pos p, bool weekdays, Phrase& phrase, std::vector<Phrase>& out);
  Pos units_from_date(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos day_beside_date(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos weekday_beside_date(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos counted_weekdays(Pos p, Phrase& phrase) const;
  void set_weekday_in_weeks(Pos day, int count, Phrase& phrase) const;
  Pos weekday_in_weeks(Pos p, Phrase& phrase) const;

  // Counted in units (grammar_counted.cpp).
  Pos counted_units(Pos p, Phrase& phrase) const;
  Pos two_measures_ago(Pos p, Phrase& phrase) const;
  Pos from_day_word(Pos p, Unit unit, int count, Phrase& phrase) const;
  Pos ago_or_later(Pos p, Unit unit, int count, Phrase& phrase) const;
  Pos count_and_unit(Pos p, int& count, Unit& unit, bool& hyphenated) const;
  Pos two_units(Pos p, int& count, Unit& unit) const;
  Pos half_unit(Pos p, Phrase& phrase) const;
  Pos vague_units(Pos p, Phrase& phrase) const;
  [[nodiscard]] bool counts_since_first(Pos p, Unit unit) const;
  Pos in_units(Pos p, Phrase& phrase) const;

  // Relative expressions (grammar_relative.cpp).
  Pos behind_the(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos behind_the_direction(Pos p, Phrase& phrase) const;
  Pos behind_the_unit(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos deictic(Pos p, Phrase& phrase) const;
  Pos deictic_target(Pos p, int direction, Phrase& phrase) const;
  Pos rolling(Pos p, int direction, Phrase& phrase) const;
  Pos period_end(Pos p, Phrase& phrase) const;
  Pos other_date(Pos p, Phrase& phrase) const;
  Pos day_word(Pos p, Phrase& phrase) const;
  Pos week_of(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos feast(Pos p, Phrase& phrase) const;
  Pos recurring(Pos p, Phrase& phrase) const;

  // Parts of years, decades and centuries (grammar_periods.cpp).
  Pos season(Pos p, Phrase& phrase) const;
  Pos part_of_year(Pos p, Phrase& phrase) const;
  Pos ordinal_part(Pos p, Phrase& phrase) const;
  Pos two_quarters(Pos p, Phrase& phrase) const;
  Pos part_of_century(Pos p, int part, int parts, Phrase& phrase) const;
  Pos slice(Pos p, bool last, Phrase& phrase) const;
  Pos nth_of_month(Pos p, int n, Phrase& phrase) const;
  Pos edge_of_year(Pos p, int n, Phrase& phrase) const;
  Pos century(Pos p, Phrase& phrase) const;
  Pos century_range(Pos p, Phrase& phrase) const;
  Pos decade(Pos p, Phrase& phrase) const;
  Pos stretch(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos stretch_words(Pos p, int& part) const;
  Pos period_behind(Pos p, Pos q) const;
  Pos stretched(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos stretch_of_age(text::TokenRange words, Pos age, int part, Phrase& phrase) const;
  Pos within_period(Pos p, Phrase& phrase) const;
  Pos year_or_relative(Pos p, Point& point) const;

  // Putting together (grammar.cpp, grammar_ranges.cpp).
  Pos core(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos figure(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos simple(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  Pos joined(Pos p, Phrase& phrase, std::vector<Phrase>& out);
  [[nodiscard]] Code leader_of_range(const Phrase& first) const;
  Pos onwards(Pos p, Phrase& phrase) const;
  [[nodiscard]] bool is_in_title(Pos begin, Pos end) const;
  [[nodiscard]] bool shows_hours(Pos p) const;
  [[nodiscard]] bool is_moved(Pos date) const;
  [[nodiscard]] bool is_range_word(Pos p, const Phrase& first) const;
  [[nodiscard]] bool may_join(const Phrase& first, const Phrase& last, Code sign) const;

  const text::Document& doc_;
  std::span<const Item> items_;
  text::TokenRange sentence_;
  bool is_headline_ = false;  // where every word may have a capital letter
  bool ancient_ = false;
  Pos chain_begin_ = 0;  // a chain of figures that no month ends: no list of days starts in it
  Pos chain_end_ = 0;
  Pos months_begin_ = 0;  // likewise of names of months
  Pos months_end_ = 0;
  bool counts_ = false;  // the sentence has counted something in four figures
};

}  // namespace rapporteur::time
