#include "valid_name.h"

#include <simdjson.h>

namespace rapporteur::source {

std::string valid_name(std::string_view name) {
  if (simdjson::validate_utf8(name)) return std::string(name);
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

}  // namespace rapporteur::source
