// What generated reports tell: invented people, places and figures.
#pragma once

#include <array>
#include <string>

#include "random.h"

namespace rapporteur::bench {

struct Person {
  std::string first;
  std::string family;
};

struct Facts {
  std::array<Person, 4> people;
  std::array<std::string, 2> office, place, country, day;
  std::string body, acronym, ordinal;
  int year = 0;
  std::array<int, 5> figures{};
};

// An invented name of so many syllables, at least and at most.
std::string name(Random& random, int syllables_least, int syllables_most);
std::string day(Random& random);  // "3 May"

Facts draw_facts(Random& random);
// What a later session of one series has: another number and other days always, often other
// figures, people and places.
Facts other_facts(Facts f, Random& random);

}  // namespace rapporteur::bench
