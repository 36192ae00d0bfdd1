// Names of files as text: they may hold any byte but '/' and NUL.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::source {

// `name` itself; where it is no valid UTF-8, each byte beyond ASCII as "%FF", so that two
// different names stay different.
std::string valid_name(std::string_view name);

}  // namespace rapporteur::source
