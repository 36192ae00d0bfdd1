// Which hosts may be asked: none that only this machine or its own network can reach.
#pragma once

struct sockaddr;

namespace rapporteur::source {

// False for addresses that are not of the public internet: private, loopback, link-local,
// multicast, documentation and other special ones, also where IPv6 wraps IPv4.
// Source: IANA's special-purpose address registries (RFC 6890 and its updates).
bool is_public(const sockaddr* address);

}  // namespace rapporteur::source
