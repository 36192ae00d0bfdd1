// The day from which conclusions are looked at.
#pragma once

#include <string>

#include "desk.h"

namespace rapporteur::http {

struct AsOf {
  std::string asked;  // a day; empty: none, so that all reports count
  std::string day;    // that day, else the one of the latest report; empty if no report has one
};
// Of the parameter `as_of`, with the rest of the question's. Errors: bad_data.
Result<AsOf> as_of(Desk& desk, Parameters& parameters);

}  // namespace rapporteur::http
