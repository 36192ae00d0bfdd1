// Values of the register as people write them: dates, numbers of sessions, states.
// All functions are pure; what they do not understand they leave as it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rapporteur/catalogue/catalogue.h"
#include "rapporteur/query/query.h"

namespace rapporteur::query {

// "2018-05-21/2018-05-22" -> "21–22 May 2018"; "2023-09" -> "September 2023"; "2024" -> "2024";
// "2025-09/2025-12" -> "September – December 2025"; "2015/.." -> "from 2015"; "" -> "".
std::string date_words(std::string_view edtf);

// 1 -> "1st", 12 -> "12th", 31 -> "31st".
std::string ordinal_words(int ordinal);

// "KZ" -> "Kazakhstan"; what is no code, or without a catalogue, as it is.
std::string state_words(std::string_view code, const catalogue::Catalogue* catalogue);

// How to call a meeting in a list of those of its series: "16th session", else its name, else its
// organ, else its kind.
std::string session_words(const MeetingRow& meeting);

// The same of one that is due: "17th session", "next session".
struct Due;
std::string due_words(const Due& due);

// "Dushanbe, Tajikistan"; either part may be missing.
std::string place_words(const MeetingRow& meeting, const catalogue::Catalogue* catalogue);

// "one", "two", ..., "twelve", then digits.
std::string count_words(std::size_t n);

}  // namespace rapporteur::query
