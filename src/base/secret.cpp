#include "rapporteur/base/secret.h"

#include <sodium/core.h>
#include <sodium/randombytes.h>
#include <sodium/utils.h>

#include <array>
#include <cstdlib>

namespace rapporteur {

namespace {

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t kSecretBytes = 32;

}  // namespace

std::string random_secret() {
  // Safe to call more than once and from several threads. Without random numbers nothing is secret.
  if (sodium_init() < 0) std::abort();
  std::array<char, kSecretBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return to_base64url({bytes.data(), bytes.size()});
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string to_base64url(std::string_view bytes) {
  std::string out(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), kVariant);
  out.pop_back();  // the final NUL
  return out;
}

std::optional<std::string> from_base64url(std::string_view words) {
  std::string out(words.size(), '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  const int failed = sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(),
                                       words.data(), words.size(), nullptr, &size, &end, kVariant);
  if (failed != 0 || end != words.data() + words.size()) return std::nullopt;
  out.resize(size);
  // The library takes bytes that are no ASCII for digits.
  if (to_base64url(out) != words) return std::nullopt;
  return out;
}

}  // namespace rapporteur
