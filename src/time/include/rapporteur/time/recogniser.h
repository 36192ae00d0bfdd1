// Finds expressions of time ("last Tuesday", "21-22 May", "the 18th to the 19th of this month")
// and resolves them to calendar days, months, years or intervals of these.
//
//   text:    "...to be held in Beijing on May 21-22, a spokesperson announced Wednesday."
//   anchor:  2018-05-16              |-------|                             |-------|
//   edtf:                            2018-05-21/2018-05-22                 2018-05-16
//
// Values: EDTF (ISO 8601-2:2019, level 1). Phrases: data/lexicon/time/<language>.tsv. Every
// decision
// ("early 2019" is 2019, "last week" runs from Monday to Sunday) stands in docs/formats/time.md.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/arena.h"
#include "rapporteur/base/byte_span.h"
#include "rapporteur/base/pack.h"
#include "rapporteur/base/result.h"
#include "rapporteur/record/vocabulary.h"
#include "rapporteur/text/document.h"

namespace rapporteur::time {

// What relative and partly given dates are resolved against. Never the machine's clock.
struct Anchor {
  std::string date;     // EDTF day of the report, or only its month or year; empty: not known
  std::string country;  // ISO 3166-1 alpha-2 of the publisher, for "03/04/2020" and for seasons
};

// Where the clause of an expression puts it, as far as its verbs tell.
enum class Tense { unknown, past, future };

enum class Kind {
  day,
  interval,  // from one date to another, or a list of days: "5 and 6 April"
  weekend,
  week,
  month,
  season,
  quarter,  // of a year; also halves
  year,
  decade,
  century,
  holiday,      // a day named by its feast
  vague,        // "recently": the year of the report
  reference,    // hangs on another date of the text: "the following day"
  time_of_day,  // "at 12:15 pm": no value; found so that its figures are not taken for a date
  duration,     // "three-day", "for two years": no value
  recurring,    // "every Monday": no value
};
std::string_view to_string(Kind kind);  // "time-of-day", the others by their name
// Says when, not how long, how often or at what hour.
bool is_date(Kind kind);

enum class Bound { none, since, until };  // "since 2004"; "by 30 March"

struct End {
  ByteSpan span;
  std::string edtf;
  friend bool operator==(const End&, const End&) = default;
};

struct Expression {
  ByteSpan span;                                // with the words of the bound ("by 30 March")
  text::TokenRange tokens;                      // of span
  std::string edtf;                             // empty: cannot be resolved
  record::Basis basis = record::Basis::stated;  // stated: all of the value is in the words
  Kind kind = Kind::day;
  Bound bound = Bound::none;
  ByteSpan core;          // the bare date: without "by", "around", "early in", "end of"
  std::string core_edtf;  // its value, without bound and "~"; mostly equal to edtf
  std::vector<End> ends;  // two for an interval written as two dates ("March 31 to April 2")
  std::string pattern;    // "XXXX-05-21", where the words of a single day lack the year
  Tense tense = Tense::unknown;
  bool ambiguous = false;  // another reading is as likely: "03/04/2020", a weekday without a verb
  std::string note;        // "weekday contradicts the date", "no such day", ...; mostly empty
  friend bool operator==(const Expression&, const Expression&) = default;
};

// The expressions of a text as worded, before anything is known of the report's date. Immutable.
class Wordings {
 public:
  Wordings(Wordings&&) noexcept;
  Wordings& operator=(Wordings&&) noexcept;
  ~Wordings();

 private:
  friend class Recogniser;
  struct Impl;
  explicit Wordings(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Immutable, so shareable between threads.
class Recogniser {
 public:
  // Reads the sections "lexicon/time/*" of `pack`, which need not outlive *this.
  // Errors: not_found (no such section); bad_data (malformed row: where = section:line).
  static Result<Recogniser> load(const Pack& pack);

  Recogniser(Recogniser&&) noexcept;
  Recogniser& operator=(Recogniser&&) noexcept;
  ~Recogniser();

  // Cost: O(tokens). Working memory comes from scratch.arena.
  [[nodiscard]] Wordings scan(const text::Document& doc, Scratch& scratch) const;
  // Appends the expressions of `doc`, of which `wordings` are, to `out`: sorted by span, never
  // overlapping. Total: what cannot be resolved has no edtf; without an anchor nothing relative is
  // resolved. Cost: O(expressions).
  void resolve(const text::Document& doc, const Wordings& wordings, const Anchor& anchor,
               std::vector<Expression>& out) const;
  // Both.
  void find(const text::Document& doc, const Anchor& anchor, Scratch& scratch,
            std::vector<Expression>& out) const;

 private:
  struct Impl;
  explicit Recogniser(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapporteur::time
