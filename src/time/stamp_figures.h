// Dates of publication in figures alone, which are no expression of time by themselves.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/time/stamp.h"

namespace rapporteur::time {

// "2022/08/18", "2022-8-18", "2022_08_18", "20220818" at `at`, before which no figure stands, as an
// EDTF day; the empty string if none.
std::string date_at(std::string_view text, std::size_t at);

// "2022 06 07" as a line of its own. Scores are those of such lines. Cost: O(bytes).
std::vector<Stamp> lines_of_figures(std::string_view text, float score);

// The year of "2/8/2019" or "8/2/2019", which may be either, for a day of `month` that the dateline
// tells; 0 if the text has none or several. Cost: O(bytes).
int year_in_figures(std::string_view text, int month, int day);

}  // namespace rapporteur::time
