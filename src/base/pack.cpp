#include "rapporteur/base/pack.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>

#include "rapporteur/base/bytes.h"
#include "rapporteur/base/digest.h"
#include "rapporteur/base/file.h"

namespace rapporteur {

namespace {

constexpr std::string_view kMagic = "RAPPACK1";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHead = 16;
constexpr std::size_t kDigest = 32;
constexpr std::size_t kEntry = 8 + 8 + kDigest + 4;

std::size_t padded(std::size_t size) { return (size + 7) / 8 * 8; }

std::string digest_of(std::string_view bytes) { return sha256_hex(bytes).substr(0, kDigest); }

struct Section {
  std::string_view bytes;
  std::string_view digest;
};

using Index = std::map<std::string, Section, std::less<>>;

Result<Index> index_of(std::string_view bytes, const std::string& path) {
  const Error broken{ErrorCode::damaged, "the data pack is broken or cut short", path};
  if (bytes.size() < kHead || bytes.substr(0, kMagic.size()) != kMagic) return broken;
  const auto version = get_number<std::uint32_t>(bytes, 8);
  if (version != kVersion) {
    return Error{ErrorCode::unsupported,
                 "the data pack has version " + std::to_string(version) + ", this program reads " +
                     std::to_string(kVersion),
                 path};
  }
  const std::uint64_t count = get_number<std::uint32_t>(bytes, 12);
  if (count * kEntry > bytes.size() - kHead) return broken;
  std::size_t name_at = kHead + count * kEntry;
  Index index;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = kHead + i * kEntry;
    const auto offset = get_number<std::uint64_t>(bytes, entry);
    const auto size = get_number<std::uint64_t>(bytes, entry + 8);
    const auto name_size = get_number<std::uint32_t>(bytes, entry + 16 + kDigest);
    if (name_size > bytes.size() - name_at) return broken;
    if (offset > bytes.size() || size > bytes.size() - offset) return broken;
    index[std::string(bytes.substr(name_at, name_size))] = {bytes.substr(offset, size),
                                                            bytes.substr(entry + 16, kDigest)};
    name_at += name_size;
  }
  return index;
}

}  // namespace

struct Pack::Impl {
  std::string path;
  std::optional<FileMap> map;
  std::string memory;
  Index index;
  std::map<std::string, std::vector<std::string>, std::less<>> overlays;  // encoded tables
};

Pack::Pack(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Pack::Pack(Pack&&) noexcept = default;
Pack& Pack::operator=(Pack&&) noexcept = default;
Pack::~Pack() = default;

Result<Pack> Pack::open(const std::string& path) {
  auto impl = std::make_unique<Impl>();
  impl->path = path;
  Result<FileMap> map = FileMap::open(path);
  if (!map) return map.error();
  impl->map.emplace(std::move(*map));
  Result<Index> index = index_of(impl->map->bytes(), path);
  if (!index) return index.error();
  impl->index = std::move(*index);
  return Pack(std::move(impl));
}

Result<Pack> Pack::from_bytes(std::string bytes) {
  auto impl = std::make_unique<Impl>();
  impl->path = "(memory)";
  impl->memory = std::move(bytes);
  Result<Index> index = index_of(impl->memory, impl->path);
  if (!index) return index.error();
  impl->index = std::move(*index);
  return Pack(std::move(impl));
}

Result<void> Pack::overlay(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code failed;
  if (!fs::is_directory(folder, failed)) {
    return Error{ErrorCode::not_found, "no such folder of tables", folder};
  }
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator it(folder, failed), end; !failed && it != end;
       it.increment(failed)) {
    if (it->path().extension() == ".tsv") files.push_back(it->path());
  }
  if (failed) return Error{ErrorCode::io, "cannot list: " + failed.message(), folder};
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const std::string name = file.lexically_relative(folder).replace_extension().generic_string();
    const Result<std::vector<Table>> built_in = tables(name);
    if (!built_in) {
      return Error{ErrorCode::bad_data, "there is no built-in table '" + name + "' to lay it over",
                   file.string()};
    }
    const Result<std::string> tsv = read_file(file.string());
    if (!tsv) return tsv.error();
    Result<std::string> block = encode_table(*tsv, file.string());
    if (!block) return block.error();
    const Result<Table> table = Table::view(*block);
    if (!table) return table.error();
    for (std::size_t c = 0; c < table->columns(); ++c) {
      if (built_in->front().column(table->column_name(c)) == Table::npos) {
        return Error{
            ErrorCode::bad_data,
            "table '" + name + "' has no column '" + std::string(table->column_name(c)) + "'",
            file.string()};
      }
    }
    impl_->overlays[name].push_back(std::move(*block));
  }
  return {};
}

Result<std::string_view> Pack::section(std::string_view name) const {
  const auto it = impl_->index.find(name);
  if (it == impl_->index.end()) {
    return Error{ErrorCode::not_found, "the data pack has no section '" + std::string(name) + "'",
                 impl_->path};
  }
  return it->second.bytes;
}

Result<std::vector<Table>> Pack::tables(std::string_view name) const {
  const Result<std::string_view> bytes = section(name);
  if (!bytes) return bytes.error();
  std::vector<Table> out;
  const auto add = [&](std::string_view block) -> Result<void> {
    Result<Table> table = Table::view(block);
    if (!table) {
      return Error{table.error().code, table.error().message,
                   impl_->path + "#" + std::string(name)};
    }
    out.push_back(*table);
    return {};
  };
  if (const Result<void> done = add(*bytes); !done) return done.error();
  if (const auto over = impl_->overlays.find(name); over != impl_->overlays.end()) {
    for (const std::string& block : over->second) {
      if (const Result<void> done = add(block); !done) return done.error();
    }
  }
  return out;
}

std::vector<std::string> Pack::names(std::string_view prefix) const {
  std::vector<std::string> out;
  for (const auto& [name, section] : impl_->index) {
    if (name.starts_with(prefix)) out.push_back(name);
  }
  return out;
}

Result<void> Pack::verify() const {
  for (const auto& [name, section] : impl_->index) {
    if (digest_of(section.bytes) != section.digest) {
      return Error{ErrorCode::damaged, "section does not match its checksum",
                   impl_->path + "#" + name};
    }
  }
  return {};
}

std::string Pack::fingerprint() const {
  std::string all;
  for (const auto& [name, section] : impl_->index) {
    all += name;
    all += section.digest;
  }
  for (const auto& [name, blocks] : impl_->overlays) {
    for (const std::string& block : blocks) all += name + digest_of(block);
  }
  return sha256_hex(all).substr(0, 12);
}

std::string encode_pack(const std::map<std::string, std::string>& sections) {
  std::string head(kMagic);
  put_number(head, kVersion);
  put_number(head, static_cast<std::uint32_t>(sections.size()));
  std::string names;
  for (const auto& [name, bytes] : sections) names += name;
  std::size_t offset = padded(kHead + sections.size() * kEntry + names.size());
  for (const auto& [name, bytes] : sections) {
    put_number(head, static_cast<std::uint64_t>(offset));
    put_number(head, static_cast<std::uint64_t>(bytes.size()));
    head += digest_of(bytes);
    put_number(head, static_cast<std::uint32_t>(name.size()));
    offset = padded(offset + bytes.size());
  }
  std::string out = head + names;
  for (const auto& [name, bytes] : sections) {
    out.resize(padded(out.size()), '\0');
    out += bytes;
  }
  return out;
}

}  // namespace rapporteur
