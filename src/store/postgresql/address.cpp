#include "postgresql/address.h"

#include <algorithm>
#include <array>

namespace rapporteur::store::postgresql {
namespace {

constexpr std::array<std::string_view, 2> kSchemes = {"postgresql://", "postgres://"};
constexpr std::array<std::string_view, 3> kSecrets = {"password", "sslpassword", "passfile"};

std::string_view scheme_of(std::string_view address) {
  for (const std::string_view scheme : kSchemes) {
    if (address.starts_with(scheme)) return scheme;
  }
  return {};
}

// "a=1&password=x&b=2" without the secret ones, behind '?' if anything is left.
std::string harmless(std::string_view parameters) {
  std::string out;
  while (!parameters.empty()) {
    const std::size_t end = std::min(parameters.find('&'), parameters.size());
    const std::string_view one = parameters.substr(0, end);
    const std::string_view name = one.substr(0, one.find('='));
    // A name may be written with escapes; such a one is not looked at closely.
    const bool is_secret = name.find('%') != std::string_view::npos ||
                           std::find(kSecrets.begin(), kSecrets.end(), name) != kSecrets.end();
    if (!is_secret) out += (out.empty() ? '?' : '&') + std::string(one);
    parameters.remove_prefix(std::min(end + 1, parameters.size()));
  }
  return out;
}

}  // namespace

bool is_address(std::string_view path) { return !scheme_of(path).empty(); }

bool is_plain(std::string_view address) {
  address.remove_prefix(scheme_of(address).size());
  const std::string_view front = address.substr(0, address.find('?'));
  const std::size_t at = front.rfind('@');
  return at == std::string_view::npos || (at == front.find('@') && at < front.find('/'));
}

std::string without_password(std::string_view address) {
  const std::string_view scheme = scheme_of(address);
  std::string_view rest = address.substr(scheme.size());
  std::string out(scheme);
  // A password with an '@' or '/' of its own is malformed, and must not show all the same.
  const std::size_t question = std::min(rest.find('?'), rest.size());
  const std::size_t at = rest.rfind('@');
  if (at != std::string_view::npos) {
    const std::string_view credentials = rest.substr(0, at);
    const bool is_odd = credentials.find_first_of("/?") != std::string_view::npos;
    if (!is_odd || credentials.find(':') != std::string_view::npos) {
      out += std::string(credentials.substr(0, credentials.find(':'))) + '@';
      rest.remove_prefix(at + 1);
      const std::size_t cut = std::min(rest.find('?'), rest.size());
      return out + std::string(rest.substr(0, cut)) +
             harmless(rest.substr(std::min(cut + 1, rest.size())));
    }
  }
  out += rest.substr(0, question);
  return out + harmless(rest.substr(std::min(question + 1, rest.size())));
}

}  // namespace rapporteur::store::postgresql
