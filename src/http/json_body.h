// Bodies of requests: JSON objects of which every member is known.
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"

namespace rapporteur::http {

inline constexpr std::size_t kLongestWords = 4000;  // bytes

// A member whose value is a string; null is the empty one.
struct WordsMember {
  std::string_view name;
  std::string* value;
  std::size_t longest = kLongestWords;
};
// A member whose value is a list of strings, none of them empty.
struct ListMember {
  std::string_view name;
  std::vector<std::string>* values;
  std::size_t most = 1000;
};

// bad_data at a member, or at "body".
Error bad_body(std::string message, std::string_view where);

// The value lives as long as `parser` does. Errors: bad_data.
Result<simdjson::dom::element> parse_json(simdjson::dom::parser& parser, std::string_view body);

// Fills what is there. Errors: bad_data (no object, an unknown member, a value of another type or
// too long).
Result<void> read_members(const simdjson::dom::element& value, std::span<const WordsMember> words,
                          std::span<const ListMember> lists = {});

}  // namespace rapporteur::http
