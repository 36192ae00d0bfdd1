// What a stream makes on one thread and the daemon sends on another, a bounded piece at a time.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace rapporteur::http {

class Pipe {
 public:
  enum class State { more, wait, end, broken };

  // Waits for room. False once nobody takes the bytes any more.
  bool write(std::string_view bytes);
  // No more will come; `whole`: nothing is missing.
  void finish(bool whole);

  // Moves at most `most` bytes into `to`. Without any: whether to wait, or how it ended. Where it
  // says wait, `pause` was called, and `resume` will be when there is more.
  State read(char* to, std::size_t most, std::size_t& got, const std::function<void()>& pause,
             std::function<void()> resume);
  // Nobody reads any more; `resume` is not called again.
  void abandon();

 private:
  void wake();

  std::mutex mutex_;
  std::condition_variable room_;
  std::string buffer_;
  std::size_t taken_ = 0;  // of buffer_
  bool ended_ = false;
  bool whole_ = false;
  bool abandoned_ = false;
  std::function<void()> resume_;  // while the reader waits
};

}  // namespace rapporteur::http
