#include "kind.h"

#include <utility>

#include "gzip.h"
#include "words.h"

namespace rapporteur::source {

namespace {

constexpr std::size_t kStart = 512;  // bytes that tell what a file is

// Without folders and ".gz".
std::string_view name_of(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  if (path.size() > 3 && path.ends_with(".gz")) path.remove_suffix(3);
  return path;
}

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

Result<ByteStream> unpacked(ByteStream bytes) {
  const Result<std::string_view> start = bytes.peek(kStart);
  if (!start) return start.error();
  if (!is_gzip(*start)) return bytes;
  std::string name = bytes.name();
  std::shared_ptr<Growth> growth = bytes.growth();
  return ByteStream(gunzip(std::move(bytes)), std::move(name), std::move(growth));
}

Result<std::unique_ptr<Source>> open_input(Input input, const Kind* kind, const Options& options) {
  Result<ByteStream> bytes = unpacked(std::move(input.bytes));
  if (!bytes) return bytes.error();
  input.bytes = *std::move(bytes);
  const Result<std::string_view> start = input.bytes.peek(kStart);
  if (!start) return start.error();
  if (kind == nullptr) kind = &kind_of_content(*start);
  return kind->open(std::move(input), options);
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
