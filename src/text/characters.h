// Characters, as this layer sees them. Source: Unicode 15, by ICU.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur::text {

struct Character {
  std::int32_t code = 0;
  std::size_t size = 0;  // bytes in UTF-8
};

// REQUIRES: at < text.size(), on a character start; `text` is valid UTF-8.
Character character_at(std::string_view text, std::size_t at);

enum class CharacterClass : std::uint8_t { space, line_end, letter, digit, mark, punctuation };
CharacterClass class_of(std::int32_t code);
bool is_upper(std::int32_t code);
bool is_lower(std::int32_t code);
bool is_apostrophe(std::int32_t code);  // ' and its typographic forms

// Lower case; typographic quotes and dashes as ASCII. Appends to `out`.
void append_lower(std::int32_t code, std::string& out);
void append_utf8(std::int32_t code, std::string& out);

}  // namespace rapporteur::text
