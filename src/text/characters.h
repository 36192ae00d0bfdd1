// Characters, as this layer sees them. Source: Unicode 15, by ICU.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur::text {

struct Character {
  std::int32_t code = 0;
  std::size_t size = 0;  // bytes in UTF-8
};

enum class CharacterClass : std::uint8_t { space, line_end, letter, digit, mark, punctuation };

namespace beyond_ascii {  // the same as below for the other characters
Character character_at(std::string_view text, std::size_t at);
CharacterClass class_of(std::int32_t code);
bool is_upper(std::int32_t code);
bool is_lower(std::int32_t code);
void append_lower(std::int32_t code, std::string& out);
}  // namespace beyond_ascii

namespace ascii {
constexpr bool is_upper(std::int32_t code) { return code >= 'A' && code <= 'Z'; }
constexpr bool is_lower(std::int32_t code) { return code >= 'a' && code <= 'z'; }
constexpr std::array<CharacterClass, 128> classes() {
  std::array<CharacterClass, 128> table{};
  for (std::int32_t c = 0; c < 128; ++c) {
    CharacterClass& one = table[static_cast<std::size_t>(c)];
    one = CharacterClass::punctuation;
    if (c == ' ' || (c >= '\t' && c <= '\r')) one = CharacterClass::space;
    if (c == '\n') one = CharacterClass::line_end;
    if (is_upper(c) || is_lower(c)) one = CharacterClass::letter;
    if (c >= '0' && c <= '9') one = CharacterClass::digit;
  }
  return table;
}
inline constexpr std::array<CharacterClass, 128> kClasses = classes();
}  // namespace ascii

// REQUIRES: at < text.size(), on a character start; `text` is valid UTF-8.
inline Character character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 128 ? Character{lead, 1} : beyond_ascii::character_at(text, at);
}
inline CharacterClass class_of(std::int32_t code) {
  return code < 128 ? ascii::kClasses[static_cast<std::size_t>(code)]
                    : beyond_ascii::class_of(code);
}
inline bool is_upper(std::int32_t code) {
  return code < 128 ? ascii::is_upper(code) : beyond_ascii::is_upper(code);
}
inline bool is_lower(std::int32_t code) {
  return code < 128 ? ascii::is_lower(code) : beyond_ascii::is_lower(code);
}
bool is_apostrophe(std::int32_t code);  // ' and its typographic forms

// Lower case; typographic quotes and dashes as ASCII. Appends to `out`.
inline void append_lower(std::int32_t code, std::string& out) {
  if (code >= 128) return beyond_ascii::append_lower(code, out);
  out += static_cast<char>(ascii::is_upper(code) ? code + ('a' - 'A') : code);
}
void append_utf8(std::int32_t code, std::string& out);

}  // namespace rapporteur::text
