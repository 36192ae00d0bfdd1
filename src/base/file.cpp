#include "rapporteur/base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace rapporteur {

namespace {

// Closes on scope exit.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

Result<std::uint64_t> size_of(int fd, const std::string& path) {
  struct stat info{};
  if (::fstat(fd, &info) != 0) return io_error("look at", path);
  if (S_ISDIR(info.st_mode)) return Error{ErrorCode::io, "is a folder, not a file", path};
  return static_cast<std::uint64_t>(info.st_size);
}

Error over_limit(std::uint64_t limit, const std::string& path) {
  return {ErrorCode::too_large, "is larger than the limit of " + std::to_string(limit) + " bytes",
          path};
}

}  // namespace

Error io_error(std::string_view doing, const std::string& path) {
  const int number = errno;
  ErrorCode code = ErrorCode::io;
  if (number == ENOENT || number == ENOTDIR) code = ErrorCode::not_found;
  if (number == EACCES || number == EPERM || number == EROFS) code = ErrorCode::access_denied;
  return {code, "cannot " + std::string(doing) + ": " + std::strerror(number), path};
}

Result<std::string> read_file(const std::string& path, std::uint64_t limit) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0) return io_error("open", path);
  const Result<std::uint64_t> size = size_of(fd.get(), path);
  if (!size) return size.error();
  if (*size > limit) return over_limit(limit, path);
  std::string out;
  out.reserve(*size);
  // Pipes and /proc files say 0: read until the end, whatever the size said.
  std::string block(64 * 1024, '\0');
  for (;;) {
    const ssize_t got = ::read(fd.get(), block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return io_error("read", path);
    if (got == 0) return out;
    out.append(block.data(), static_cast<std::size_t>(got));
    if (out.size() > limit) return over_limit(limit, path);
  }
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".tmp" + std::to_string(::getpid());
  Descriptor fd(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (fd.get() < 0) return io_error("create", path);
  const auto fail = [&](std::string_view doing) {
    Error error = io_error(doing, path);
    ::unlink(beside.c_str());
    return error;
  };
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd.get(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return fail("write");
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  if (::fsync(fd.get()) != 0) return fail("write");
  if (::close(fd.release()) != 0) return fail("close");
  if (::rename(beside.c_str(), path.c_str()) != 0) return fail("replace");
  return {};
}

Result<FileMap> FileMap::open(const std::string& path) {
  const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0) return io_error("open", path);
  const Result<std::uint64_t> size = size_of(fd.get(), path);
  if (!size) return size.error();
  FileMap map;
  if (*size == 0) return map;
  void* at = ::mmap(nullptr, *size, PROT_READ, MAP_PRIVATE, fd.get(), 0);
  if (at == MAP_FAILED) return io_error("map", path);
  map.data_ = static_cast<const char*>(at);
  map.size_ = *size;
  return map;
}

FileMap::FileMap(FileMap&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

FileMap& FileMap::operator=(FileMap&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

FileMap::~FileMap() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace rapporteur
