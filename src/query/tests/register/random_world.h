// Worlds of reports that look random and are the same on every machine.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "readings.h"

namespace rapporteur::testing {

// Reports about few bodies, days and people, so that they meet often and contradict each other.
inline std::vector<record::Reading> random_world(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&random](int n) {
    return static_cast<int>(random() % static_cast<unsigned>(n));
  };
  static const char* const kBodies[] = {"Alpha Organisation", "Alpha Organization", "Beta Union",
                                        ""};
  static const char* const kOrgans[] = {"Council of Elders", "Transport Ministers", ""};
  static const char* const kDates[] = {
      "2020-03-01", "2020-03-01/2020-03-02", "2020-03", "2020", "2020-11-05", "2021", ""};
  static const char* const kPlaces[] = {"Minsk", "Dushanbe", ""};
  static const char* const kPeople[] = {"Ivan Petrov", "I. Petrov",   "Igor Petrov",
                                        "Petrov Ivan", "Maria Silva", ""};
  static const char* const kStates[] = {"BY", "TJ", "BR", ""};
  std::vector<record::Reading> out;
  for (int i = 0; i < 24; ++i) {
    ReadingBuilder b("https://r.example/" + std::to_string(below(20)),
                     "2020-0" + std::to_string(1 + below(9)) + "-10");
    const int meetings = 1 + below(3);
    for (int m = 0; m < meetings; ++m) {
      const int ordinal = below(3) == 0 ? 4 + below(3) : 0;
      record::Meeting& meeting = b.session(
          kBodies[below(4)], kOrgans[below(3)], ordinal, kDates[below(7)], kPlaces[below(3)], "",
          below(2) ? record::Status::held : record::Status::announced);
      for (int p = below(3); p > 0; --p) {
        b.participant(meeting, kPeople[below(6)], "Minister", kStates[below(4)]);
      }
    }
    if (meetings > 1) {
      b.link(b.raw().meetings[0], below(2) ? record::Relation::next : record::Relation::previous,
             "m2");
    }
    out.push_back(b.done());
  }
  return out;
}

}  // namespace rapporteur::testing
