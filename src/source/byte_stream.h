// The bytes of a file or pipe, read in blocks; whole or line by line, with a limit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "rapporteur/base/result.h"

namespace rapporteur::source {

// Movable; not thread-safe.
class ByteStream {
 public:
  // "-" is standard input. Errors: not_found, access_denied, io (a folder among them).
  static Result<ByteStream> open(const std::string& path);
  ByteStream(ByteStream&& other) noexcept;
  ByteStream& operator=(ByteStream&&) = delete;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  ~ByteStream();

  // The first bytes, at most `count`; they stay in the stream. Errors: io.
  Result<std::string_view> peek(std::size_t count);

  // All that is left. Errors: io; too_large (more than `limit` bytes).
  Result<std::string> read_all(std::uint64_t limit);

  struct Line {
    std::string_view bytes;    // without "\n" or "\r\n"; until the next call; empty if too_long
    std::uint64_t number = 0;  // from 1
    std::uint64_t offset = 0;  // of its first byte
    std::uint64_t size = 0;    // bytes with its line end
    bool too_long = false;     // longer than the limit: skipped, not kept
  };
  // Nothing at the end. Never keeps more than `limit` bytes and one block. Errors: io.
  Result<std::optional<Line>> next_line(std::uint64_t limit);

  // "path" or "standard input".
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  ByteStream(int fd, bool owned, std::string name)
      : fd_(fd), owned_(owned), name_(std::move(name)) {}
  [[nodiscard]] std::string_view left() const { return std::string_view(buffer_).substr(begin_); }
  // Appends a block to the buffer. False at the end.
  Result<bool> fill();
  Result<std::optional<Line>> skip_line(Line line);
  Line take_line(Line line, std::size_t length, std::size_t line_end);

  int fd_;
  bool owned_;
  std::string name_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is left in the buffer
  std::uint64_t lines_ = 0;
  std::uint64_t offset_ = 0;  // of left() in the file
};

}  // namespace rapporteur::source
