#include "watch.h"

#include <sys/socket.h>

#include <algorithm>

namespace rapporteur::http {

namespace {

constexpr std::chrono::milliseconds kBetweenLooks{250};
constexpr std::chrono::seconds kLeadOfAnswers{15};  // before slowness counts

}  // namespace

Watch::Watch(Times times) : times_(times) {
  thread_ = std::jthread([this](const std::stop_token& stop) { look(stop); });
}

Watch::~Watch() = default;

void Watch::came(Key connection, int socket) {
  const std::lock_guard lock(mutex_);
  entries_[connection] = {socket, Phase::receiving, Clock::now() + times_.request};
}

void Watch::gone(Key connection) {
  {
    const std::lock_guard lock(mutex_);
    entries_.erase(connection);
  }
  changed_.notify_all();
}

void Watch::set(Key connection, Phase phase, Clock::time_point deadline) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(connection);
    if (found == entries_.end()) return;
    found->second.phase = phase;
    found->second.deadline = deadline;
  }
  changed_.notify_all();
}

void Watch::is_working(Key connection) {
  set(connection, Phase::working, Clock::time_point::max());
}

void Watch::is_sending(Key connection, std::uint64_t bytes) {
  set(connection, Phase::sending,
      Clock::now() + kLeadOfAnswers + std::chrono::seconds(bytes / times_.slowest));
}

void Watch::sends_more(Key connection, std::uint64_t bytes) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(connection);
  if (found == entries_.end()) return;
  // What is handed over early does not add up to hours of rest.
  const Clock::time_point latest = Clock::now() + 4 * kLeadOfAnswers;
  const auto more = std::chrono::milliseconds(1000 * bytes / times_.slowest);
  found->second.deadline = std::max(found->second.deadline, Clock::now() + kLeadOfAnswers);
  found->second.deadline = std::min(latest, found->second.deadline + more);
}

void Watch::is_receiving(Key connection) {
  set(connection, Phase::receiving, Clock::now() + times_.request);
}

std::size_t Watch::count_busy() const {
  return static_cast<std::size_t>(
      std::count_if(entries_.begin(), entries_.end(),
                    [](const auto& entry) { return entry.second.phase != Phase::receiving; }));
}

std::size_t Watch::busy() const {
  const std::lock_guard lock(mutex_);
  return count_busy();
}

bool Watch::wait_until_idle(Clock::time_point end) {
  std::unique_lock lock(mutex_);
  return changed_.wait_until(lock, end, [this] { return count_busy() == 0; });
}

void Watch::cut_all() {
  const std::lock_guard lock(mutex_);
  for (const auto& [connection, entry] : entries_) ::shutdown(entry.socket, SHUT_RDWR);
}

void Watch::look(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    changed_.wait_for(lock, stop, kBetweenLooks, [] { return false; });
    const Clock::time_point now = Clock::now();
    for (auto& [connection, entry] : entries_) {
      if (entry.deadline > now) continue;
      ::shutdown(entry.socket, SHUT_RDWR);
      entry.deadline = Clock::time_point::max();  // its end is on the way
    }
  }
}

}  // namespace rapporteur::http
