// What the words of an expression say, before anything is resolved.
#pragma once

#include <cstdint>
#include <string_view>

#include "codes.h"
#include "rapporteur/text/document.h"
#include "rapporteur/time/recogniser.h"

namespace rapporteur::time {

// What a relative value is counted from.
enum class Base : std::uint8_t { none, anchor, reference };

enum class Form : std::uint8_t {
  calendar,    // year, month, day, weekday, part as far as said
  shift,       // `count` units from `base`; with weekday: that day of the week
  rolling,     // the `count` units before (< 0) or after the base
  nearest,     // a month, season or weekday by direction: "next Tuesday", "last June"
  decade,      // year: its first
  century,     // year: its first
  slice,       // the first (count > 0) or last `count` units of the calendar period
  nth,         // the count-th (-1: last) weekday, or day, of the month
  iso_week,    // year, number: which week; weekday
  feast,       // number: which
  era,         // number: which
  vague_year,  // "recently"
  vague_time   // "a few days ago": no value
};

// Part of a year: 1..4 seasons, 11..14 quarters, 21..22 halves.
inline constexpr int kQuarter = 10;
inline constexpr int kHalf = 20;

struct Point {
  Form form = Form::calendar;
  Unit unit = Unit::day;
  Base base = Base::none;
  Base year_base = Base::none;   // "June last year", "in March of the same year"
  Base month_base = Base::none;  // "the 18th of this month"
  std::int8_t month = 0;
  std::int8_t day = 0;
  std::int8_t weekday = 0;
  std::int8_t part = 0;
  std::int8_t stretch = 0;   // of a decade or century: 1 early, 2 middle, 3 late, 4 both
  std::int8_t fraction = 0;  // "the last quarter of the 19th century": 4 of 4
  std::int8_t fractions = 0;
  std::int16_t year = 0;
  std::int16_t year_shift = 0;
  std::int16_t month_shift = 0;
  std::int32_t count = 0;   // of units; the direction of `nearest`
  std::int32_t number = 0;  // feast, era
  std::int32_t offset = 0;  // "10 days before Christmas": units from the day said
  Unit offset_unit = Unit::day;
  std::int8_t offset_weekday = 0;  // "the Monday after Easter"
  std::int8_t order = 0;           // of figures: 1 month first, -1 day first, 0 not known
  bool whole_week = false;         // "the week of 5 May": the week it lies in
  bool nowadays = false;           // "today" may mean our time
  bool to_the_day = false;         // "a year ago today"
  bool and_half = false;           // "two and a half years ago"
  bool counted = false;            // "a decade ago": that year, not that decade
  bool ahead = false;              // "this coming Sunday": whatever the tense
  bool swappable = false;          // "03/04/2020": day and month could be exchanged
  bool impossible = false;         // figures of a date that names no day

  [[nodiscard]] bool has_day() const { return day != 0; }
  [[nodiscard]] bool is_bare_weekday() const {
    return form == Form::calendar && weekday != 0 && day == 0 && offset == 0;
  }
  [[nodiscard]] bool is_plain_year() const {
    return form == Form::calendar && year != 0 && month == 0 && weekday == 0 && part == 0;
  }
};

// What a bare unit of time is: "month" a Kind::month.
Kind kind_of(Unit unit);

struct Phrase {
  text::TokenRange tokens;  // with the words of the bound
  text::TokenRange core;
  Kind kind = Kind::day;
  Bound bound = Bound::none;
  Point first;
  Point last;  // of a range
  bool is_range = false;
  text::TokenRange first_words;  // of a range written as two dates; else empty
  text::TokenRange last_words;
  bool approximate = false;
  bool only_future = false;   // "in two weeks": a duration unless its clause lies in the future
  bool stands_alone = false;  // and so opens its sentence that no verb is needed
  Tense tense = Tense::unknown;
  bool tense_is_soft = false;  // "planned for 3 May": the plan may be past
  bool is_planned = false;     // "planned for May", with nothing that says that the plan is past
  bool is_over = false;        // "was held in May": never ahead of the report

  // `count` units from `base`: the kind is that of the unit.
  void set_shift(Base base, Unit unit, int count) {
    kind = kind_of(unit);
    first.form = Form::shift;
    first.base = base;
    first.unit = unit;
    first.count = count;
  }
};

}  // namespace rapporteur::time
