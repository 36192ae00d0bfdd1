// {"code", "message", "where"}: an error or a note as JSON.
#pragma once

#include "json.h"
#include "rapporteur/base/result.h"

namespace rapporteur::output {

// One line: {"<name>": {...}}.
void write_error_line(std::string_view name, const Error& error, std::string& out);

}  // namespace rapporteur::output
