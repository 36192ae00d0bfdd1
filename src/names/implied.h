// What a report says of people without saying it beside their names.
#pragma once

#include <vector>

#include "naming.h"

namespace rapporteur::names {

// Gives people without an office that of a group of ministers named shortly before them, and people
// without a state the one that their office's words or an unnamed holder of it tell.
// Cost: O(people * (people + offices)).
void complete_people(const Namings& namings, std::vector<Person>& people);

// "President Sadyr |Zhaparov|" of whom the report told as President Sadyr |Japarov|: the one of
// `people` who holds that office of that state by a name of several words that sounds the same; or
// kNobody. Cost: O(people).
// Also "|Sergei| Lavrov" for |Sergey| Lavrov, of whom it is not said whose he is.
[[nodiscard]] std::uint32_t spelled_otherwise(const Namings& namings,
                                              const std::vector<Person>& people,
                                              const Naming& naming);

// "|The Minister| then met the President of Peru": the only minister of `people`, who was named
// before; or kNobody. Cost: O(people).
[[nodiscard]] std::uint32_t only_minister(const Namings& namings, const std::vector<Person>& people,
                                          const Office& office);

// "a message from |Qatar's Amir B|": where he is named first he is only spoken of.
[[nodiscard]] bool is_sender(const Namings& namings, const Person& person);

// "the |Lok Sabha| Speaker", "the President of the |Bundestag|": the state that alone has an office
// of these words; or nothing.
[[nodiscard]] Named state_of_words(const Namings& namings, const Office& office);

}  // namespace rapporteur::names
