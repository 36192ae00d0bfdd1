// Where the daemon listens: its address, whether that is free, and how many files it may have open.
#pragma once

#include <sys/resource.h>
#include <sys/socket.h>

#include <cstdint>
#include <string>

#include "rapporteur/base/result.h"

namespace rapporteur::http {

struct Address {
  sockaddr_storage bytes{};
  [[nodiscard]] const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&bytes); }
  [[nodiscard]] bool is_v6() const { return bytes.ss_family == AF_INET6; }
};

// "127.0.0.1" or "::1"; names are not looked up. Errors: usage.
Result<Address> address_of(const std::string& words, std::uint16_t port);

// Binds once and lets go again: the library says only that it did not start, this says why. Errors
// name `where`: busy (the port is taken), access_denied, usage (not an address of this machine),
// io.
Result<void> try_to_bind(const Address& address, const std::string& where);

// Every connection takes a file; what the system allows may be more than what it gives at first.
void allow_files(rlim_t wanted);

}  // namespace rapporteur::http
