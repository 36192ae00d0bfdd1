#include "kind.h"

#include "words.h"

namespace rapporteur::source {

namespace {

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

const Kind* kind_named(std::string_view name) {
  for (const Kind* kind : kinds()) {
    if (kind->name == name) return kind;
  }
  return nullptr;
}

const Kind* kind_of_file(std::string_view file_name) {
  const std::size_t dot = name_of(file_name).rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  for (const Kind* kind : kinds()) {
    if (has_word(kind->extensions, name_of(file_name).substr(dot))) return kind;
  }
  return nullptr;
}

const Kind& kind_of_content(std::string_view start) {
  for (const Kind* kind : kinds()) {
    if (kind->recognises(start)) return *kind;
  }
  return *kind_named("text");
}

std::string_view stem_of(std::string_view path) {
  const std::string_view name = name_of(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  for (const Kind* kind : kinds()) names.push_back(kind->name);
  return names;
}

}  // namespace rapporteur::source
