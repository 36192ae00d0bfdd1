// The target of a request, taken apart: "/api/v1/meetings.csv?kind=summit" -> what is asked for.
//
// Strict where leniency would let two readers of one address see two things: what is no valid
// encoding is an error, and so are control characters and dots that climb.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rapporteur/base/result.h"

namespace rapporteur::http {

struct Target {
  std::vector<std::string> segments;  // of the path, decoded; none of "/"
  bool folder = false;                // the path ends in "/"
  // Name and value, decoded, in the order of the address; a name may stand more than once.
  std::vector<std::pair<std::string, std::string>> parameters;

  // "/api/v1/meetings", each segment encoded again.
  [[nodiscard]] std::string path() const;
};

// Errors: bad_data (no path; a broken %; bytes that are no UTF-8; a control character; a segment
// "." or ".."; more than 64 parameters), too_large (more than 8 KB). Cost: O(bytes).
Result<Target> parse_target(std::string_view target);

// As parse_target decodes it; what no address may hold as it is becomes %XX.
std::string encode(std::string_view words);

}  // namespace rapporteur::http
