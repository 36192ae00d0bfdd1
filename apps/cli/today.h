// The day it is, for what only makes sense today; no reading ever asks.
#pragma once

#include <string>

namespace rapporteur::cli {

// "2022-08-19", by UTC.
std::string today();

}  // namespace rapporteur::cli
