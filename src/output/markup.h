// Words of others made safe for XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur::output {

// For text and for attributes in double quotes: markup escaped; tabs and line ends as character
// references, so that they come back as they were; other control characters and bytes that are no
// UTF-8 as "\x1b", and the two characters that XML forbids besides as U+FFFD. O(bytes).
std::string escaped_markup(std::string_view words);

}  // namespace rapporteur::output
