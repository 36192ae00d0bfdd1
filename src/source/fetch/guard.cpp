#include "guard.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

namespace rapporteur::source {

namespace {

using Bytes = std::array<std::uint8_t, 16>;

struct Range {
  Bytes first;
  unsigned bits;
};

// IPv4 in the first four bytes.
constexpr std::array kSpecial4 = {
    Range{{0}, 8},              // this network
    Range{{10}, 8},             // private
    Range{{100, 64}, 10},       // carriers' shared
    Range{{127}, 8},            // loopback
    Range{{169, 254}, 16},      // link-local
    Range{{172, 16}, 12},       // private
    Range{{192, 0, 0}, 24},     // protocol assignments
    Range{{192, 0, 2}, 24},     // documentation
    Range{{192, 88, 99}, 24},   // relays of old
    Range{{192, 168}, 16},      // private
    Range{{198, 18}, 15},       // benchmarks
    Range{{198, 51, 100}, 24},  // documentation
    Range{{203, 0, 113}, 24},   // documentation
    Range{{224}, 4},            // multicast
    Range{{240}, 4},            // reserved, broadcast
};
constexpr std::array kSpecial6 = {
    Range{{}, 96},                        // unspecified, loopback, IPv4 of old
    Range{{0x01, 0x00}, 64},              // discard
    Range{{0x20, 0x01}, 23},              // protocol assignments
    Range{{0x20, 0x01, 0x0d, 0xb8}, 32},  // documentation
    Range{{0x3f, 0xff}, 20},              // documentation
    Range{{0x5f, 0x00}, 16},              // segment routing
    Range{{0xfc}, 7},                     // unique local
    Range{{0xfe, 0x80}, 10},              // link-local
    Range{{0xfe, 0xc0}, 10},              // site-local
    Range{{0xff}, 8},                     // multicast
};
// IPv6 that carries IPv4, and where its four bytes stand.
struct Wrapped {
  Range range;
  std::size_t at;
};
constexpr std::array kWrapped = {
    Wrapped{{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96}, 12},  // mapped
    Wrapped{{{0x00, 0x64, 0xff, 0x9b}, 96}, 12},                    // translated
    Wrapped{{{0x00, 0x64, 0xff, 0x9b, 0x00, 0x01}, 48}, 12},        // translated, local
    Wrapped{{{0x20, 0x02}, 16}, 2},                                 // 6to4
};

bool lies_in(const Bytes& address, const Range& range) {
  for (unsigned bit = 0; bit < range.bits; ++bit) {
    const unsigned mask = 0x80U >> (bit % 8);
    if ((address[bit / 8] & mask) != (range.first[bit / 8] & mask)) return false;
  }
  return true;
}

bool lies_in(const Bytes& address, std::span<const Range> ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const Range& range) { return lies_in(address, range); });
}

bool is_public4(const std::uint8_t* four) {
  Bytes address{};
  std::copy(four, four + 4, address.begin());
  return !lies_in(address, kSpecial4);
}

bool is_public6(const Bytes& address) {
  for (const Wrapped& wrapped : kWrapped) {
    if (lies_in(address, wrapped.range)) return is_public4(address.data() + wrapped.at);
  }
  return !lies_in(address, kSpecial6);
}

}  // namespace

bool is_public(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    sockaddr_in known{};
    std::memcpy(&known, address, sizeof known);
    std::array<std::uint8_t, 4> four{};
    std::memcpy(four.data(), &known.sin_addr, four.size());
    return is_public4(four.data());
  }
  if (address->sa_family == AF_INET6) {
    sockaddr_in6 known{};
    std::memcpy(&known, address, sizeof known);
    Bytes bytes{};
    std::memcpy(bytes.data(), &known.sin6_addr, bytes.size());
    return is_public6(bytes);
  }
  return false;
}

}  // namespace rapporteur::source
