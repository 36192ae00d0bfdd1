// From what the words say to EDTF values, in the order of the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar.h"
#include "phrase.h"
#include "rapporteur/text/document.h"
#include "vocabulary.h"

namespace rapporteur::time {

// Notes of an expression.
inline constexpr std::string_view kNoSuchDay = "no such day";
inline constexpr std::string_view kWeekdayContradicts = "weekday contradicts the date";
inline constexpr std::string_view kNoAnchor = "no date to count from";
inline constexpr std::string_view kEndsBeforeItBegins = "ends before it begins";
inline constexpr std::string_view kOrderUnknown = "day and month could be exchanged";
inline constexpr std::string_view kNoCountry = "the country decides the day";
inline constexpr std::string_view kBeforeOurEra = "before our era";

class Resolver {
 public:
  Resolver(const text::Document& doc, const Vocabulary& vocabulary, const Anchor& anchor);

  // Cost: O(phrases).
  void resolve(const std::vector<Phrase>& phrases, std::vector<Expression>& out);

 private:
  // A value: from the first day of one period to the last of another.
  struct Value {
    DayNumber first = 0;
    DayNumber last = 0;
    Precision precision = Precision::day;
    std::optional<Precision> last_precision = {};  // "from 9 May to June"
  };
  static std::string text_of(const Value& value);
  struct Outcome {
    std::optional<Value> value;
    bool resolved = false;  // something came from outside the words
    bool ambiguous = false;
    std::string_view note;
  };
  // A date of the text that others hang on.
  struct Reference {
    Value value;
    std::uint32_t sentence = 0;
    bool has_year = false;  // in its words
    std::uint32_t end = 0;  // token behind it
  };

  void survey(const std::vector<Phrase>& phrases);
  Expression expression(const Phrase& phrase);
  Outcome outcome(const Phrase& phrase, std::uint32_t sentence, Expression& e);
  [[nodiscard]] bool names_reference(const Phrase& phrase) const;
  Outcome range(const Phrase& phrase, std::uint32_t sentence, Expression& e);
  Outcome point(const Point& point, Tense tense, std::uint32_t sentence);
  Outcome calendar(const Point& point, Tense tense, std::uint32_t sentence);
  Outcome day_in(int year, const Point& point) const;
  Outcome year_of_partial(const Point& point, Tense tense, std::uint32_t sentence);
  [[nodiscard]] Outcome nearest_year(const Point& p, DayNumber base, Tense tense) const;
  Outcome nearest_day_number(const Point& point, Tense tense) const;
  Outcome weekday(const Point& point, Tense tense) const;
  Outcome shift(const Point& point) const;
  Outcome shifted_day(const Point& point, DayNumber base) const;
  Outcome rolling(const Point& point) const;
  Outcome nearest(const Point& point, Tense tense) const;
  Outcome weekend(const Point& point, DayNumber base, Tense tense) const;
  Outcome feast(const Point& point, Tense tense);
  Outcome slice(const Point& point, Tense tense, std::uint32_t sentence);
  Outcome nth_of_month(const Point& point, Tense tense, std::uint32_t sentence);
  [[nodiscard]] Outcome following(const Point& point) const;
  Outcome beside(const Point& point, Tense tense, std::uint32_t sentence);
  static Value part_of_age(const Point& point);
  static std::string whole_age(const Point& point);
  static Outcome iso_week(const Point& point);
  Outcome swapped(const Point& point);
  [[nodiscard]] Value part_of_year(int year, int part) const;
  [[nodiscard]] std::optional<Value> base_of(Base base, Unit unit) const;
  [[nodiscard]] static Value years(int first, int last);
  [[nodiscard]] static Value shifted_week(const Point& p, DayNumber from);
  [[nodiscard]] static Value shifted_century(const Point& p, int year);
  [[nodiscard]] std::optional<Value> shifted_period(const Point& p, DayNumber from) const;
  [[nodiscard]] std::optional<int> base_year(const Point& point) const;
  [[nodiscard]] bool is_days_ago(const Point& p) const;
  [[nodiscard]] std::optional<int> coming_year(std::uint32_t sentence) const;
  [[nodiscard]] bool tells_history(std::uint32_t sentence) const;
  void remember(const Phrase& phrase, const Outcome& outcome, std::uint32_t sentence);

  const text::Document& doc_;
  const Vocabulary& vocabulary_;
  std::string country_;
  std::optional<Days> anchor_;  // a day, a month or a year
  std::optional<Reference> reference_;
  std::optional<Reference> first_full_;  // for texts without anchor: the first full date
  bool historical_ = false;
  bool nowadays_ = false;       // it tells of nothing else: "today" means our time
  int month_leads_ = 0;         // votes of unambiguous figures: > 0 month first, < 0 day first
  Tense now_ = Tense::unknown;  // of the phrase at hand
  bool strict_ = false;         // "since October", "was held in May": never ahead of the report
  bool soft_ = false;           // its tense does not outweigh nearness
  bool planned_ = false;        // unless the day would be long past
};

}  // namespace rapporteur::time
