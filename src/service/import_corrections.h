// Corrections made again from the lines of an exported register.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "import_index.h"
#include "rapporteur/record/correction.h"

namespace rapporteur::service {

// Those of the lines that are sound; `damaged` hears of the others: bad_data with "NAME:LINE".
// REQUIRES: the lines are JSON.
std::vector<record::Correction> corrections_in(std::string_view bytes, const std::string& name,
                                               const std::vector<LineRun>& lines,
                                               const std::function<void(const Error&)>& damaged);

}  // namespace rapporteur::service
