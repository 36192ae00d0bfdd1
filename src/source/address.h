// Web addresses as names of reports.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::source {

// Host and scheme in lower case, no fragment: two spellings of one address are one origin.
std::string canonical_address(std::string_view address);

}  // namespace rapporteur::source
