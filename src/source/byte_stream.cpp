#include "byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "rapporteur/base/file.h"

namespace rapporteur::source {

namespace {

constexpr std::size_t kBlock = 256 * 1024;

class FileBytes : public Bytes {
 public:
  FileBytes(int fd, bool owned, std::string name, std::shared_ptr<Growth> growth)
      : fd_(fd), owned_(owned), name_(std::move(name)), growth_(std::move(growth)) {}
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes() override {
    if (owned_) ::close(fd_);
  }

  Result<std::size_t> read(char* into, std::size_t room) override {
    for (;;) {
      const ssize_t got = ::read(fd_, into, room);
      if (got >= 0) {
        growth_->packed += static_cast<std::size_t>(got);
        return static_cast<std::size_t>(got);
      }
      if (errno != EINTR) return io_error("read", name_);
    }
  }

 private:
  int fd_;
  bool owned_;
  std::string name_;
  std::shared_ptr<Growth> growth_;
};

class NoBytes : public Bytes {
 public:
  Result<std::size_t> read(char*, std::size_t) override { return std::size_t{0}; }
};

ByteStream file_stream(int fd, bool owned, const std::string& name) {
  auto growth = std::make_shared<Growth>();
  return {std::make_unique<FileBytes>(fd, owned, name, growth), name, growth};
}

}  // namespace

Result<ByteStream> ByteStream::open(const std::string& path) {
  if (path == "-") return file_stream(STDIN_FILENO, false, "standard input");
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return io_error("open", path);
  ByteStream stream = file_stream(fd, true, path);
  struct stat info{};
  if (::fstat(fd, &info) != 0) return io_error("look at", path);
  if (S_ISDIR(info.st_mode)) return Error{ErrorCode::io, "is a folder, not a file", path};
  return stream;
}

ByteStream ByteStream::of_bytes(std::string bytes, std::string name) {
  auto growth = std::make_shared<Growth>();
  growth->packed = bytes.size();
  ByteStream stream(std::make_unique<NoBytes>(), std::move(name), std::move(growth));
  stream.buffer_ = std::move(bytes);
  return stream;
}

Result<bool> ByteStream::fill() {
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kBlock);
  const Result<std::size_t> got = bytes_->read(buffer_.data() + before, kBlock);
  buffer_.resize(before + (got ? *got : 0));
  if (!got) return got.error();
  return *got > 0;
}

Result<std::string_view> ByteStream::peek(std::size_t count) {
  while (left().size() < count) {
    const Result<bool> more = fill();
    if (!more) return more.error();
    if (!*more) break;
  }
  return left().substr(0, count);
}

Result<std::string_view> ByteStream::at_hand() {
  if (left().empty()) {
    const Result<bool> more = fill();
    if (!more) return more.error();
  }
  return left();
}

void ByteStream::skip(std::size_t count) {
  count = std::min(count, left().size());
  begin_ += count;
  offset_ += count;
}

Result<std::string> ByteStream::read_all(std::uint64_t limit) {
  for (;;) {
    if (left().size() > limit) {
      return Error{
          ErrorCode::too_large,
          "is larger than the limit of " + std::to_string(limit) + " bytes; --limit-mb raises it",
          name_};
    }
    const Result<bool> more = fill();
    if (!more) return more.error();
    if (!*more) break;
  }
  std::string all(left());
  skip(all.size());
  buffer_.clear();
  begin_ = 0;
  return all;
}

ByteStream::Line ByteStream::take_line(Line line, std::size_t length, std::size_t line_end) {
  line.bytes = left().substr(0, length);
  if (line.bytes.ends_with('\r')) line.bytes.remove_suffix(1);
  line.size = length + line_end;
  skip(line.size);
  return line;
}

Result<std::optional<ByteStream::Line>> ByteStream::skip_line(Line line) {
  line.too_long = true;
  for (;;) {
    const std::size_t cut = left().find('\n');
    const std::size_t gone = cut == std::string_view::npos ? left().size() : cut + 1;
    skip(gone);
    line.size += gone;
    if (cut != std::string_view::npos) return std::optional(line);
    const Result<bool> more = fill();
    if (!more) return more.error();
    if (!*more) return std::optional(line);
  }
}

Result<std::optional<ByteStream::Line>> ByteStream::next_line(std::uint64_t limit) {
  Line line;
  line.number = ++lines_;
  line.offset = offset_;
  std::size_t searched = 0;
  for (;;) {
    const std::size_t cut = left().find('\n', searched);
    const std::size_t length = std::min(cut, left().size());
    if (length > limit) return skip_line(line);
    if (cut != std::string_view::npos) return std::optional(take_line(line, cut, 1));
    searched = length;
    const Result<bool> more = fill();
    if (!more) return more.error();
    if (!*more) break;
  }
  if (left().empty()) return std::optional<Line>();
  return std::optional(take_line(line, left().size(), 0));
}

}  // namespace rapporteur::source
