// {"code", "message", "where"}: an error or a note as JSON.
#pragma once

#include "rapporteur/base/result.h"
#include "rapporteur/output/json.h"

namespace rapporteur::output {

// One line: {"<name>": {...}}.
void write_error_line(std::string_view name, const Error& error, std::string& out);

}  // namespace rapporteur::output
