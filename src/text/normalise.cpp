#include "rapporteur/text/normalise.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <cstdint>
#include <utility>

#include "characters.h"

namespace rapporteur::text {

namespace {

constexpr std::int32_t kReplacement = 0xFFFD;

struct Utf16 {
  bool is = false;
  bool little_endian = false;
};

Utf16 utf16_mark(std::string_view bytes) {
  if (bytes.size() < 2) return {};
  const auto a = static_cast<unsigned char>(bytes[0]);
  const auto b = static_cast<unsigned char>(bytes[1]);
  if (a == 0xFF && b == 0xFE) return {true, true};
  if (a == 0xFE && b == 0xFF) return {true, false};
  return {};
}

std::string from_utf16(std::string_view bytes, bool little_endian) {
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]);
    const auto b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::int32_t>(little_endian ? a | (b << 8) : (a << 8) | b);
  };
  std::string out;
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    std::int32_t code = unit(i);
    if (code >= 0xD800 && code < 0xDC00 && i + 3 < bytes.size()) {
      const std::int32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    append_utf8(code >= 0xD800 && code < 0xE000 ? kReplacement : code, out);
  }
  return out;
}

bool is_dropped(std::int32_t code) {
  return code == 0xAD || code == 0xFEFF || code == 0x200E || code == 0x200F ||
         (code >= 0x202A && code <= 0x202E) || (code < 0x20 && code != '\n' && code != '\t') ||
         (code >= 0x7F && code < 0xA0);
}

// Line ends, controls and invalid bytes; counts what it replaced.
std::string clean(std::string_view bytes, std::size_t& replaced) {
  std::string out;
  out.reserve(bytes.size());
  std::size_t i = 0;
  while (i < bytes.size()) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte >= 0x20 && byte < 0x7F) {
      out += bytes[i++];
      continue;
    }
    const Character c = character_at(bytes, i);
    const bool invalid = c.code == kReplacement && bytes.substr(i, c.size) != "\xEF\xBF\xBD";
    i += c.size == 0 ? 1 : c.size;
    if (c.code == '\r') {
      if (i >= bytes.size() || bytes[i] != '\n') out += '\n';
    } else if (c.code == 0x2028 || c.code == 0x2029 || c.code == 0x0B || c.code == 0x0C) {
      out += '\n';
    } else if (invalid) {
      ++replaced;
      append_utf8(kReplacement, out);
    } else if (!is_dropped(c.code)) {
      append_utf8(c.code, out);
    }
  }
  return out;
}

std::string to_nfc(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  // Made once under the compiler's own lock: ICU's is invisible to the thread sanitizer.
  static const icu::Normalizer2* const nfc = [] {
    UErrorCode failed = U_ZERO_ERROR;
    const icu::Normalizer2* made = icu::Normalizer2::getNFCInstance(failed);
    return U_FAILURE(failed) ? nullptr : made;
  }();
  if (nfc == nullptr || nfc->isNormalizedUTF8(text, status)) return text;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, text, sink, nullptr, status);
  return U_FAILURE(status) ? text : out;
}

}  // namespace

Result<Normalised> normalise(std::string_view bytes, std::string_view where) {
  Normalised out;
  std::string converted;
  if (const Utf16 mark = utf16_mark(bytes); mark.is) {
    converted = from_utf16(bytes, mark.little_endian);
    bytes = converted;
    out.warnings.emplace_back(mark.little_endian ? "converted from UTF-16LE"
                                                 : "converted from UTF-16BE");
  } else if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    return Error{ErrorCode::bad_data, "is binary, not text (a NUL byte)",
                 std::string(where) + "@" + std::to_string(nul)};
  }
  std::size_t replaced = 0;
  out.text = to_nfc(clean(bytes, replaced));
  if (replaced > 0) {
    out.warnings.push_back(std::to_string(replaced) + " invalid UTF-8 sequence" +
                           (replaced == 1 ? "" : "s") + " replaced by U+FFFD");
  }
  return out;
}

}  // namespace rapporteur::text
