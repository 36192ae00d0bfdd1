// Claim: one fact as one report states it. A reading is the sum of its claims: the register
// stores them, and a Reading without its text can be made from them again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/byte_span.h"
#include "rapporteur/base/result.h"
#include "rapporteur/record/reading.h"

namespace rapporteur::record {

// `pointer` is the JSON Pointer of the fact in the public reading. A list of plain values
// (offices, topics) has one claim per element, in order, with the same pointer.
struct Claim {
  std::string pointer;             // "/meetings/0/participants/3/offices"
  std::string property;            // its last name: "offices"
  std::string value;               // enumerators by name, numbers in decimal
  std::vector<ByteSpan> evidence;  // empty for fields that are exempt (main, format, capacity...)
  float confidence = 0;
  std::string rule;
  friend bool operator==(const Claim&, const Claim&) = default;
};

// All claims of a reading, in the order of the public JSON. Report, warnings and mentions are not
// in it. Fields without a value have none; an empty list of offices counts as no value. An object
// that states nothing keeps its place by one claim on itself ("/holdings/2") with an empty value.
// Cost: O(size of the reading).
std::vector<Claim> claims_of(const Reading& reading);

// The meetings, holdings and positions that these claims state: the inverse of claims_of.
// Claims of one object may come in any order; the objects of a list come in theirs.
// Errors: bad_data (unknown pointer or value, a gap in a list; where = the pointer).
Result<Reading> reading_of(const std::vector<Claim>& claims);

// The object that a claim's pointer belongs to: "/meetings/0/participants/3/offices" and
// "/meetings/0/participants/3" (an object that states nothing) -> "/meetings/0/participants/3".
std::string_view object_of(std::string_view pointer);

// Whether the fact at `pointer` may have that value: of its vocabulary, a number where it is one.
bool may_state(std::string_view pointer, const std::string& value);

}  // namespace rapporteur::record
