#include "rapporteur/base/byte_span.h"

namespace rapporteur {

namespace {
bool starts_character(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}
}  // namespace

bool is_valid(ByteSpan span, std::string_view text) {
  return span.begin < span.end && span.end <= text.size() && starts_character(text, span.begin) &&
         starts_character(text, span.end);
}

}  // namespace rapporteur
