#include "encoding.h"

#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "words.h"

namespace rapporteur::source {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLook = 64 * 1024;  // bytes from which an encoding is guessed
constexpr int kFewMojibake = 3;           // fewer may be meant

struct Mark {
  std::string_view bytes;
  const char* charset;
};
constexpr std::array kMarks = {Mark{"\xEF\xBB\xBF"sv, "UTF-8"}, Mark{"\xFF\xFE"sv, "UTF-16LE"},
                               Mark{"\xFE\xFF"sv, "UTF-16BE"}};

// ASCII written in two bytes each: every other byte of the start is zero.
const char* utf16_without_mark(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 64);
  if (start.size() < 8) return nullptr;
  std::array<std::size_t, 2> zeros = {0, 0};
  for (std::size_t i = 0; i < start.size(); ++i) zeros[i % 2] += start[i] == '\0' ? 1 : 0;
  const std::size_t most = start.size() / 2;
  if (zeros[1] * 10 >= most * 8 && zeros[0] == 0) return "UTF-16LE";
  if (zeros[0] * 10 >= most * 8 && zeros[1] == 0) return "UTF-16BE";
  return nullptr;
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 code = 0;
    U8_NEXT(data, i, size, code);
    if (code < 0) return false;
  }
  return true;
}

// Browsers read the ISO names as the larger Windows ones, and so must we.
std::string known_charset(std::string_view declared) {
  std::string name;
  for (const char c : declared.substr(0, 40)) {
    if (c != ' ' && c != '"' && c != '\'' && c != ';') {
      name += lower(c);
    }
  }
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii") {
    return "windows-1252";
  }
  if (name == "gb2312" || name == "gbk") return "gb18030";
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = name.empty() ? nullptr : ucnv_open(name.c_str(), &status);
  if (converter == nullptr) return {};
  ucnv_close(converter);
  return name;
}

std::string guessed_charset(std::string_view bytes) {
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
  const std::string_view start = bytes.substr(0, kLook);
  if (uchardet_handle_data(detector.get(), start.data(), start.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return known_charset(uchardet_get_charset(detector.get()));
}

// Nothing if ICU does not know the encoding.
std::optional<std::string> converted(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* from = ucnv_open(charset.c_str(), &status);
  UConverter* to = ucnv_open("UTF-8", &status);
  const std::unique_ptr<UConverter, void (*)(UConverter*)> from_owner(from, ucnv_close);
  const std::unique_ptr<UConverter, void (*)(UConverter*)> to_owner(to, ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out(bytes.size() + bytes.size() / 2 + 16, '\0');
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  std::size_t written = 0;
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  bool reset = true;
  for (;;) {
    char* target = out.data() + written;
    status = U_ZERO_ERROR;
    ucnv_convertEx(to, from, &target, out.data() + out.size(), &source, source_end, pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                   static_cast<UBool>(reset), static_cast<UBool>(true), &status);
    written = static_cast<std::size_t>(target - out.data());
    reset = false;
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
    out.resize(out.size() * 2);
  }
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(written);
  return out;
}

// UTF-8 that was read as Latin-1 and written again shows as "Ã©" and "â€™".
int mojibake_in(std::string_view text) {
  int count = 0;
  for (const std::string_view sign :
       {"\u00C3\u00A9"sv, "\u00C3\u00A8"sv, "\u00C3\u00B6"sv, "\u00C3\u00BC"sv, "\u00C3\u00B1"sv,
        "\u00C3\u00A1"sv, "\u00C3\u00A7"sv, "\u00E2\u20AC"sv, "\u00C2\u00A0"sv}) {
    for (std::size_t at = text.find(sign); at != std::string_view::npos && count < 1000;
         at = text.find(sign, at + sign.size())) {
      ++count;
    }
  }
  return count;
}

std::string charset_of(std::string_view bytes, std::string_view declared, Decoded& out) {
  if (const char* wide = utf16_without_mark(bytes); wide != nullptr) return wide;
  std::string named = known_charset(declared);
  const bool ascii = is_ascii(bytes);
  if (ascii && !named.starts_with("iso-2022") && !named.starts_with("hz")) return "UTF-8";
  if (!ascii && bytes.size() < (std::size_t{1} << 31) && is_utf8(bytes)) return "UTF-8";
  if (!named.empty() && named != "utf-8" && named != "utf8" && !named.starts_with("utf-16")) {
    return named;
  }
  std::string guessed = guessed_charset(bytes);
  if (guessed == "utf-8" || (guessed.empty() && !named.empty())) return "UTF-8";
  if (guessed.empty()) guessed = "windows-1252";
  // A page that calls itself UTF-8 and has a few broken bytes is UTF-8 all the same.
  if (!named.empty()) {
    const std::size_t lead = static_cast<std::size_t>(std::count_if(
        bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < -64; }));
    const std::size_t wide = static_cast<std::size_t>(std::count_if(
        bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) < 0; }));
    if (lead * 10 > wide * 2 && lead * 10 < wide * 6) return "UTF-8";
  }
  out.warnings.push_back("its encoding is not declared; read as " + guessed +
                         ", as its bytes look");
  return guessed;
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared) {
  Decoded out;
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    bytes.remove_prefix(mark.bytes.size());
    out.charset = mark.charset;
    break;
  }
  if (out.charset.empty()) out.charset = charset_of(bytes, declared, out);
  if (out.charset == "UTF-8") {
    out.text = bytes;
  } else if (std::optional<std::string> text = converted(bytes, out.charset)) {
    out.text = *std::move(text);
  } else {
    out.text = bytes;
    out.warnings.push_back("cannot be read as " + out.charset + "; read as UTF-8");
    out.charset = "UTF-8";
  }
  if (const int count = mojibake_in(out.text); count >= kFewMojibake) {
    out.warnings.push_back("letters were damaged by a wrong conversion before (" +
                           std::to_string(count) +
                           " places such as '\u00C3\u00A9'); kept as they are");
  }
  return out;
}

}  // namespace rapporteur::source
