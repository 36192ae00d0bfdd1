// What a client says of the register: {"verdict", "report", "pointer", "is", "value", "ids", "id",
// "parts", "why"}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"
#include "rapporteur/record/correction.h"

namespace rapporteur::http {

struct Said {
  record::Verdict verdict = record::Verdict::accept;
  std::string report;              // of claims: id as in addresses, or key
  std::string pointer;             // of claims
  std::string is;                  // of claims: which of several values; may be empty
  std::string value;               // correct: the right one
  std::vector<std::string> ids;    // merge: two or more
  std::string id;                  // split: the entity
  std::vector<std::string> parts;  // split: reports (id or key) or ids of members
  std::string why;
};

// Each verdict has members of its own, and no others. Errors: bad_data; where = the member.
Result<Said> parse_said(std::string_view body);

// {"why"}; an empty body is none. Errors: bad_data.
Result<std::string> parse_reason(std::string_view body);

}  // namespace rapporteur::http
