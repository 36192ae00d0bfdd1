// Readings as a reader would hand them over, made up: many reports on the sessions of many bodies.
//
// Twenty reports speak of each session; each also names the next one. Two meetings, 33 facts with
// their words and about 400 words of text in a reading. They come in the order of time, as news
// does, shuffled within a few days. The same number gives the same reading on every machine.
#pragma once

#include <cstddef>
#include <string>

#include "rapporteur/record/reading.h"

namespace rapporteur::bench {

class RegisterReadings {
 public:
  // `count`: of all readings; there are a twentieth as many sessions.
  explicit RegisterReadings(std::size_t count);
  // REQUIRES: number < count.
  [[nodiscard]] record::Reading at(std::size_t number) const;
  // A name as `meetings --body` would be asked for it, and one of a person.
  [[nodiscard]] std::string body(std::size_t series) const;

 private:
  std::size_t count_;
  std::size_t series_;
};

}  // namespace rapporteur::bench
