// Files: whole reads with a limit, read-only maps, atomic writes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "rapporteur/base/result.h"

namespace rapporteur {

// The whole file. Errors: not_found, access_denied, io (a folder among them),
// too_large (more than `limit` bytes); where = path.
Result<std::string> read_file(const std::string& path, std::uint64_t limit = UINT64_MAX);

// Writes beside `path` and renames, so that a reader sees the old content or the new one.
// Errors: not_found (no such folder), access_denied, io (a full disk among them).
Result<void> write_file(const std::string& path, std::string_view bytes);

// The Error for the current errno of a failed call on `path`; `doing` is "open", "read", ...
Error io_error(std::string_view doing, const std::string& path);

// A read-only memory map of a whole file; views into it live as long as the map.
class FileMap {
 public:
  // Errors as read_file.
  static Result<FileMap> open(const std::string& path);
  FileMap(FileMap&& other) noexcept;
  FileMap& operator=(FileMap&& other) noexcept;
  FileMap(const FileMap&) = delete;
  FileMap& operator=(const FileMap&) = delete;
  ~FileMap();

  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

 private:
  FileMap() = default;
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace rapporteur
