#include "spooled_input.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

#include "rapporteur/base/file.h"

namespace rapporteur::cli {

namespace {

bool write_all(int file, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t n = write(file, bytes, size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    bytes += n;
    size -= static_cast<std::size_t>(n);
  }
  return true;
}

Result<void> copy(int from, int to, const std::string& path) {
  std::string buffer(1 << 16, '\0');
  while (true) {
    const ssize_t n = read(from, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return io_error("read", "standard input");
    if (n == 0) return {};
    if (!write_all(to, buffer.data(), static_cast<std::size_t>(n))) return io_error("write", path);
  }
}

}  // namespace

Result<SpooledInput> SpooledInput::open(const std::string& path) {
  if (path != "-") return SpooledInput(path, false);
  const char* const folder = std::getenv("TMPDIR");
  std::string name = std::string(folder != nullptr ? folder : "/tmp") + "/rapporteur-XXXXXX";
  const int file = mkstemp(name.data());
  if (file < 0) return io_error("write", name);
  SpooledInput spooled(name, true);
  const Result<void> r = copy(STDIN_FILENO, file, name);
  close(file);
  if (!r) return r.error();
  return spooled;
}

SpooledInput::SpooledInput(SpooledInput&& other) noexcept
    : path_(std::move(other.path_)), is_ours_(std::exchange(other.is_ours_, false)) {}

SpooledInput::~SpooledInput() {
  if (is_ours_) unlink(path_.c_str());
}

}  // namespace rapporteur::cli
