// A bounded pool of threads: what does not fit is refused at once instead of waiting without end.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace rapporteur::http {

class Workers {
 public:
  using Task = std::function<void(unsigned worker)>;

  // `threads` tasks run at once, `waiting` more may wait.
  Workers(unsigned threads, std::size_t waiting);
  // Ends what was taken on.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // False if there is no room: the task is not taken on.
  bool take(Task task);

 private:
  void work(unsigned worker);

  std::mutex mutex_;
  std::condition_variable more_;
  std::deque<Task> tasks_;
  std::size_t busy_ = 0;
  std::size_t room_ = 0;
  bool ending_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace rapporteur::http
