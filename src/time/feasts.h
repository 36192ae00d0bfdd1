// Rules for the days of feasts: fixed, counted from Easter, or the n-th weekday of a month.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar.h"
#include "rapporteur/base/result.h"

namespace rapporteur::time {

struct FeastRule {
  enum class Kind { fixed, easter, orthodox, nth } kind = Kind::fixed;
  int month = 0;
  int day = 0;  // fixed; else the offset from Easter
  int weekday = 0;
  int n = 0;
  std::vector<std::string> countries;  // empty: everywhere else
};

// From a cell as docs/formats/time.md writes it: "12-25;RU,RS=01-07". Errors: bad_data.
Result<std::vector<FeastRule>> feast_rules(std::string_view text);

// The day in `year` as `country` keeps it; nothing if no rule says which.
std::optional<DayNumber> feast_day(const std::vector<FeastRule>& rules, int year,
                                   std::string_view country);

}  // namespace rapporteur::time
