#include "child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <utility>
#include <vector>

#include "rapporteur/base/file.h"

namespace rapporteur::source {

namespace {

constexpr int kNotThere = 127;  // as shells say it

class Handle {
 public:
  explicit Handle(int fd = -1) : fd_(fd) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { close(); }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }
  void reset(int fd) {
    close();
    fd_ = fd;
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

void limit(decltype(RLIMIT_CPU) what, std::uint64_t most) {
  const rlimit value{most, most};
  ::setrlimit(what, &value);
}

// In the child, between fork and exec: system calls only.
[[noreturn]] void become(char* const* words, int input, int output, const ChildLimits& limits) {
  const int nothing = ::open("/dev/null", O_WRONLY);
  if (::dup2(input, 0) < 0 || ::dup2(output, 1) < 0 || ::dup2(nothing, 2) < 0) ::_exit(kNotThere);
  limit(RLIMIT_CPU, limits.seconds);
  limit(RLIMIT_AS, limits.memory);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 32);
  ::execvp(words[0], words);
  ::_exit(kNotThere);
}

Result<void> write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(fd, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return io_error("write to", "memory");
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  if (::lseek(fd, 0, SEEK_SET) != 0) return io_error("seek in", "memory");
  return {};
}

// False if a limit was exceeded.
bool read_all(int fd, const ChildLimits& limits, std::string& out) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point end = Clock::now() + std::chrono::seconds(limits.seconds);
  std::array<char, 64 * 1024> block;  // NOLINT: filled by read
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd wait{fd, POLLIN, 0};
    const int ready = ::poll(&wait, 1, static_cast<int>(std::max<std::int64_t>(left, 0)));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    const ssize_t got = ::read(fd, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return true;
    if (out.size() + static_cast<std::size_t>(got) > limits.output) return false;
    out.append(block.data(), static_cast<std::size_t>(got));
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

Result<std::string> run_child(std::span<const char* const> words, std::string_view input,
                              const ChildLimits& limits) {
  const Handle memory(::memfd_create("rapporteur", MFD_CLOEXEC));
  if (memory.get() < 0) return io_error("make", "a file in memory");
  if (const Result<void> written = write_all(memory.get(), input); !written) {
    return written.error();
  }
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return io_error("make", "a pipe");
  const Handle from_child(ends[0]);
  Handle to_parent(ends[1]);
  std::vector<char*> arguments;
  for (const char* word : words)
    arguments.push_back(const_cast<char*>(word));  // NOLINT: exec's way
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) return io_error("start", words[0]);
  if (child == 0) become(arguments.data(), memory.get(), to_parent.get(), limits);
  to_parent.close();
  std::string out;
  const bool within = read_all(from_child.get(), limits, out);
  if (!within) ::kill(child, SIGKILL);
  const int status = wait_for(child);
  const std::string name = words[0];
  if (!within || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)) {
    return Error{ErrorCode::too_large, name + " took more time or wrote more than it may", ""};
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return out;
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNotThere) {
    return Error{ErrorCode::unsupported, name + " is not installed", ""};
  }
  return Error{ErrorCode::bad_data, name + " cannot read it", ""};
}

}  // namespace rapporteur::source
