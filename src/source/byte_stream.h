// The bytes of a file, a pipe or a part of another stream, read in blocks; whole, line by line or
// as they come, with a limit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "rapporteur/base/result.h"

namespace rapporteur::source {

// What a stream draws its bytes from.
class Bytes {
 public:
  virtual ~Bytes() = default;
  // Writes at most `room` bytes to `into`; 0 at the end, again and again. Errors: io, too_large
  // (nothing follows); bad_data (damaged; what follows lies behind the damage).
  virtual Result<std::size_t> read(char* into, std::size_t room) = 0;
};

// How much a file became by unpacking what lies in it, at every depth.
struct Growth {
  std::uint64_t packed = 0;    // bytes of the file itself, as far as it was read
  std::uint64_t unpacked = 0;  // bytes that were made of it

  // Beyond the first kFree bytes, anything may become kMost times as large. Texts stay below 20, a
  // bomb reaches 1000.
  static constexpr std::uint64_t kMost = 250;
  static constexpr std::uint64_t kFree = 64U << 20;
  [[nodiscard]] bool is_bomb() const {
    return unpacked > kFree && unpacked - kFree > kMost * packed;
  }
};

// Movable; not thread-safe. Errors of all that reads: those of Bytes::read.
class ByteStream {
 public:
  // "-" is standard input. Errors: not_found, access_denied, io (a folder among them).
  static Result<ByteStream> open(const std::string& path);
  // `name` stands in for the path in errors; `growth` is that of the file in which all this lies.
  ByteStream(std::unique_ptr<Bytes> bytes, std::string name, std::shared_ptr<Growth> growth)
      : bytes_(std::move(bytes)), name_(std::move(name)), growth_(std::move(growth)) {}
  // Of bytes that are here already.
  static ByteStream of_bytes(std::string bytes, std::string name);

  // The first bytes, at most `count`; they stay in the stream.
  Result<std::string_view> peek(std::size_t count);

  // The bytes that are at hand, at least one but at the end; they stay in the stream.
  Result<std::string_view> at_hand();

  // Drops `count` bytes that peek or at_hand gave.
  void skip(std::size_t count);

  // All that is left. Errors: too_large (more than `limit` bytes).
  Result<std::string> read_all(std::uint64_t limit);

  struct Line {
    std::string_view bytes;    // without "\n" or "\r\n"; until the next call; empty if too_long
    std::uint64_t number = 0;  // from 1
    std::uint64_t offset = 0;  // of its first byte
    std::uint64_t size = 0;    // bytes with its line end
    bool too_long = false;     // longer than the limit: skipped, not kept
  };
  // Nothing at the end. Never keeps more than `limit` bytes and one block.
  Result<std::optional<Line>> next_line(std::uint64_t limit);

  // "path:17@430": the place of a line.
  [[nodiscard]] std::string place_of(const Line& line) const {
    return name_ + ":" + std::to_string(line.number) + "@" + std::to_string(line.offset);
  }
  // "path" or "standard input".
  [[nodiscard]] const std::string& name() const { return name_; }
  // Never null.
  [[nodiscard]] const std::shared_ptr<Growth>& growth() const { return growth_; }
  // Of the next byte.
  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  // "path@17": the place of the next byte.
  [[nodiscard]] std::string place() const { return name_ + "@" + std::to_string(offset_); }

 private:
  [[nodiscard]] std::string_view left() const { return std::string_view(buffer_).substr(begin_); }
  // Appends a block to the buffer. False at the end.
  Result<bool> fill();
  Result<std::optional<Line>> skip_line(Line line);
  Line take_line(Line line, std::size_t length, std::size_t line_end);

  std::unique_ptr<Bytes> bytes_;
  std::string name_;
  std::shared_ptr<Growth> growth_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is left in the buffer
  std::uint64_t lines_ = 0;
  std::uint64_t offset_ = 0;  // of left() in the file
};

}  // namespace rapporteur::source
