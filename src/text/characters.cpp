#include "characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

// ICU's macros narrow their own bytes.
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace rapporteur::text {

namespace beyond_ascii {

Character character_at(std::string_view text, std::size_t at) {
  std::int32_t code = 0;
  std::size_t next = at;
  U8_NEXT(text.data(), next, text.size(), code);
  return {code < 0 ? 0xFFFD : code, next - at};
}

CharacterClass class_of(std::int32_t code) {
  if (code == 0x2028 || code == 0x2029) return CharacterClass::line_end;
  if (u_isUWhiteSpace(code) || code == 0x200B) return CharacterClass::space;
  if (u_isalpha(code)) return CharacterClass::letter;
  if (u_isdigit(code)) return CharacterClass::digit;
  const auto mask = U_GET_GC_MASK(code);
  if ((mask & U_GC_M_MASK) != 0) return CharacterClass::mark;
  return CharacterClass::punctuation;
}

bool is_upper(std::int32_t code) { return u_isupper(code) || u_istitle(code); }

bool is_lower(std::int32_t code) { return static_cast<bool>(u_islower(code)); }

void append_lower(std::int32_t code, std::string& out) {
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

}  // namespace beyond_ascii

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

}  // namespace rapporteur::text
