// Bytes to text: valid UTF-8, NFC, '\n' line ends, no soft hyphens, byte order mark or controls.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapporteur/base/result.h"

namespace rapporteur::text {

struct Normalised {
  std::string text;
  std::vector<std::string> warnings;  // "3 invalid bytes replaced", "converted from UTF-16LE"
};

// UTF-16 with a byte order mark is converted; invalid UTF-8 becomes U+FFFD and a warning.
// Errors: bad_data (binary: NUL bytes that are no UTF-16); where = `where` with "@byte".
Result<Normalised> normalise(std::string_view bytes, std::string_view where);

}  // namespace rapporteur::text
