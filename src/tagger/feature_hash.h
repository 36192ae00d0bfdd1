// The hashes that features and the model's tables share.
#pragma once

#include <cstdint>
#include <string_view>

namespace rapporteur::tagger {

// FNV-1a, begun from `seed`. Cost: O(bytes).
inline std::uint32_t hash_bytes(std::string_view bytes, std::uint32_t seed) {
  std::uint32_t h = 2166136261U ^ seed;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return h;
}

inline std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
  std::uint64_t x = (static_cast<std::uint64_t>(a) << 32 | b) * 0x9E3779B97F4A7C15ULL;
  x ^= x >> 29;
  x *= 0xBF58476D1CE4E5B9ULL;
  return static_cast<std::uint32_t>(x >> 32);
}

}  // namespace rapporteur::tagger
