// SHA-256 (FIPS 180-4), by libsodium.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
// The same in base64 with padding (RFC 4648, section 4), as browsers take it.
std::string sha256_base64(std::string_view bytes);

}  // namespace rapporteur
