#include "address.h"

#include <algorithm>

#include "words.h"

namespace rapporteur::source {

std::string canonical_address(std::string_view address) {
  std::string out(address.substr(0, address.find('#')));
  const std::size_t scheme = out.find("://");
  if (scheme == std::string::npos) return out;
  const std::size_t host_end = std::min(out.find_first_of("/?", scheme + 3), out.size());
  for (std::size_t i = 0; i < host_end; ++i) out[i] = lower(out[i]);
  return out;
}

}  // namespace rapporteur::source
