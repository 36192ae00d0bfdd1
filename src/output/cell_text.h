// A cell of a row as words, for the formats that have no types.
#pragma once

#include <string>

#include "rapporteur/output/subjects.h"

namespace rapporteur::output {

// null: ""; a list: its members with "; " between them; true: "true".
std::string cell_text(const Row::Value& value);

}  // namespace rapporteur::output
