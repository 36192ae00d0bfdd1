#include "pipe.h"

#include <algorithm>
#include <utility>

namespace rapporteur::http {

namespace {

constexpr std::size_t kBufferBytes = 256 << 10;

}  // namespace

bool Pipe::write(std::string_view bytes) {
  std::unique_lock lock(mutex_);
  while (!bytes.empty()) {
    room_.wait(lock, [this] { return abandoned_ || buffer_.size() - taken_ < kBufferBytes; });
    if (abandoned_) return false;
    buffer_.erase(0, std::exchange(taken_, 0));
    const std::size_t some = std::min(bytes.size(), kBufferBytes - buffer_.size());
    buffer_.append(bytes.substr(0, some));
    bytes.remove_prefix(some);
    wake();
  }
  return !abandoned_;
}

void Pipe::finish(bool whole) {
  const std::lock_guard lock(mutex_);
  ended_ = true;
  whole_ = whole;
  wake();
}

Pipe::State Pipe::read(char* to, std::size_t most, std::size_t& got,
                       const std::function<void()>& pause, std::function<void()> resume) {
  const std::lock_guard lock(mutex_);
  got = std::min(most, buffer_.size() - taken_);
  if (got > 0) {
    std::copy_n(buffer_.data() + taken_, got, to);
    taken_ += got;
    room_.notify_one();
    return State::more;
  }
  if (ended_) return whole_ ? State::end : State::broken;
  pause();
  resume_ = std::move(resume);
  return State::wait;
}

void Pipe::abandon() {
  const std::lock_guard lock(mutex_);
  abandoned_ = true;
  resume_ = nullptr;
  room_.notify_one();
}

void Pipe::wake() {
  if (resume_) std::exchange(resume_, nullptr)();
}

}  // namespace rapporteur::http
