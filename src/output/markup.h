// Words of others made safe for XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::output {

// For text and for attributes in double quotes: markup escaped; what XML forbids (control
// characters, bytes that are no UTF-8) as "\x1b"; line ends and tabs as spaces. O(bytes).
std::string escaped_markup(std::string_view words);

}  // namespace rapporteur::output
