#include "rapporteur/base/digest.h"

#include <sodium/crypto_hash_sha256.h>
#include <sodium/utils.h>

#include <array>

namespace rapporteur {

namespace {

using Sum = std::array<unsigned char, crypto_hash_sha256_BYTES>;

Sum sum_of(std::string_view bytes) {
  Sum out{};
  crypto_hash_sha256(out.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return out;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  const Sum sum = sum_of(bytes);
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * sum.size());
  for (const unsigned char byte : sum) {
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xFU];
  }
  return out;
}

std::string sha256_base64(std::string_view bytes) {
  const Sum sum = sum_of(bytes);
  std::array<char,
             sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL)>
      out{};
  return sodium_bin2base64(out.data(), out.size(), sum.data(), sum.size(),
                           sodium_base64_VARIANT_ORIGINAL);
}

}  // namespace rapporteur
