#include "characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

// ICU's macros narrow their own bytes.
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace rapporteur::text {

Character character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  std::int32_t code = 0;
  std::size_t next = at;
  U8_NEXT(text.data(), next, text.size(), code);
  return {code < 0 ? 0xFFFD : code, next - at};
}

namespace {

CharacterClass find_class(std::int32_t code) {
  if (code == '\n' || code == 0x2028 || code == 0x2029) return CharacterClass::line_end;
  if (u_isUWhiteSpace(code) || code == 0x200B) return CharacterClass::space;
  if (u_isalpha(code)) return CharacterClass::letter;
  if (u_isdigit(code)) return CharacterClass::digit;
  const auto mask = U_GET_GC_MASK(code);
  if ((mask & U_GC_M_MASK) != 0) return CharacterClass::mark;
  return CharacterClass::punctuation;
}

}  // namespace

CharacterClass class_of(std::int32_t code) {
  static const auto kAscii = [] {
    std::array<CharacterClass, 128> table{};
    for (std::int32_t c = 0; c < 128; ++c) table[static_cast<std::size_t>(c)] = find_class(c);
    return table;
  }();
  return code < 128 ? kAscii[static_cast<std::size_t>(code)] : find_class(code);
}

bool is_upper(std::int32_t code) {
  return code < 128 ? code >= 'A' && code <= 'Z' : u_isupper(code) || u_istitle(code);
}

bool is_lower(std::int32_t code) {
  return code < 128 ? code >= 'a' && code <= 'z' : static_cast<bool>(u_islower(code));
}

bool is_apostrophe(std::int32_t code) {
  return code == '\'' || code == 0x2019 || code == 0x2018 || code == 0x02BC || code == 0x02BB ||
         code == '`';
}

void append_utf8(std::int32_t code, std::string& out) {
  if (code < 0x80) {
    out += static_cast<char>(code);
    return;
  }
  std::array<char, 4> bytes{};
  std::size_t size = 0;
  UBool failed = false;
  U8_APPEND(bytes.data(), size, bytes.size(), code, failed);
  if (!failed) out.append(bytes.data(), size);
}

void append_lower(std::int32_t code, std::string& out) {
  if (code < 128) {
    out += static_cast<char>(code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code);
    return;
  }
  if (is_apostrophe(code)) {
    out += '\'';
  } else if (code == 0x201C || code == 0x201D || code == 0x201E || code == 0xAB || code == 0xBB) {
    out += '"';
  } else if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212) {
    out += '-';
  } else {
    append_utf8(u_tolower(code), out);
  }
}

}  // namespace rapporteur::text
