// Secrets and names that are safe in addresses, by libsodium.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

// 256 bits that nobody can guess, in 43 characters of base64url (RFC 4648, section 5).
std::string random_secret();

// Whether the two are equal; how long it takes does not tell where they differ.
bool same_secret(std::string_view a, std::string_view b);

// base64url without padding. Cost: O(bytes).
std::string to_base64url(std::string_view bytes);
// The bytes, or nothing if `words` is not what to_base64url makes of any.
std::optional<std::string> from_base64url(std::string_view words);

}  // namespace rapporteur
