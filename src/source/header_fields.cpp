#include "header_fields.h"

#include <algorithm>

#include "words.h"

namespace rapporteur::source {

std::string_view field_of(std::string_view block, std::string_view name) {
  while (!block.empty()) {
    const std::size_t end = std::min(block.find('\n'), block.size());
    const std::string_view line = block.substr(0, end);
    block.remove_prefix(std::min(end + 1, block.size()));
    if (line.size() <= name.size() || line[name.size()] != ':') continue;
    if (same_word(line.substr(0, name.size()), name)) return trimmed(line.substr(name.size() + 1));
  }
  return {};
}

std::string_view parameter_of(std::string_view value, std::string_view name) {
  for (;;) {
    const std::size_t cut = value.find(';');
    if (cut == std::string_view::npos) return {};
    value = trimmed(value.substr(cut + 1));
    const std::size_t equals = value.find('=');
    if (equals == std::string_view::npos) return {};
    if (!same_word(trimmed(value.substr(0, equals)), name)) continue;
    std::string_view word = trimmed(value.substr(equals + 1));
    if (word.starts_with('"')) return word.substr(1, word.find('"', 1) - 1);
    word = trimmed(word.substr(0, word.find(';')));
    if (word.size() >= 2 && word.starts_with('\'')) word = word.substr(1, word.size() - 2);
    return word;
  }
}

std::size_t block_size(std::string_view bytes) {
  for (std::size_t end = bytes.find('\n'); end != std::string_view::npos;
       end = bytes.find('\n', end + 1)) {
    const std::string_view rest = bytes.substr(end + 1, 2);
    if (rest.starts_with('\n')) return end + 2;
    if (rest == "\r\n") return end + 3;
  }
  return std::string_view::npos;
}

}  // namespace rapporteur::source
