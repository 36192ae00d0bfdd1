// Bytes in any encoding to UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::source {

struct Decoded {
  std::string text;                   // UTF-8; invalid bytes of UTF-8 input are left as they are
  std::string charset;                // ICU's name of what it was read as
  std::vector<std::string> warnings;  // "read as windows-1251, as its bytes look", mojibake
};

// The first of these that fits: byte order mark; UTF-16 by its zero bytes; UTF-8 if the bytes are
// valid as such and not all ASCII; `declared` (by HTTP, by a `meta` element; empty: nothing);
// what the bytes look like (uchardet); windows-1252. Text that was damaged by an earlier
// conversion is kept and warned about. Pure, thread-safe. Cost: O(bytes).
Decoded decode(std::string_view bytes, std::string_view declared);

}  // namespace rapporteur::source
