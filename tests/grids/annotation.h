// What a drawn report must be read as, in the form of an annotated report (corpus/reports).
#pragma once

#include <string>
#include <vector>

#include "grid.h"
#include "rapporteur/base/result.h"

namespace rapporteur::tests {

// Its JSON. Errors: bad_data (a fact of no known field); where = its name.
Result<std::string> annotation_of(const std::string& id, const std::string& published,
                                  const std::vector<FactLine>& facts);

}  // namespace rapporteur::tests
