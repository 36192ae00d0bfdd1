// A bounded pool of threads whose results come out in the order in which the work went in.
//
//   submit(a) submit(b) submit(c)          take() -> f(a)   take() -> f(b)
//      |---- slots: [a: done][b: at work][c: waits] ----|
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace rapporteur {

// submit, take and the destructor belong to one thread. Work must not throw.
template <class In, class Out>
class OrderedPool {
 public:
  using Work = std::function<Out(In&&)>;

  // `make_work` is called once on each thread, so that what the work holds is the thread's own.
  OrderedPool(unsigned threads, std::function<Work()> make_work) {
    for (unsigned i = 0; i < threads; ++i) {
      threads_.emplace_back([this, make_work] { run(make_work()); });
    }
  }
  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;

  // What waits is dropped; what is at work is finished.
  ~OrderedPool() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    work_there_.notify_all();
    threads_.clear();  // joins before the slots go
  }

  // Slots that were submitted and not taken.
  [[nodiscard]] std::size_t size() const { return slots_.size(); }

  void submit(In&& in) {
    {
      const std::lock_guard lock(mutex_);
      slots_.emplace_back(std::move(in));
      waiting_.push_back(&slots_.back());
    }
    work_there_.notify_one();
  }

  // Waits for the oldest. REQUIRES: size() > 0
  Out take() {
    std::unique_lock lock(mutex_);
    Slot& oldest = slots_.front();
    result_there_.wait(lock, [&] { return oldest.out.has_value(); });
    Out out = *std::move(oldest.out);
    slots_.pop_front();
    return out;
  }

 private:
  struct Slot {
    explicit Slot(In&& value) : in(std::move(value)) {}
    In in;
    std::optional<Out> out;
  };

  void run(const Work& work) {
    std::unique_lock lock(mutex_);
    for (;;) {
      work_there_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (stopping_) return;
      Slot* slot = waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      Out out = work(std::move(slot->in));
      lock.lock();
      slot->out = std::move(out);
      if (slot == &slots_.front()) result_there_.notify_one();
    }
  }

  std::mutex mutex_;
  std::condition_variable work_there_;
  std::condition_variable result_there_;
  std::deque<Slot> slots_;  // changed by the owner alone, under the lock; a slot stays put
  std::deque<Slot*> waiting_;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace rapporteur
