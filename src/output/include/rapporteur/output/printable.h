// Words of unknown origin (names of files, addresses) made safe for a terminal or a JSON string.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::output {

// `bytes` with control characters and bytes that are no valid UTF-8 as "\x1b". O(bytes).
std::string printable(std::string_view bytes);

}  // namespace rapporteur::output
