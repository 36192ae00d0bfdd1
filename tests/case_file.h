// A text case: a short report and what a reading of it must say. Its format: tests/cases/README.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"

namespace rapporteur::tests {

enum class Operator { equals, contains, lacks };

struct Expectation {
  std::string line;                // as written
  std::vector<std::string> steps;  // of the pointer; "[kind=visit]" keeps its brackets
  Operator op = Operator::equals;
  bool bare = false;                // the value is a bare word; else all strings were quoted
  std::vector<std::string> values;  // empty: null
  std::string words;                // that the evidence must hold; empty: any
};

struct Case {
  std::string shows;  // the sentence of the first line
  std::string date;   // empty: none
  std::string report;
  std::vector<Expectation> expectations;
};

// Errors: bad_data; where = the line's number.
Result<Case> parse_case(std::string_view bytes);

// What of `expectations` does not hold in `reading`, a reading's public JSON: a sentence each.
// REQUIRES: valid JSON.
std::vector<std::string> unmet(const std::vector<Expectation>& expectations,
                               const std::string& reading);

}  // namespace rapporteur::tests
