#include "listening.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace rapporteur::http {

Result<Address> address_of(const std::string& words, std::uint16_t port) {
  Address out;
  auto* const v4 = reinterpret_cast<sockaddr_in*>(&out.bytes);
  auto* const v6 = reinterpret_cast<sockaddr_in6*>(&out.bytes);
  if (::inet_pton(AF_INET, words.c_str(), &v4->sin_addr) == 1) {
    v4->sin_family = AF_INET;
    v4->sin_port = htons(port);
  } else if (::inet_pton(AF_INET6, words.c_str(), &v6->sin6_addr) == 1) {
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(port);
  } else {
    return Error{ErrorCode::usage, "no address; write 127.0.0.1, ::1 or 0.0.0.0", words};
  }
  return out;
}

Result<void> try_to_bind(const Address& address, const std::string& where) {
  const int fd = ::socket(address.bytes.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return Error{ErrorCode::io, std::strerror(errno), where};
  const int yes = 1;
  ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (address.is_v6()) ::setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
  const socklen_t size = address.is_v6() ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
  const bool bound = ::bind(fd, address.get(), size) == 0;
  const int number = errno;
  ::close(fd);
  if (bound) return {};
  ErrorCode code = ErrorCode::io;
  if (number == EADDRINUSE) code = ErrorCode::busy;
  if (number == EACCES) code = ErrorCode::access_denied;
  if (number == EADDRNOTAVAIL) code = ErrorCode::usage;
  return Error{code, std::string("cannot listen: ") + std::strerror(number), where};
}

void allow_files(rlim_t wanted) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min(wanted, limit.rlim_max);
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace rapporteur::http
