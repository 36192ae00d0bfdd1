#include "rapporteur/text/offsets.h"

#include <algorithm>

namespace rapporteur::text {

std::vector<std::uint32_t> convert_offsets(std::string_view text,
                                           const std::vector<std::uint32_t>& bytes,
                                           OffsetUnit unit) {
  if (unit == OffsetUnit::utf8) return bytes;
  std::vector<std::uint32_t> out;
  out.reserve(bytes.size());
  std::size_t at = 0;
  std::uint32_t units = 0;
  for (const std::uint32_t target : bytes) {
    for (; at < target && at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if ((byte & 0xC0U) == 0x80U) continue;
      units += unit == OffsetUnit::utf16 && byte >= 0xF0U ? 2 : 1;
    }
    out.push_back(units);
  }
  return out;
}

}  // namespace rapporteur::text
