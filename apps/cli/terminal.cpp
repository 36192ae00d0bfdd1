#include "terminal.h"

#include <unistd.h>

#include <cerrno>

#include "rapporteur/base/file.h"
#include "rapporteur/output/format.h"

namespace rapporteur::cli {

namespace {

constexpr std::size_t kBuffer = 64 * 1024;
constexpr std::uint64_t kProgressStep = 50;  // reports

// False with errno on failure.
bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

// Nothing can be done about a standard error that takes no words.
void say(std::string_view bytes) { static_cast<void>(write_all(STDERR_FILENO, bytes)); }

}  // namespace

bool Results::write(std::string_view bytes) {
  if (closed_) return false;
  buffer_ += bytes;
  return buffer_.size() < kBuffer || flush();
}

bool Results::flush() {
  if (closed_) return false;
  if (!write_all(STDOUT_FILENO, buffer_)) {
    closed_ = true;
    if (errno != EPIPE) error_ = io_error("write", "standard output");
  }
  buffer_.clear();
  return !closed_;
}

template <class T>
void Messages::put(const T& value) {
  clear_progress();
  std::string line;
  output::find_format<T>(json_ ? "jsonl" : "text")->write(value, {}, line);
  say(line);
}

void Messages::error(const Error& error) { put(error); }

void Messages::note(const Error& what) {
  if (!quiet_) put(output::Note{what});
}

void Messages::hint(std::string_view words) {
  if (quiet_ || json_ || ::isatty(STDERR_FILENO) != 1) return;
  clear_progress();
  say(std::string(words) + "\n");
}

void Messages::progress(const output::Statistics& so_far) {
  static const bool on_terminal = ::isatty(STDERR_FILENO) == 1;
  const std::uint64_t done = so_far.reports + so_far.errors;
  if (!on_terminal || quiet_ || json_ || done < next_progress_) return;
  next_progress_ = done + kProgressStep;
  say("\r" + std::to_string(done) + " reports, " + std::to_string(so_far.errors) + " failed ");
  progress_shown_ = true;
}

void Messages::clear_progress() {
  if (progress_shown_) say("\r\x1b[K");
  progress_shown_ = false;
}

void Messages::statistics(const output::Statistics& all) {
  clear_progress();
  std::string line;
  output::find_format<output::Statistics>("json")->write(all, {}, line);
  say(line);
}

}  // namespace rapporteur::cli
