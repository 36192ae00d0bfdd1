// Words made fit to be shown: those of unknown origin (names of files, addresses) safe for a
// terminal or a JSON string, ids of tables as people write them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rapporteur::output {

// `bytes` with control characters and bytes that are no valid UTF-8 as "\x1b". O(bytes).
std::string printable(std::string_view bytes);

// `bytes` as they are if they are UTF-8, else printable(bytes). O(bytes).
std::string readable(std::string_view bytes);

// "call_for" as "call for". O(bytes).
std::string as_words(std::string_view id);

// How many characters (code points) valid UTF-8 has. O(bytes).
std::size_t letters_of(std::string_view words);

}  // namespace rapporteur::output
