// Little-endian numbers in files of our own.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace rapporteur {

template <class N>
void put_number(std::string& out, N number) {
  for (std::size_t i = 0; i < sizeof(N); ++i) {
    out += static_cast<char>(static_cast<unsigned char>((number >> (8 * i)) & 0xFFU));
  }
}

// REQUIRES: at + sizeof(N) <= bytes.size()
template <class N>
N get_number(std::string_view bytes, std::size_t at) {
  N number = 0;
  // Tables are read cell by cell at every start, so this must be one load where it can be.
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&number, bytes.data() + at, sizeof(N));
  } else {
    for (std::size_t i = 0; i < sizeof(N); ++i) {
      const auto byte = static_cast<unsigned char>(bytes[at + i]);
      number |= static_cast<N>(static_cast<N>(byte) << (8 * i));
    }
  }
  return number;
}

}  // namespace rapporteur
