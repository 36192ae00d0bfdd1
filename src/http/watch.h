// The clock of every connection. The library ends a connection on which nothing moves; one on which
// a byte drips now and then it keeps for ever. So each phase has a deadline of its own, and whoever
// is late is cut off.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace rapporteur::http {

class Watch {
 public:
  struct Times {
    std::chrono::milliseconds request;  // from the start, or the last answer, to a whole request
    std::uint64_t slowest;              // bytes a second in which an answer must be taken
  };
  using Key = const void*;

  explicit Watch(Times times);
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  // `socket` must stay open until gone().
  void came(Key connection, int socket);
  void gone(Key connection);
  void is_working(Key connection);  // the request is whole: it may take its time
  void is_sending(Key connection, std::uint64_t bytes);  // of the answer, or of its first piece
  void sends_more(Key connection, std::uint64_t bytes);  // a further piece
  void is_receiving(Key connection);  // the answer is out; the next request may come

  // Connections on which a question is being answered.
  [[nodiscard]] std::size_t busy() const;
  // Waits until none is busy or the time has come; true: none is.
  bool wait_until_idle(std::chrono::steady_clock::time_point end);
  // Cuts all off.
  void cut_all();

 private:
  using Clock = std::chrono::steady_clock;
  enum class Phase { receiving, working, sending };
  struct Entry {
    int socket;
    Phase phase;
    Clock::time_point deadline;
  };

  void set(Key connection, Phase phase, Clock::time_point deadline);
  [[nodiscard]] std::size_t count_busy() const;
  void look(const std::stop_token& stop);

  const Times times_;
  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  std::unordered_map<Key, Entry> entries_;
  std::jthread thread_;
};

}  // namespace rapporteur::http
