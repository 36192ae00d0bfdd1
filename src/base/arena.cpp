#include "rapporteur/base/arena.h"

#include <cstring>

namespace rapporteur {

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) return {};
  char* at = static_cast<char*>(resource_.allocate(text.size(), 1));
  std::memcpy(at, text.data(), text.size());
  return {at, text.size()};
}

}  // namespace rapporteur
