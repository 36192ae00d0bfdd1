#include "workers.h"

#include <utility>

namespace rapporteur::http {

Workers::Workers(unsigned threads, std::size_t waiting) : room_(threads + waiting) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this, i] { work(i); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  more_.notify_all();
  threads_.clear();
}

bool Workers::take(Task task) {
  {
    const std::lock_guard lock(mutex_);
    if (ending_ || tasks_.size() + busy_ >= room_) return false;
    tasks_.push_back(std::move(task));
  }
  more_.notify_one();
  return true;
}

void Workers::work(unsigned worker) {
  std::unique_lock lock(mutex_);
  for (;;) {
    more_.wait(lock, [this] { return ending_ || !tasks_.empty(); });
    if (tasks_.empty()) return;
    const Task task = std::move(tasks_.front());
    tasks_.pop_front();
    ++busy_;
    lock.unlock();
    task(worker);
    lock.lock();
    --busy_;
  }
}

}  // namespace rapporteur::http
