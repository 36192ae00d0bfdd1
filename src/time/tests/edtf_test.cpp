#include "rapporteur/time/edtf.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

#include "calendar.h"

namespace rapporteur::time {
namespace {

TEST(Calendar, goes_from_days_to_dates_and_back) {
  for (DayNumber day = to_days(1, 1, 1); day <= to_days(2400, 12, 31); day += 37) {
    const Date date = to_date(day);
    ASSERT_TRUE(is_valid(date.year, date.month, date.day));
    ASSERT_EQ(to_days(date.year, date.month, date.day), day);
  }
  EXPECT_EQ(to_days(1970, 1, 1), 0);
}

TEST(Calendar, knows_weekdays_and_leap_years) {
  EXPECT_EQ(weekday_of(to_days(2022, 8, 17)), 3);
  EXPECT_EQ(weekday_of(to_days(1945, 10, 24)), 3);
  EXPECT_TRUE(is_valid(2000, 2, 29));
  EXPECT_FALSE(is_valid(1900, 2, 29));
  EXPECT_FALSE(is_valid(2023, 4, 31));
  EXPECT_EQ(monday_of(to_days(2022, 8, 21)), to_days(2022, 8, 15));
}

TEST(Calendar, adds_months_without_leaving_them) {
  EXPECT_EQ(add_months(to_days(2022, 1, 31), 1), to_days(2022, 2, 28));
  EXPECT_EQ(add_months(to_days(2022, 3, 31), -13), to_days(2021, 2, 28));
  EXPECT_EQ(add_months(to_days(2022, 11, 5), 14), to_days(2024, 1, 5));
}

TEST(Calendar, computes_feasts) {
  EXPECT_EQ(easter(2023), to_days(2023, 4, 9));
  EXPECT_EQ(easter(2024), to_days(2024, 3, 31));
  EXPECT_EQ(orthodox_easter(2024), to_days(2024, 5, 5));
  EXPECT_EQ(orthodox_easter(2025), to_days(2025, 4, 20));
  EXPECT_EQ(nth_weekday(2021, 11, 4, 4), to_days(2021, 11, 25));
  EXPECT_EQ(nth_weekday(2022, 5, 1, -1), to_days(2022, 5, 30));
}

TEST(Edtf, covers_days_months_years_and_intervals) {
  EXPECT_EQ(days_of("2018-05-21"), (Days{to_days(2018, 5, 21), to_days(2018, 5, 21)}));
  EXPECT_EQ(days_of("2018-02"), (Days{to_days(2018, 2, 1), to_days(2018, 2, 28)}));
  EXPECT_EQ(days_of("2018~"), (Days{to_days(2018, 1, 1), to_days(2018, 12, 31)}));
  EXPECT_EQ(days_of("2018-05/2018-06-03"), (Days{to_days(2018, 5, 1), to_days(2018, 6, 3)}));
  EXPECT_EQ(days_of("../2017-03-30"), (Days{kOpenBegin, to_days(2017, 3, 30)}));
  EXPECT_EQ(days_of("2004/.."), (Days{to_days(2004, 1, 1), kOpenEnd}));
}

TEST(Edtf, keeps_open_ends_beyond_every_day_and_within_reach_of_sums) {
  constexpr std::int64_t kWhole = std::int64_t{kOpenEnd} - kOpenBegin;
  static_assert(kWhole + 1'000'000 < std::numeric_limits<DayNumber>::max());
  EXPECT_LT(to_days(9999, 12, 31), kOpenEnd);
  EXPECT_GT(to_days(1, 1, 1), kOpenBegin);
}

TEST(Edtf, refuses_what_is_no_date) {
  for (const char* text :
       {"", "..", "../..", "/", "18", "2018-13", "2018-02-30", "2018-5", "2018-05-1", "2018-05-21-",
        "2019/2018", "0000", "2018/05/21", "XXXX-05-21"}) {
    EXPECT_FALSE(days_of(text).has_value()) << text;
  }
}

TEST(Edtf, compares_spans) {
  EXPECT_TRUE(overlap("2018-05", "2018-05-21/2018-06-02"));
  EXPECT_FALSE(overlap("2018-05", "2018-06"));
  EXPECT_FALSE(overlap("", "2018"));
  EXPECT_TRUE(contains("2018", "2018-05-21"));
  EXPECT_FALSE(contains("2018-05-21", "2018"));
  EXPECT_TRUE(overlap("2004/..", "2022-08-17"));
  EXPECT_EQ(length("2018-05"), 31);
  EXPECT_EQ(length("2004/.."), INT64_MAX);
  EXPECT_EQ(length("soon"), 0);
}

TEST(Edtf, writes_the_shortest_form) {
  for (const char* text : {"2018", "2018-05", "2018-05-21", "2018/2019", "2018-05/2018-06",
                           "2018-05-21/2018-05-22", "../2017-03-30", "2004-01-01/.."}) {
    EXPECT_EQ(edtf_of(*days_of(text)), text);
  }
  EXPECT_EQ(edtf_of(*days_of("2018-01-01/2018-12-31")), "2018");
}

}  // namespace
}  // namespace rapporteur::time
