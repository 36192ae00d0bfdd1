// Values of a reading as people read them: what the formats for people share.
#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include "rapporteur/record/reading.h"

namespace rapporteur::output {

inline std::string shown(const std::string& value) { return value; }
inline std::string shown(int value) { return std::to_string(value); }
template <class E>
  requires std::is_enum_v<E>
std::string shown(E value) {
  return std::string(record::to_string(value));
}
// "minister; envoy": an office may have commas of its own.
std::string shown(const std::vector<std::string>& values);

// Who does what, of an outcome or a position: "they call for"; either may be missing.
std::string speech_of(const std::string& actor, const std::string& act);

// What the source layer warns of, then what the reader does; each once.
std::vector<std::string> all_warnings(const record::Reading& reading);

}  // namespace rapporteur::output
