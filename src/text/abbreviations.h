// Words that keep their full stop.
#pragma once

#include <string_view>

namespace rapporteur::text {

// `word` in lower case, without its stop. Such a stop never ends a sentence ("Gen. Li").
bool is_title_abbreviation(std::string_view word);
// Such a stop may end a sentence ("at 10 a.m. The ...", "Acme Inc. The ...").
bool is_other_abbreviation(std::string_view word);
// "Zh.", "Ts.": one letter of another alphabet, before a name.
bool is_long_initial(std::string_view word);
// "no. 5", "ca. 1650", "pp. 10-12": before a figure its stop ends no sentence, whatever its case.
bool is_abbreviation_before_figures(std::string_view word);
// "May", "Sept": behind a day's number with a stop ("16. September").
bool is_month(std::string_view word);
// Words that start sentences more often than they follow an abbreviation inside one.
bool starts_sentences(std::string_view word);

}  // namespace rapporteur::text
