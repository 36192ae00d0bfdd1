// Where this program's file lies.
#pragma once

#include <string>

namespace rapporteur::cli {

// The folder of the running executable, links followed; "." if it cannot be told.
std::string program_folder();

}  // namespace rapporteur::cli
