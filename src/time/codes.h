// What a token can mean for a date: the small alphabet that the grammar is written over.
#pragma once

#include <cstdint>

namespace rapporteur::time {

enum class Code : std::uint8_t {
  none,      // any other word
  number,    // value; digits: how many
  ordinal,   // "17th", "seventeenth": value
  cardinal,  // "two", "a dozen": value
  article,   // a, an
  the,
  month,         // value 1..12
  month_abroad,  // of another language, in dates that have a day and a year
  weekday,       // value 1 (Monday)..7
  unit,          // value: Unit
  day_part,      // morning, evening...
  day_word,      // today, yesterday...: value days from the anchor
  season,        // value 1 (spring)..4 (winter)
  quarter,       // "Q1": value 1..4
  decade,        // "1990s", "nineties": value 1990
  half,
  half_year,  // "H1": value 1..2
  direction,  // this 0, last -1, next +1: value
  rolling,    // past -1, coming +1: "the past three years"
  same,       // same 0, following +1, previous -1: value; hangs on another date
  that,
  ago,      // three days ago
  later,    // three days later
  earlier,  // three days earlier
  hence,    // "from now"
  part,     // early, mid, late, end, beginning
  approximate,
  until,
  since,
  onwards,
  now,  // "the present", in ranges only
  from,
  between,
  to,
  conjunction,  // and, or
  in,
  on,
  at,
  of,
  within,
  every,
  holiday,  // value: row in Vocabulary::holidays
  era,      // value: row in Vocabulary::eras ("World War II")
  epoch,    // AD, CE; BC -1
  vague_year,
  period_end,   // "the year is out", "year-end": value: Unit
  vague_count,  // few, several
  clock,        // "am", "o'clock", "GMT"
  clock_time,   // "10am"
  zone,
  label,     // "Agenda", "resolution": a number beside it is a name
  namesake,  // "Street", "Bridge": a date before it is its name
  event,     // "Olympics", "summit": a year behind it is a year
  habit,     // "annually": the date beside it comes every year
  possessive,
  pronoun,
  full_date,    // "03MAY2011": value yyyymmdd; "15Sep": 0000mmdd
  week_number,  // "W33": value
  counted,      // "delegates": a number before it counts
  currency,
  hyphen,
  slash,
  stop,
  comma,
  colon,
  open,   // ( [
  close,  // ) ]
  hash,   // # №
  genitive,
  future,  // verbs and phrases that put a clause into the future
  past,
  present,
  be,
  aim,      // "for": a weekday directly behind it lies ahead
  forward,  // "ahead of": the next date lies ahead
  back,     // "following": the next date lies behind
  count_
};

enum class Unit : std::uint8_t {
  day,
  week,
  weekend,
  fortnight,
  month,
  quarter,
  half,
  season,
  year,
  decade,
  century,
  hour,
};

struct Item {
  Code code = Code::none;
  std::uint8_t digits = 0;  // of a number
  std::uint8_t length = 1;  // tokens of the phrase that starts here
  bool weak = false;        // also an ordinary word or a name ("May", "Sun", "second")
  bool plural = false;
  bool past_form = false;  // "-ed"
  bool common = false;     // a month whose small letters are another word: "may", "march"
  std::int32_t value = 0;
};

}  // namespace rapporteur::time
