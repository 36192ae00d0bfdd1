// Addresses of documents on the web.
//
// Source: RFC 3986, as libcurl's URL interface reads it.
#pragma once

#include <string>
#include <string_view>

#include "rapporteur/base/result.h"

namespace rapporteur::source {

// An http or https address in its canonical form: scheme and host in lower case, no fragment, no
// default port, no name or password.
struct Address {
  std::string whole;
  std::string origin;  // scheme, host and port: "https://example.org"
  std::string path;    // with its query: "/news?id=7"
};

// Starts like an http or https address.
bool looks_like_address(std::string_view words);

// Errors: usage (no address; another scheme; one with a password), where = `words`.
Result<Address> parse_address(const std::string& words);

// As parse_address spells it; what is no address of the web stays as it is.
std::string canonical_address(const std::string& words);

// `reference` as a page at `base` means it. Errors: as above.
Result<Address> resolve_address(const Address& base, const std::string& reference);

}  // namespace rapporteur::source
